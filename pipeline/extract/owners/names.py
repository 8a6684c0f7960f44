"""From a phrase that stands where owners stand to the owners it names."""

import re
from collections.abc import Iterator

from pipeline.extract.owners.bodies import ACRONYM, Bodies
from pipeline.extract.owners.joints import CONNECTOR_END, FULL_NAME
from pipeline.model.record import Owner, Role
from pipeline.model.span import Span

NOBODY = frozenset({"n/a", "tbc", "tba", "tbd", "to be confirmed", "to be determined", "to be agreed", "none", "various", "-", "–", "any"})
NO_NAME = re.compile(
    r"[^A-Za-z]*|.*[£$€@].*|(?:\D{0,3}\d[\d,. ]*){1,3}(?:k|m|bn|%)?|(?:yes|no|ongoing|complete[d]?|high|medium|low|red|amber|green)",
    re.IGNORECASE,
)
INITIALS = re.compile(r"[A-Z]{2,4}")
ROLE_BEHIND = re.compile(r"\s*\((?P<role>lead|support|supporting|partner)\)\s*\Z", re.IGNORECASE)


class Names:
    """Names owners with the bodies of one paper."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies = bodies

    def named(self, phrase: str, start: int, role: Role, rule: str) -> Iterator[Owner]:
        """An owner for each body that the phrase, which begins at `start`, joins; whatever it is called."""
        if phrase.strip().lower() in NOBODY:
            return
        for first, last in self.bodies.split(phrase):
            piece = phrase[first:last]
            behind = ROLE_BEHIND.search(piece)
            name = CONNECTOR_END.sub("", piece[: behind.start()] if behind else piece)
            if name and name.lower() not in NOBODY and not NO_NAME.fullmatch(name):
                own = _role(behind["role"]) if behind else role
                yield Owner(text=" ".join(name.split()), span=Span(start + first, start + first + len(name)), rule=rule, role=own)

    def known(self, phrase: str, start: int, role: Role, rule: str) -> Iterator[Owner]:
        """The same where the words alone do not tell that owners stand here: only what is a body, and not people in general."""
        for owner in self.named(phrase, start, role, rule):
            if self.is_known(owner.text) or (role == "lead" and self.bodies.is_body(owner.text)):
                yield owner

    def is_known(self, name: str) -> bool:
        """Whether a name is that of a body, told apart from others."""
        return (self.bodies.is_body(name) or self.bodies.is_learnt(name)) and not self.bodies.is_generic(name)

    def is_owner(self, name: str) -> bool:
        """Whether a name may stand behind a label: a body, a person by full name, or initials."""
        return self.is_known(name) or FULL_NAME.fullmatch(name) is not None or INITIALS.fullmatch(name) is not None

    def is_initials(self, word: str) -> bool:
        """Whether capitals may be those of a person: no abbreviation of a thing."""
        return ACRONYM.fullmatch(word) is not None and self.bodies.is_body(word)


def _role(word: str) -> Role:
    return "lead" if word.lower() == "lead" else "partner"
