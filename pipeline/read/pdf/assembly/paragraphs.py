"""Printed lines to paragraphs and list items: which line goes on with which."""

import re
from itertools import pairwise

from pipeline.read.labels import Label, Labels
from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.passage import Passage
from pipeline.read.pdf.assembly.type import Type
from pipeline.read.rows import STOPS

LOOSE = 1.22  # times the pitch: lines further apart belong to two paragraphs
LOOSEST = 2.2  # heights: so far apart may lines stand where a sentence goes on from a full line
FAR = 4.0  # heights: lines of one paragraph begin less far apart, unless they are centred
JUSTIFIED = 1.3  # times the other gaps of a line
TAB = 0.45  # of the height: a gap wider than this behind a label is no mere space
INDENT = 0.8  # of the height: so far in, a line opens a paragraph
ROOM = 0.35  # of the height: what the words of a full line may lack
SAME = 2.0  # points: lines that begin so close begin at one edge
DASHES = "-–—"
BULLETS = "•▪●◦‣·–—-§➢✓✔"  # a mere space may stand behind these
SYMBOL = re.compile(r"[^\w\s\"'“”‘’(\[£$€#@&%+,.:;!?/\\<>|=~^]\Z|o\Z")
LEADS_IN = re.compile(r":\s?[-–—]?\Z")
OPEN_END = re.compile(r"[,\-–—&/(]\Z|\b(?:and|or|of|for|the|to|in|on|with|by|a|an|at|from|that|is|are|will|be|as)\Z")


class Paragraphs:
    """Takes the lines of one column after the other; `found` are its passages so far."""

    def __init__(self, type_: Type, labels: Labels | None = None) -> None:
        self.found: list[Passage] = []
        self._type = type_
        self._labels = labels or Labels()
        self._pitch = type_.pitch

    def add(self, line: Line, above: Line | None) -> Passage:
        """The passage that the line belongs to, or begins; `above` is the line before it in its column, None at a column's head."""
        label = self.label(line)
        last = self.found[-1] if self.found else None
        if last and last.lines and last.kind in ("paragraph", "item") and self._goes_on(last, line, label, above):
            last.lines.append(line)
            return last
        return self.start(line, label, above)

    def start(self, line: Line, label: Label | None, above: Line | None) -> Passage:
        """Begins a passage."""
        blank = above is None or (line.top - above.top) > LOOSE * self._type.pitch * max(line.height, above.height)
        if self.found and blank:
            self.found[-1].blank_after = True
        passage = Passage("item" if label else "paragraph", [line], label, blank_before=blank, blank_after=False)
        if label:
            passage.level = self._labels.level(label, self._type.indent(line))
        self.found.append(passage)
        return passage

    def label(self, line: Line) -> Label | None:
        """The label that a line begins with; any lone sign with a gap behind it is a bullet."""
        words = line.words
        if len(words) < 2:
            return None
        gap = (words[1].x0 - words[0].x1) / max(line.height, 1)
        if SYMBOL.match(words[0].text) and (gap > TAB or words[0].text in BULLETS):
            start = len(words[0].text) + len(words[1].before.replace("\n", " "))
            return Label(words[0].text, 0, len(words[0].text), start, True)
        if words[0].text.isdigit() and gap <= TAB:
            return None
        label = self._labels.find(line.text)
        return None if label and label.is_bullet else label

    def _goes_on(self, last: Passage, line: Line, label: Label | None, above: Line | None) -> bool:
        """Whether the line belongs to the passage right before it."""
        before = last.last
        if not self._is_alike(last, line):
            return False
        if above is None or above is not before:
            return label is None and self._is_open(last) and (line.text[:1].islower() or (is_full(before, line) and not last.bold))
        distance = (line.top - before.top) / max(line.height, before.height, 1)
        full = is_full(before, line)
        farthest = LOOSEST if full and self._is_open(last) and line.text[0].islower() else LOOSE * self._own_pitch(last)
        if not 0.3 < distance <= farthest:
            return False
        return self._is_word(last, line, label, full) if label else self._wraps(last, line, full)

    def _is_word(self, last: Passage, line: Line, label: Label, full: bool) -> bool:
        """Whether what looks like a label is but the next word of a sentence, or the dash of a heading."""
        if not self._is_open(last) or not _is_inside(last, line):
            return False
        if not label.is_bullet and not _hangs(line) and OPEN_END.search(last.last.text):
            return True
        if label.text in DASHES and (line.bold or self._type.is_larger(line)):
            return True
        return full and not _hangs(line) and (not label.is_bullet or label.text in DASHES)

    def _wraps(self, last: Passage, line: Line, full: bool) -> bool:
        before, indent = last.last, line.indent - _text_edge(last)
        if min(abs(indent), abs(line.indent - before.indent)) > FAR * line.height and not _is_centred(before, line):
            return False
        if last.label and line.indent < last.lines[0].indent - INDENT * line.height:
            return False
        if len(last.lines) > 1 and not last.label and indent > INDENT * line.height and not self._is_open(last):
            return False
        if line.text[:1].islower():
            return True
        if line.parted or before.parted:
            return False
        leads_in = LEADS_IN.search(before.text) and last.text.count("(") <= last.text.count(")")
        if OPEN_END.search(before.text) and not leads_in and (full or before.text[-1] != ","):
            return True
        if last.label and len(last.lines) > 1 and indent < -INDENT * line.height:
            return False
        if last.label and not leads_in and self._is_open(last) and _is_inside(last, line):
            return True
        return full and not leads_in

    def _is_alike(self, last: Passage, line: Line) -> bool:
        """Whether the line is set in the passage's type; bold words at its end or its beginning are no other type."""
        before = last.last
        if abs(line.height - before.height) > 0.12 * max(line.height, before.height):
            return False
        return line.bold == before.bold or (not last.bold and not line.bold) or is_full(before, line) or line.text[:1].islower()

    def _is_open(self, last: Passage) -> bool:
        return last.last.text[-1] not in STOPS

    def _own_pitch(self, last: Passage) -> float:
        """How far apart its own lines stand, in heights; the paper's pitch while it has but one line, or larger type."""
        if len(last.lines) < 2 or last.lines[-1].page != last.lines[-2].page:
            return self._pitch
        own = (last.lines[-1].top - last.lines[-2].top) / max(last.lines[-1].height, 1)
        return max(own, 0.9 * self._pitch) if own > 0 else self._pitch


def _is_inside(last: Passage, line: Line) -> bool:
    """Whether a line begins where the passage's lines do: behind the label, or at its left."""
    return abs(line.indent - _text_edge(last)) < SAME and (last.label is None or line.indent > last.lines[0].indent + SAME)


def _text_edge(last: Passage) -> float:
    """Where the last line of a passage begins, its label aside."""
    return last.lines[0].words[1].x0 - last.last.left if last.label and len(last.lines) == 1 else last.last.indent


def _is_centred(before: Line, line: Line) -> bool:
    return abs(before.x0 + before.x1 - line.x0 - line.x1) < line.height


def _hangs(line: Line) -> bool:
    """Whether a gap stands behind its first word that is wider than a space, and than the spaces of a justified line."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(line.words[:4])]
    return gaps[0] > TAB * line.height and gaps[0] > JUSTIFIED * max(gaps[1:], default=0)


def is_full(before: Line, line: Line) -> bool:
    """Whether the line before broke because the next word had no room left on it; a dash stands with the word behind it."""
    words = line.words
    needed = words[1 if words[0].text in DASHES and len(words) > 1 else 0].x1 - words[0].x0
    return before.x1 + needed + ROOM * before.height > before.edge - ROOM * before.height
