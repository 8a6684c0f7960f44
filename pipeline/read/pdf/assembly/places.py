"""Where the words of a line come to stand in what is written."""

from pipeline.model.placed import RECORD, PlacedWords
from pipeline.read.pdf.assembly.lines import Line


def place_words(line: Line, number: int, begin: int) -> PlacedWords:
    """The words of a line, whose text begins at `begin` and which is the `number`th that is written."""
    packed = bytearray()
    pack, page, start = RECORD.pack, line.page, begin
    for text, x0, top, x1, bottom, _, before in line.words:
        if before and start > begin:
            start += 1
        end = start + len(text)
        packed += pack(start, end, number, page, x0, top, x1, bottom)
        start = end
    return PlacedWords(bytes(packed))
