"""How several bodies in one phrase are told apart, without breaking the name of any: commas, `and`, strokes."""

import re
from collections.abc import Iterable
from typing import Protocol

ARTICLE = re.compile(r"\A(?:the|a|an|my|our|its|their|all|each|every|both|any)\s+", re.IGNORECASE)
TOGETHER = (  # between offices that only a lost line end parts: Parks Manager Press Officer
    r"(?:(?<= Manager)|(?<= Officer)(?<!Chief Officer)|(?<= Co-ordinator)|(?<= Coordinator))\s"
    r"(?=(?:[A-Z][\w’&-]{0,30} ){1,3}(?:Manager|Officer|Co-?ordinator)\s*(?:\Z|[,;/\n]))"
)
JOINT = re.compile(rf"(?=[\s/;•|+,])(?:\s*(?:/|;|•|\||\+|,(?!\d{{3}}\b)|\n)\s*(?:(?:and|&)\s+)?|\s+(?:and|&|plus)\s+|{TOGETHER})")
HARD = frozenset("/;•|+\n")
CONNECTOR_END = re.compile(r"(?:\s+(?:of|for|and|&|the|to|’s|'s|’|'))+$|\s*[/,;&]\s*$")
GOVERNED = re.compile(r"(?:all|every|each|both)\s", re.IGNORECASE)
BOTH = re.compile(r"[Bb]oth\s+(?=(?:the\s+)?[A-Z][^,;]* and (?:the\s+)?[A-Z])")
TITLE = re.compile(
    r"\b(?:director|head|manager|officer|leader|member|minister|secretary|chair|commissioner|holder|lead)s?\b", re.IGNORECASE
)
TITLE_FIRST = re.compile(r"(?:Director|Manager|Head|Coordinator|Co-ordinator|Leader)s? (?:of |for )?[A-Z]")
TITLE_ALONE = re.compile(
    r"(?:(?:assistant|deputy|executive|corporate|strategic|group|senior|interim|acting|service|general|associate|chief) ){0,3}"
    r"(?:director|head|manager|officer|lead|commissioner|co-?ordinator)",
    re.IGNORECASE,
)
FULL_NAME = re.compile(r"[A-Z][a-z’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}")
BRACKETS = re.compile(r"\([^()]*\)")
SHORT = re.compile(r"[A-Z][A-Za-z]?[A-Z&0-9][A-Za-z&0-9]{0,8}(?:[’']?s)?")
OF = re.compile(r"\b(?:of|for|to|at|in|from)\b", re.IGNORECASE)
MARKS = ' .,;:–-*•“”‘"[]'
OFFICE_FOR = re.compile(r"(?:[\w-]+ )?(?:director|head|manager) (?:of|for)\b", re.IGNORECASE)
OWN = ("the", "a", "an", "my", "our", "its", "their")
LONGEST_NAME = 200
LONGEST_LIST = 12


class Known(Protocol):
    """Who knows what a body is."""

    def is_body(self, name: str) -> bool:
        """Whether `name`, without its article, names somebody who acts."""

    def is_officer(self, name: str) -> bool:
        """Whether a name is that of one person or office."""


