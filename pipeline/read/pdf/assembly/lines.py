"""The words of a page as printed lines."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from pipeline.read.labels import LABEL
from pipeline.read.page import Word

JOIN = 0.7  # of a line's height: a gap up to this parts two words, a wider one two lines side by side
WITHIN = 2.5  # the same where the file prints them in one go: justified text and tabs
LABEL_GAP = 6.0  # the same behind a label, which hangs at a tab stop of its own
HOLDS = 0.5  # of the lower one's height: so much of two words on one line lies side by side
LOOK_BACK = 60  # lines side by side that a run may belong to


class Line:
    """Words that stand side by side, from left to right; the box is in points as in `Rect`, as high as most of its words.

    `text` is its words with a space between them, or none where two prints are one word. `bold` says whether all of it is.
    `edge` is where the lines of its column end on the right: what the next word had to fit before. `left` is how far its column
    begins from the first one, 0 for that. `parted` says that a wide gap parts it, as tabs do, `scanned` that it
    was read off a picture.
    """

    __slots__ = ("bold", "bottom", "edge", "height", "left", "page", "parted", "scanned", "text", "top", "words", "x0", "x1")

    def __init__(self, words: Sequence[Word], page: int) -> None:
        texts, lefts, tops, rights, bottoms, bolds, befores = zip(*words, strict=True)
        lengths = [*map(len, texts)]
        longest = lengths.index(max(lengths))
        self.words = words
        self.page = page
        self.text = " ".join(texts) if all(befores[1:]) else _spaced(texts, befores)
        self.bold = all(bolds)
        self.x0: float = lefts[0]
        self.x1: float = rights[-1]
        self.edge: float = self.x1
        self.top: float = tops[longest]
        self.bottom: float = bottoms[longest]
        self.height: float = self.bottom - self.top
        self.left = 0.0
        self.parted = False
        self.scanned = False

    @property
    def indent(self) -> float:
        """Where it begins, in points from where the page's first column is counted from."""
        return self.x0 - self.left


def find_lines(words: Sequence[Word], page: int, join: float = JOIN) -> list[Line]:
    """The lines of a page from top to bottom; those side by side from left to right. `join` is the widest gap within one, in heights."""
    runs = _runs(words)
    if len(runs) < 2:
        return [Line(run, page) for run in runs]
    lines: list[Line] = []
    for run in sorted(runs, key=lambda run: (run[0].top + run[0].bottom, run[0].x0)):
        _place(run, lines, page, join)
    return sorted(lines, key=attrgetter("top", "x0"))


def join(left: Line, right: Line) -> Line:
    """One line of two that stand side by side."""
    first = right.words[0]
    line = Line([*left.words, first._replace(before=" "), *right.words[1:]], left.page)
    line.parted = True
    return line


def is_level(one: Word | Line, other: Word | Line) -> bool:
    """Whether two stand side by side."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > HOLDS * min(one.bottom - one.top, other.bottom - other.top)


def _runs(words: Iterable[Word]) -> list[list[Word]]:
    """The words that the file prints in one go."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    for word in words:
        if run and word[-1] != "\n" and _follows(run[-1], word):
            run.append(word)
        else:
            run = [word]
            runs.append(run)
    return runs


def _follows(last: Word, word: Word) -> bool:
    """Whether the file's next word goes on with the line."""
    _, _, last_top, end, last_bottom, _, _ = last
    _, start, top, _, bottom, _, _ = word
    height = bottom - top
    if not -JOIN <= (start - end) / (height if height > 1 else 1) <= WITHIN:
        return False
    return last_top == top < bottom == last_bottom or is_level(last, word)  # most are of one type


def _spaced(texts: Sequence[str], befores: Sequence[str]) -> str:
    """The words as one text, with a space before those that stand behind one."""
    return texts[0] + "".join([" " + text if before else text for text, before in zip(texts[1:], befores[1:], strict=True)])


def _place(run: Sequence[Word], lines: list[Line], page: int, join: float) -> None:
    """Adds a run to the lines: to the one beside it, if there is no more than a space or a label between them."""
    new = Line(run, page)
    for index in range(len(lines) - 1, max(-1, len(lines) - LOOK_BACK), -1):
        line = lines[index]
        if line.bottom < new.top - new.height:
            break
        if not is_level(line, new):
            continue
        left, right = (line, new) if line.x0 <= new.x0 else (new, line)
        gap = (right.x0 - left.x1) / max(new.height, line.height, 1)
        if -HOLDS <= gap <= join or (-HOLDS <= gap <= LABEL_GAP and _is_label(left)):
            lines.pop(index)
            first = right.words[0]
            _place([*left.words, first._replace(before=first.before and " "), *right.words[1:]], lines, page, join)
            return
    lines.append(new)


def _is_label(line: Line) -> bool:
    """Whether a line is nothing but a label or a bullet."""
    if len(line.words) > 2 or len(line.text) > 12:
        return False
    match = LABEL.match(line.text + " X")
    return (match is not None and match.end() == len(line.text) + 1) or (len(line.text) == 1 and not line.text.isalnum())
