"""The bodies that a paper names as owners, and how their printings are compared."""

import re
from functools import lru_cache
from typing import Literal

from pipeline.model.identity import fold
from pipeline.model.record import Record

BodyKind = Literal["person", "role", "team", "organisation", "partnership"]

ARTICLE = re.compile(r"(?:the|a|an|our) ")
SHORT_BEHIND = re.compile(r"(?P<name>.+?) ?\((?P<short>[\w&]{2,10})\)\Z")
COUNCILLOR = re.compile(r"(?:cllr|councillor)s? ")
LINKS = frozenset(["of", "for", "to", "and", "the"])
SHORTEST_PLURAL = 4


class Body(Record):
    """One body of a paper: `name` is its fullest printing, `aliases` the others, with its abbreviation where the paper defines one.

    `local` is True where a body of the same name in the papers of another publisher is another body: their Clerk, their Parks Team.
    """

    name: str
    kind: BodyKind
    local: bool
    aliases: tuple[str, ...]


@lru_cache(maxsize=65536)  # the same names come in paper after paper
def body_key(name: str, kind: BodyKind | None = None) -> str:
    """What the printings of one body share: case, article, `&`, marks, an abbreviation behind and slips of plural are folded away.

    The last word keeps its plural, as councils are not a council; a team has no such two meanings.

    >>> body_key("The Young Peoples Learning Agency (YPLA)") == body_key("young people's learning agency")
    True
    >>> body_key("Parish Councils") == body_key("Parish Council")
    False
    """
    text = ARTICLE.sub("", fold(without_short(name)).replace("&", " and "), count=1)
    if kind == "person":
        text = COUNCILLOR.sub("cllr ", text, count=1)
    words = re.sub(r"[^\w\s]", " ", text.replace("'", "")).split()
    words = [word for word in words if word not in LINKS] if kind == "role" else words
    last = len(words) if kind == "team" else len(words) - 1
    return " ".join(_singular(word) if index < last else word for index, word in enumerate(words))


def without_short(name: str) -> str:
    """The name without the abbreviation of itself behind it, in brackets; other brackets tell bodies apart.

    >>> without_short("Young People's Learning Agency (YPLA)"), without_short("Director (Place)")
    ("Young People's Learning Agency", 'Director (Place)')
    """
    match = SHORT_BEHIND.fullmatch(name)
    return match["name"] if match and abbreviates(match["short"], match["name"]) else name


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short` begin words of the name, in their order."""
    initials = iter(word[0].lower() for word in re.findall(r"\w+", name))
    return all(letter.lower() in initials for letter in short if letter.isalnum())


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > SHORTEST_PLURAL else word
