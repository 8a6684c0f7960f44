"""The lines of a paragraph, and which of them are paragraphs of their own."""

from pipeline.read.flow.content import Paragraph
from pipeline.read.labels import LABEL
from pipeline.read.looks import BLANK
from pipeline.read.rows import Segment

NARROWEST, WIDEST = 50, 120
FEWEST_WRAPPED = 3


def split_lines(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph, or several where its line breaks part them; the label stays with the first."""
    if "\n" not in paragraph.text:
        return [paragraph]
    lines = _lines(paragraph.text)
    is_wrapped = _is_wrapped(paragraph.text, lines)
    joined: list[Segment] = []
    for index, (start, end) in enumerate(lines):
        line = paragraph.text[start:end]
        if (
            line
            and index
            and joined
            and lines[index - 1][0] < lines[index - 1][1]
            and _goes_on(paragraph.text, joined[-1], line, is_wrapped)
        ):
            joined[-1] = (joined[-1][0], end)
        elif line:
            joined.append((start, end))
    return [_cut(paragraph, start, end, is_first=index == 0) for index, (start, end) in enumerate(joined)] or [paragraph]


def _lines(text: str) -> list[Segment]:
    """Each line between its outermost words; an empty stretch for a blank one."""
    lines, position = [], 0
    for raw in text.split("\n"):
        start = position + len(raw) - len(raw.lstrip(BLANK))
        lines.append((start, max(start, position + len(raw.rstrip(BLANK)))))
        position += len(raw) + 1
    return lines


def _is_wrapped(text: str, lines: list[Segment]) -> bool:
    """Whether the lines broke because they were full: all but the last one of a paragraph are about as long as the longest."""
    full = [end - start for (start, end), below in zip(lines, [*lines[1:], (0, 0)], strict=True) if end > start and below[0] < below[1]]
    longest = max(full, default=0)
    return len(full) >= FEWEST_WRAPPED and NARROWEST <= longest <= WIDEST and min(full) > 0.75 * longest


def _goes_on(text: str, above: Segment, line: str, is_wrapped: bool) -> bool:
    """Whether a line belongs to the one above it: it opens in the middle of a sentence, or the one above was full."""
    label = LABEL.match(line)
    if label and (label["label"] or label["bullet"]):
        return False
    return is_wrapped or line[0].islower() or text[above[1] - 1] in ",-–"


def _cut(paragraph: Paragraph, start: int, end: int, is_first: bool) -> Paragraph:
    piece = paragraph._replace(
        text=paragraph.text[start:end], strong=_within(paragraph.strong, start, end), marks=_within(paragraph.marks, start, end)
    )
    return piece if is_first else piece._replace(label="", is_bullet=False, goes_on=False)


def _within(stretches: tuple[Segment, ...], start: int, end: int) -> tuple[Segment, ...]:
    return tuple((max(first, start) - start, min(last, end) - start) for first, last in stretches if first < end and last > start)
