"""Lines that stand alone between two rows of a table: headings that span it."""

from pipeline.read.labels import Labels
from pipeline.read.looks import is_title
from pipeline.read.text.lines import Line
from pipeline.read.text.tables import Tables

LONGEST = 25
MOST_LINES = 2  # one heading below another, as an aim and its objective
FEWEST_CELLS = 3  # lines of minutes stand between rows of two
SHORT_CELL = 60  # behind a longer last cell the line may be the cell's next


def spans_table(source: str, lines: list[Line], index: int, tables: Tables, labels: Labels) -> bool:
    """Whether a line right below a row has another row right below: a title does, and a sentence between two whole rows."""
    below = next((line for line in lines[index + 1 : index + 1 + MOST_LINES] if "\t" in source[line.start : line.end]), None)
    if below is None:
        return False
    text = source[lines[index].start : lines[index].end]
    label = labels.find(text)
    if below is lines[index + 1] and is_title(text[label.words :] if label else text):
        return True
    cells = source.count("\t", below.begin, below.end) + 1
    numbered = label is not None and not label.is_bullet
    words = text[label.words :] if label and numbered else text.strip("*_")
    if cells < FEWEST_CELLS:
        return False
    return tables.is_parted(cells, len(source) if numbered else SHORT_CELL) and words[:1].isupper() and len(words.split()) <= LONGEST
