"""Two texts side by side: which words differ, and which of those matter most."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pipeline.duplicates.difference import word_difference

PLAIN = frozenset(["a", "all", "an", "and", "any", "at", "by", "for", "from", "in", "of", "on", "or", "our", "the", "their", "to", "with"])
"""Words that tell no owner and no date from another."""


class Shown(NamedTuple):
    """Words of one side. `mark` is `` where the other side has them too, `differs` where not, and `matters` for a figure, a date or an
    owner that differs."""

    words: str
    mark: str = ""


def side_by_side(one: str, other: str, telling: Collection[str] = ()) -> tuple[list[Shown], list[Shown]]:
    """Both texts, their differing words marked; `telling` are the dates and owners as printed.

    >>> [shown for shown in side_by_side("Plant ten trees by May 2026", "Plant ten trees by June 2026", ["May 2026", "June 2026"])[0]]
    [Shown(words='Plant ten trees by', mark=''), Shown(words='May', mark='matters'), Shown(words='2026', mark='')]
    """
    known = {word.strip(".,;:()").lower() for text in telling for word in text.split()} - PLAIN
    stretches = word_difference(one, other)
    return (
        [shown for each in stretches for shown in _shown(each.one, each.one == each.other, known)],
        [shown for each in stretches for shown in _shown(each.other, each.one == each.other, known)],
    )


def within(text: str, words: str) -> list[Shown]:
    """A text with some words of it marked, where they stand in it and are not all of it.

    >>> within("Plant ten trees", "ten")
    [Shown(words='Plant', mark=''), Shown(words='ten', mark='matters'), Shown(words='trees', mark='')]
    """
    before, found, behind = text.partition(words)
    if not found or words == text:
        return [Shown(text)]
    return [shown for shown in (Shown(before.strip()), Shown(found, "matters"), Shown(behind.strip())) if shown.words]


def _shown(words: str, is_equal: bool, known: Collection[str]) -> Iterator[Shown]:
    if is_equal or not words:
        yield from [Shown(words)] if words else []
        return
    run: list[str] = []
    mark = ""
    for word in words.split():
        now = "matters" if word.strip(".,;:()").lower() in known or any(map(str.isdigit, word)) else "differs"
        if run and now != mark:
            yield Shown(" ".join(run), mark)
            run = []
        run.append(word)
        mark = now
    yield Shown(" ".join(run), mark)
