"""The bodies that own something in a paper: their printings brought together, with the kind of each."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import get_args

from pipeline.extract.owners.bodies import PERSON, Bodies
from pipeline.extract.owners.joints import FULL_NAME
from pipeline.model.body import LINKS, SHORT_BEHIND, Body, BodyKind, body_key, without_short
from pipeline.model.record import Commitment
from pipeline.rulebook import Rulebook

CORRECTION = re.compile(r"(?P<name>[^=]+?)\s*=\s*(?P<aliases>[^=()]*?)\s*(?:\((?P<kind>person|role|team|organisation|partnership)\))?")
INITIALS = re.compile(r"[A-Z]{2}")
HEAD_ENDS = re.compile(r" (?:of|for|at|in) ")
STATE = re.compile(r"(?:department|ministry|office) (?:for|of)\b|hm\b", re.IGNORECASE)


class Census:
    """Counts bodies by one rulebook: its lists of heads, of national bodies, and of corrections."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words
        self._team, self._partnership, self._heads = words["team_heads"], words["partnership_heads"], words["body_heads"]
        self._offices = words["offices"] | words["role_heads"]
        self._first_names = words["first_names"]
        self._services, self._national = words["service_nouns"], words["national_bodies"]
        self._common = (
            words["common_body_words"] | words["service_nouns"] | words["body_heads"] | {"and", "of", "for", "the", "to", "&", ""}
        )
        found = (CORRECTION.fullmatch(term.strip()) for term in rulebook.words["bodies"])
        self._corrections = [match for match in found if match]

    def of_paper(self, commitments: Iterable[Commitment], bodies: Bodies) -> tuple[Body, ...]:
        """The bodies of all owners, by name."""
        printings = Counter(owner.text for commitment in commitments for owner in commitment.owners)
        groups: dict[str, set[str]] = {}
        for text in sorted(printings):
            name = self._full_name(text, bodies)
            kind = self.kind_of(name, bodies)
            groups.setdefault(body_key(name, kind), set()).update({name, text, *_short(text)})
        made = (self._body(names, printings, bodies) for names in groups.values())
        return tuple(sorted(made, key=lambda body: (body.name.lower(), body.name)))

    def kind_of(self, name: str, bodies: Bodies) -> BodyKind:
        """What kind of body has the name."""
        words = [word.strip("()’'.,").lower() for word in name.split()]
        head = HEAD_ENDS.split(name, maxsplit=1)[0].lower().split() or words
        if head[-1] in self._partnership:
            return "partnership"
        if STATE.match(name) or name.lower() in self._national:
            return "organisation"
        if head[-1] in self._team:
            return "team"
        if self._offices & {head[-1], head[-1].removesuffix("s"), head[0], words[-1]} or "director" in head:
            return "role"
        if PERSON.match(name) or (INITIALS.fullmatch(name) and name not in bodies.abbreviations):
            return "person"
        if words[-1] in self._services - self._heads and self._common.issuperset(words):
            return "team"
        return "person" if FULL_NAME.match(name) and words[0] in self._first_names else "organisation"

    def _full_name(self, text: str, bodies: Bodies) -> str:
        """The name that a printing stands for: of an abbreviation, the words that the paper or a correction gives for it."""
        for correction in self._corrections:
            if body_key(text) in map(body_key, [correction["name"], *_listed(correction["aliases"])]):
                return text if body_key(text) == body_key(correction["name"]) else _in_capitals(correction["name"])
        return bodies.abbreviations.get(text, without_short(text))

    def _body(self, names: set[str], printings: Counter[str], bodies: Bodies) -> Body:
        """The body of these printings; its name is the longest that has no abbreviation behind, the commonest of several."""
        keys = {body_key(name) for name in names}
        corrected = next((match for match in self._corrections if body_key(match["name"]) in keys), None)
        whole = [name for name in names if without_short(name) == name and body_key(name) == body_key(without_short(name))]
        full = sorted(whole, key=lambda name: (-len(name), -printings[name], name))
        name = full[0]
        kind = _kind(corrected) if corrected and corrected["kind"] else self.kind_of(name, bodies)
        key = body_key(name, kind)
        shorts = {short for short, long in bodies.abbreviations.items() if body_key(long, kind) == key}
        aliases = (names | shorts) - {name}
        return Body(name=name, kind=kind, local=not corrected and self._is_local(name, kind), aliases=tuple(sorted(aliases)))

    def _is_local(self, name: str, kind: BodyKind) -> bool:
        """Whether others have a body of the same name: all but organisations and partnerships with a word of their own."""
        if kind not in ("organisation", "partnership"):
            return True
        if name.lower() in self._national or STATE.match(name):
            return False
        words = [word.strip("()’'.,&").removesuffix("’s").removesuffix("'s") for word in name.split()]
        return len(words) == 1 or not any(word[:1].isupper() and word.lower() not in self._common for word in words)


def _kind(correction: re.Match[str]) -> BodyKind:
    return next(kind for kind in get_args(BodyKind) if kind == correction["kind"])


def _in_capitals(name: str) -> str:
    """A name of the list, which is in lower case, as papers print it."""
    return " ".join(word if word in LINKS else word[:1].upper() + word[1:] for word in name.split())


def _listed(aliases: str) -> list[str]:
    return [alias.strip() for alias in re.split(r"[,;]", aliases) if alias.strip()]


def _short(text: str) -> list[str]:
    """The abbreviation that a printing has behind it."""
    match = SHORT_BEHIND.fullmatch(text)
    return [match["short"]] if match and without_short(text) != text else []
