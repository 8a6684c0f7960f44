"""How deep a list item stands, told from the lists that are open above it."""

import re
from typing import NamedTuple

DEEPEST = 9
DOTTED = re.compile(r"\d+(?:\.\d+)+")
LETTERS = re.compile(r"\b(?:[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})\b")
ROMANS = [tens + ones for tens in ("", "x") for ones in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")]
FIRST = re.compile(r"\W*(?:0*1|[aAi])\W*$")


class Open(NamedTuple):
    """A list that is still open: its labels without their counters, its indent, and its last label's letters."""

    style: str
    indent: int
    is_bullet: bool
    last: str = ""


class Depths:
    """The lists that are open, outermost first. Dotted numbers say their depth; others nest in the order in which styles open."""

    def __init__(self) -> None:
        self._open: list[Open] = []

    def of_bullet(self, bullet: str, indent: int) -> int:
        """The depth of a bullet, whose lists are told apart by their indents too."""
        place = next((i for i, other in enumerate(self._open) if other[:3] == (bullet, indent, True)), None)
        if place is None:
            self._open = [other for other in self._open if other.indent <= indent or not other.is_bullet]
        return self._put(place, Open(bullet, indent, True))

    def of_label(self, label: str, indent: int) -> int:
        """The depth of a number or letter; a count that begins anew further in is a list of its own."""
        if dotted := DOTTED.match(label):
            self._open = []
            return dotted[0].count(".") + 1
        style, last = self._style(label)
        same = [i for i, other in enumerate(self._open) if other.style == style and not other.is_bullet]
        place = max((i for i in same if self._open[i].indent < indent + 2), default=same[0] if same else None)
        if place is not None and indent >= self._open[place].indent + 2:
            if FIRST.match(label):
                place = None
            else:
                indent = self._open[place].indent
        return self._put(place, Open(style, indent, False, last))

    def _put(self, place: int | None, item: Open) -> int:
        """Notes an item of the open list at `place`, or of a new one, and closes what stood deeper."""
        kept = self._open[: DEEPEST - 1] if place is None else self._open[:place]
        self._open = [*kept, item]
        return len(self._open)

    def _style(self, label: str) -> tuple[str, str]:
        """The label with its counter left out, and its letters: `(a)` and `(b)` are of one style, `(i)` and `(v)` of another."""
        plain = re.sub(r"\d+", "1", label)
        match = LETTERS.search(plain)
        if match is None:
            return plain, ""
        letter_style, roman_style = (
            plain[: match.start()] + kind + plain[match.end() :] for kind in ("AI" if match[0].isupper() else "ai")
        )
        letters = match[0].lower()
        return (roman_style if self._is_roman(letters, letter_style, roman_style) else letter_style), letters

    def _is_roman(self, letters: str, letter_style: str, roman_style: str) -> bool:
        """Whether `i` is one rather than the letter behind `h`, and so for `v`, `x`, `l` and `c`."""
        if len(letters) > 1 or letters not in "ivxlc":
            return len(letters) > 1
        last = {other.style: other.last for other in self._open}
        if last.get(letter_style) == chr(ord(letters) - 1):
            return False
        before = ROMANS[ROMANS.index(letters) - 1] if letters in ROMANS[1:] else None
        return letters == "i" or (before is not None and last.get(roman_style) == before)
