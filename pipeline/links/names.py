"""Whether two names of owners, each in a paper of its own, are those of one body."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from rapidfuzz import fuzz

from pipeline.model.body import ARTICLE, Body, body_key
from pipeline.model.identity import fold

SAME_NAME = 85
"""Likeness (0 to 100) of two names of one body."""
FEWEST_SHARED = 2
"""Words of a name that tell the same body when another name holds them all."""
SAME_WORDS = {"authority": "council"}
"""What councils call themselves by turns."""

Names = Mapping[str, frozenset[str]]
"""The printings of a body in a paper that are no other body's, by the folded form of each."""


def names_in(bodies: Collection[Body]) -> Names:
    """The names of a paper's bodies; what is printed for two of them tells neither."""
    printed = [{body_key(text): text for text in (*body.aliases, body.name)} for body in bodies]
    counts = Counter(key for keys in printed for key in keys)
    found: dict[str, frozenset[str]] = {}
    for keys in printed:
        own = {key: text for key, text in keys.items() if counts[key] == 1}
        found |= dict.fromkeys(own, frozenset(own.values()))
    return found


def are_one_body(one: str, other: str, *papers: Names) -> bool:
    """Whether two names are those of one body, by themselves or by what the papers print for each.

    >>> papers = names_in([Body(name="Friends of the Park", kind="organisation", local=False, aliases=("the Friends",))])
    >>> are_one_body("The Friends", "Friends of the Park", papers), are_one_body("The Friends", "Friends of the Park")
    (True, False)
    """
    return any(is_same_name(a, b) for a in _printings(one, papers) for b in _printings(other, papers))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are nearly equal, initials of each other, or the other with words before or behind it.

    >>> is_same_name("LCC", "Lincolnshire County Council"), is_same_name("Children's Services", "LCC Children's Services")
    (True, True)
    >>> is_same_name("Public Health", "Public Housing"), is_same_name("Council", "Youth Council")
    (False, False)
    """
    a, b = _plain(one), _plain(other)
    if fuzz.ratio(a, b) >= SAME_NAME or _initials(one) == other or _initials(other) == one:
        return True
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    return len(short) >= FEWEST_SHARED and short <= long


def _printings(name: str, papers: Iterable[Names]) -> set[str]:
    return {name}.union(*(names.get(body_key(name), ()) for names in papers))


def _plain(name: str) -> str:
    return " ".join(SAME_WORDS.get(word, word) for word in ARTICLE.sub("", fold(name), count=1).split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