class Joints:
    """Parts phrases by what it knows of bodies, of services (`Revenue and Benefits` is one), and of names that must stay whole."""

    def __init__(self, bodies: Known, services: frozenset[str], names: Iterable[str]) -> None:
        self._bodies, self._services = bodies, services
        whole = sorted({name for name in names if JOINT.search(name)}, key=lambda name: (-len(name), name))
        self._whole = re.compile("|".join(map(re.escape, whole)), re.IGNORECASE) if whole else None

    def split(self, phrase: str) -> list[tuple[int, int]]:
        """The bodies that `phrase` joins, as `[start, end)` in it."""
        both = BOTH.match(phrase)
        if GOVERNED.match(phrase) and not both:
            return [(0, len(phrase))]
        joints = list(JOINT.finditer(phrase))
        kept = [match.span() for pattern in (self._whole, BRACKETS) if pattern and joints for match in pattern.finditer(phrase)]
        pieces, start = [], both.end() if both else 0
        for match in joints:
            if any(first < match.end() and match.start() < last for first, last in kept):
                continue
            left = phrase[max(start, match.start() - LONGEST_NAME) : match.start()]
            if self._parts(match[0].strip(" ,"), left, phrase[match.end() : match.end() + LONGEST_NAME]):
                pieces.append((start, match.start()))
                start = match.end()
        pieces.append((start, len(phrase)))
        return [trimmed for first, last in pieces if (trimmed := _trim(phrase, first, last))]

    def _parts(self, joint: str, left: str, rest: str) -> bool:
        """Whether the joint parts two bodies."""
        right = JOINT.split(rest, maxsplit=1)[0]
        if not left.strip() or not right.strip():
            return False
        if joint[:1] in HARD and joint:
            return True
        if self._is_list_of_services(left, rest):
            return False
        if joint == "":
            return not self._goes_on(left.strip(), right.strip()) and (not right[0].islower() or self._bodies.is_body(right))
        return self._are_two(left, right)

    def _goes_on(self, left: str, right: str) -> bool:
        """Whether the words behind a comma only go on: the office of a person, or what else an office is for."""
        if FULL_NAME.fullmatch(left) and not self._bodies.is_body(left):
            return TITLE.search(right) is not None and not FULL_NAME.fullmatch(right)
        if not (OF.search(left) or TITLE.search(left)) or self._bodies.is_body(right):
            return False
        return self._serves(right) or right.split()[-1].lower() in self._services or TITLE_ALONE.fullmatch(left) is not None

    def _are_two(self, left: str, right: str) -> bool:
        """A join by `and` parts two bodies only where each side has a head of its own, or is an acronym."""
        left = ARTICLE.sub("", left.strip())
        first, last = left.split(), right.split()
        if not first or not last:
            return False
        if TITLE_FIRST.match(right) and (TITLE.search(left) or self._bodies.is_body(left)):
            return True
        office = self._bodies.is_officer(left) or ARTICLE.match(right)
        if len(first) == 1 and len(last) > 1 and not SHORT.fullmatch(left) and not office:
            return False
        if (OF.search(left) or TITLE.search(left)) and (not self._bodies.is_body(right) or self._serves(right)):
            return False
        if OFFICE_FOR.match(left) and last[-1].lower() == "services":
            return False
        serves = first[-1].lower() in self._services and last[0].lower() in self._services
        one_department = serves and len(last) <= 2 and not self._bodies.is_body(left)
        return not one_department and self._is_whole(left) and self._is_whole(right)

    def _serves(self, name: str) -> bool:
        """Whether all words of the name are those of services."""
        return all(word.lower() in self._services for word in name.split())

    def _is_list_of_services(self, left: str, rest: str) -> bool:
        """Whether one department has the whole list for its name: `Policy, Finance and Resources Committee`."""
        whole = f"{left}, {rest}"
        words = [word for word in re.split(r"[\s,&]+", whole) if word and word.lower() != "and"]
        if not 0 < len(words) <= LONGEST_LIST or not re.search(r"\s(?:and|&)\s", whole) or re.search(r"[/;•|+\n]", whole):
            return False
        return self._serves(" ".join(words[:-1])) and (words[-1].lower() in self._services or self._bodies.is_body(words[-1]))

    def _is_whole(self, name: str) -> bool:
        bare = ARTICLE.sub("", name).strip()
        words = bare.split()
        single = len(words) == 1 and bare[:1].isupper() and not SHORT.fullmatch(bare)
        return self._bodies.is_body(bare) or (len(words) > 1 and bare[0].isupper()) or (single and len(bare) > 3)


def without_article(phrase: str) -> int:
    """How many characters of `phrase` are its leading article and white space."""
    match = ARTICLE.match(phrase)
    return match.end() if match and match[0].strip().lower() in OWN else 0


def _trim(phrase: str, start: int, end: int) -> tuple[int, int] | None:
    piece = CONNECTOR_END.sub("", phrase[start:end].rstrip(MARKS))
    lead = len(piece) - len(piece.lstrip(MARKS))
    lead += without_article(piece[lead:])
    return (start + lead, start + len(piece)) if lead < len(piece) else None
