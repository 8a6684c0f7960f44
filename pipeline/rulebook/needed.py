"""Which of many rules may match a text, told by the words that they need: all words are looked for at once, by Aho and Corasick."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from ahocorasick import Automaton

from pipeline.rulebook.load import CompiledRule

MOST_KNOWN = 4096


class NeededWords:
    """The words that some rules need, each with those rules."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = tuple(rules)
        self._free = sum(1 << place for place, rule in enumerate(rules) if not rule.needs)
        by_word: dict[str, int] = {}
        for place, rule in enumerate(rules):
            for word in rule.needs:
                by_word[word] = by_word.get(word, 0) | 1 << place
        self._words = Automaton()
        for word, needed_by in by_word.items():
            self._words.add_word(word, needed_by)
        self._words.make_automaton()
        self._has_words = bool(by_word)
        self._chosen = lru_cache(maxsize=MOST_KNOWN)(self._choose)
        self._placed = lru_cache(maxsize=MOST_KNOWN)(self._place)

    def may_match(self, lower: str) -> tuple[CompiledRule, ...]:
        """The rules, in their order, that need a word of the text, given in lower case, or none at all."""
        found = self._free
        if self._has_words:
            for _, needed_by in self._words.iter(lower):
                found |= needed_by
        return self._chosen(found)

    def stretches(self, lower: str, reach: int) -> Iterator[tuple[CompiledRule, int, int]]:
        """Each rule, in their order, with the stretches `[start, end)` of a text, given in lower case, that lie within `reach`
        characters of the ends of the words it needs; they are apart from each other. A rule that needs none has all of the text."""
        ends: dict[int, list[int]] = {}
        found = self._free
        for end, needed_by in self._words.iter(lower) if self._has_words else ():
            ends.setdefault(needed_by, []).append(end)
            found |= needed_by
        for place, rule in self._placed(found):
            if not rule.needs:
                yield rule, 0, len(lower)
            near = [each for needed_by, each in ends.items() if needed_by >> place & 1]
            yield from ((rule, start, end) for start, end in _joined(sorted(chain.from_iterable(near)), reach))

    def _choose(self, found: int) -> tuple[CompiledRule, ...]:
        """The rules at the places of the bits that are set."""
        return tuple(rule for _, rule in self._place(found))

    def _place(self, found: int) -> tuple[tuple[int, CompiledRule], ...]:
        """The same, with their places."""
        return tuple((place, rule) for place, rule in enumerate(self._rules) if found >> place & 1)


def lowered(text: str) -> str:
    """The text in lower case, and of the same length: a few letters, as the Turkish dotted I, would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _joined(places: Sequence[int], reach: int) -> Iterator[tuple[int, int]]:
    """The stretches around places, given in order; those that meet are one."""
    start = last = None
    for place in places:
        if last is None or start is None:
            start = place
        elif place - last > 2 * reach:
            yield max(0, start - reach), last + reach
            start = place
        last = place
    if last is not None and start is not None:
        yield max(0, start - reach), last + reach
