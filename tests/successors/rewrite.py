"""A paper's successor, and the truth of what became of each promise."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from pipeline.evaluate.gold import GoldCommitment
from successors.places import Spot, find_spots, find_value
from successors.polish import Style
from successors.shift import later, lower

BODIES = ("Housing Growth Team", "Corporate Services", "Youth Justice Board", "Finance Panel", "Regeneration Unit", "Skills Office")
MANY = ("All heads of service", "All directors")
INITIALS = ("TW", "KB", "NR")
ADDED = (
    "Open a repair café in every market town",
    "Plant a wildflower meadow beside the ring road",
    "Publish a guide to night buses for shift workers",
    "Train forty lifeguards for the open-air pool",
    "Restore the canal towpath between the two aqueducts",
    "Introduce a library card that also pays for swimming",
    "Map every street light that shines into a bedroom",
    "Lend cargo bikes to traders in the high street",
)
ENDS = (
    "that keep footpaths open in winter",
    "for tenants of allotments",
    "so that fewer swans are hurt on the canal",
    "to light the bandstand after dark",
)
"""What an added promise goes on with behind the opening of one that was dropped."""
OPENING = 5
"""Words of such an opening."""
DROPPED, MOVED, REPLACED, LOWERED, PASTED = 0.12, 0.4, 0.4, 0.5, 0.1
PRIVATE = 0xE000
"""Characters that no text has: they hold the place of changed facts while the words around them are reworded."""


class Edit(NamedTuple):
    """New words for a stretch `[start, end)` of the text."""

    start: int
    end: int
    words: str


class Fate(NamedTuple):
    """What became of a promise: `text` is its wording in the successor, None where it is gone; `flags` are the kinds it must raise."""

    text: str | None
    ref: str | None
    flags: frozenset[str]


class Successor(NamedTuple):
    """The text of the next paper, and the fate of each promise of the earlier one, by its position."""

    text: str
    fates: dict[int, Fate]
    added: int


def rewrite(text: str, promises: Sequence[GoldCommitment], seed: int, style: Style, is_renumbered: bool) -> Successor:
    """A successor of the paper; the same for the same seed."""
    return _Rewriting(text, promises, Random(seed), style, is_renumbered).successor()


class _Rewriting:
    """The edits made so far, and their truth."""

    def __init__(self, text: str, promises: Sequence[GoldCommitment], random: Random, style: Style, is_renumbered: bool) -> None:
        self.text, self.promises, self.random, self.style, self.is_renumbered = text, promises, random, style, is_renumbered
        self.spots = find_spots(text, promises)
        self.fates = {position: Fate(promise.text, promise.ref, frozenset()) for position, promise in enumerate(promises)}
        self.edits: list[Edit] = []

    def successor(self) -> Successor:
        dropped = self._drop()
        for position in sorted(set(self.spots) - dropped):
            self._change(position)
        added = self._add(dropped)
        text = self.text
        for edit in sorted(self.edits, reverse=True):
            text = text[: edit.start] + edit.words + text[edit.end :]
        return Successor(text, self.fates, added)

    def _alone(self, spot: Spot) -> bool:
        return sum(other.line == spot.line for other in self.spots.values()) == 1

    def _drop(self) -> set[int]:
        """Take some promises out, with all that stands below them; only what is not done is missed."""
        below: dict[int, list[int]] = {}
        for position, promise in enumerate(self.promises):
            if promise.parent is not None:
                below.setdefault(promise.parent, []).append(position)
        gone: set[int] = set()
        for position, spot in self.spots.items():
            family = [position, *below.get(position, [])]
            is_whole = all(each in self.spots and self.spots[each].line == spot.line for each in family)
            if position in gone or not is_whole or self._has_twin(position) or self.random.random() >= DROPPED:
                continue
            others = [each for each, other in self.spots.items() if other.line == spot.line and each not in family]
            self.edits += [Edit(self.spots[each].start, self.spots[each].end, "") for each in family] if others else [Edit(*spot.line, "")]
            gone.update(family)
            for each in family:
                is_missed = each == position and self.promises[each].status != "done"
                self.fates[each] = Fate(None, None, frozenset({"dropped"} if is_missed else ()))
        return gone

    def _has_twin(self, position: int) -> bool:
        """Whether the same words stand a second time in the same place: nobody could tell which of the two is gone."""
        promise = self.promises[position]
        return sum(other.text == promise.text and other.parent == promise.parent for other in self.promises) > 1

    def _change(self, position: int) -> None:
        """Move a date, replace an owner, lower a figure, reword what is left; and give it the next number."""
        spot, flags = self.spots[position], set()
        inner: list[Edit] = []
        for kind, edit in self._facts(spot):
            flags.add(kind)
            (inner if spot.start <= edit.start < spot.end else self.edits).append(edit)
        words = self._worded(spot, inner)
        if words != self.text[spot.start : spot.end]:
            self.edits.append(Edit(spot.start, spot.end, words))
        self.fates[position] = Fate(" ".join(words.split()), self._renumbered(spot), frozenset(flags))

    def _facts(self, spot: Spot) -> Iterator[tuple[str, Edit]]:
        is_alone, taken = self._alone(spot), set()
        dates = [each.text for each in spot.gold.deadlines if each.end and not each.optional]
        leads = [each.text for each in spot.gold.owners if each.role == "lead" and not each.optional]
        figures = {each.text: each.value for each in spot.gold.targets if each.value is not None and not each.optional}
        wanted = [
            ("deadline_moved", MOVED, dates, lambda old: later(old, self.random.randint(2, 14))),
            ("owner_changed", REPLACED, leads, self._another_body),
            ("target_changed", LOWERED, list(figures), lambda old: lower(old, figures[old])),
        ]
        for kind, chance, values, change in wanted:
            for old in values[:1]:
                at, new = find_value(self.text, spot, old, is_alone), change(old)
                # Who is named in the sentence and in the owner's column would have to leave both.
                if kind == "owner_changed" and is_alone and self.text[slice(*spot.line)].count(old) > 1:
                    continue
                if at and new and self.random.random() < chance and not any(at[0] < end and start < at[1] for start, end in taken):
                    taken.add(at)
                    yield kind, Edit(*at, new)

    def _another_body(self, old: str) -> str:
        """One that fits the sentence."""
        if old.isupper() and len(old) < 4:
            return self.random.choice(INITIALS)
        return self.random.choice(MANY if old.startswith(("All ", "Organisations")) else BODIES)

    def _worded(self, spot: Spot, inner: list[Edit]) -> str:
        """The words of a promise with its changed facts; reworded between them."""
        text, facts = self.text[spot.start : spot.end], {}
        for number, edit in enumerate(sorted(inner, reverse=True)):
            mark = chr(PRIVATE + number)
            facts[mark] = edit.words
            text = text[: edit.start - spot.start] + mark + text[edit.end - spot.start :]
        if self.random.random() < self.style.chance:
            for polish in self.random.sample(self.style.polishes, self.random.randint(*self.style.times)):
                text = polish(text, self.random)
            # Steps that run on without a stop: of a reworded one nobody could tell where it ends.
            if not self._alone(spot) and text[-1].isalnum():
                text += "."
        for mark, words in facts.items():
            text = text.replace(mark, words)
        return text

    def _renumbered(self, spot: Spot) -> str | None:
        """The reference two numbers on, where all are renumbered and it stands right before the words."""
        ref = spot.gold.ref
        if not self.is_renumbered or not ref or not (number := re.search(r"\d+\Z", ref)):
            return ref
        at = self.text.rfind(ref, spot.line[0], spot.start)
        if at < 0 or re.search(r"\w", self.text[at + len(ref) : spot.start].replace("<p>", "").replace("</p>", "")):
            return ref
        new = ref[: number.start()] + str(int(number[0]) + 2).zfill(len(number[0]))
        self.edits.append(Edit(at, at + len(ref), new))
        return new

    def _add(self, dropped: set[int]) -> int:
        """Copy some lines of one promise each, with promises that were never made before; every other one opens as one that is gone."""
        alone = [spot for position, spot in self.spots.items() if position not in dropped and self._alone(spot)]
        chosen = self.random.sample(alone, min(len(alone), round(PASTED * len(self.spots)), len(ADDED)))
        gone = [self.promises[position].text.split() for position in sorted(dropped)]
        openings = [" ".join(words[:OPENING]) for words in gone if len(words) > 2 * OPENING]
        for number, (spot, words) in enumerate(zip(chosen, ADDED, strict=False)):
            if number % 2 and openings:
                words = f"{openings.pop()} {ENDS[number // 2 % len(ENDS)]}"
            before = self.text[spot.line[0] : spot.start]
            if spot.gold.ref:
                before = before.replace(spot.gold.ref, re.sub(r"\d+\Z", lambda match: str(int(match[0]) + 80), spot.gold.ref))
            self.edits.append(Edit(spot.line[1], spot.line[1], before + words + self.text[spot.end : spot.line[1]]))
        return len(chosen)
