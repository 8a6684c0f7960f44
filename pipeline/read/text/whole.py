"""Tables that are found as a whole before the lines are read one by one."""

from pipeline.read.rows import Row
from pipeline.read.text.aligned import find_aligned
from pipeline.read.text.aligned_rows import read_rows
from pipeline.read.text.lines import Line
from pipeline.read.text.piped import find_piped
from pipeline.read.text.stacked import find_stacked


def find_whole(source: str, lines: list[Line]) -> dict[int, tuple[int, dict[int, Row | None]]]:
    """The tables that columns, bars or lines part, by the line that each begins on: the line behind it, and what its lines begin.

    None stands for a heading that spans the table.
    """
    aligned = find_aligned(source, lines)
    found = {table.start: (table.end, dict(read_rows(table, source, lines)) | dict.fromkeys(table.headings)) for table in aligned}
    return find_stacked(source, lines) | found | find_piped(source, lines)
