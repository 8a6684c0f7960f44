"""What is a body that can be asked to keep a promise, and how several bodies in one phrase are told apart."""

import re

from pipeline.rulebook import Rulebook

ARTICLE = re.compile(r"\A(?:the|a|an|my|our|its|their|all|each|every|both|any)\s+", re.IGNORECASE)
ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z&0-9][A-Za-z&0-9]{0,8}(?:[’']?s)?")
PERSON = re.compile(r"(?:cllrs?|councillors?|mr|mrs|ms|dr|miss|sir|lord|lady)\b\.?", re.IGNORECASE)
PERSON_NAME = re.compile(r"(?i:cllrs?|councillors?|mr|mrs|ms|dr|miss|sir|lord|lady)\.?(?: (?:[A-Z][\w’'-]*\.?|and|&|Cllr)){1,5}")
DEFINITION = re.compile(
    r"(?<![\w-])((?:[A-Z][\w&’'.]{0,40}(?:-[a-z]\w{0,40})?|of|for|and|the|&)"
    r"(?:[\s-]{1,3}(?:[A-Z][\w&’'.]{0,40}(?:-[a-z]\w{0,40})?|of|for|and|the|&|to)){1,9})\s?\(([A-Z][A-Za-z&0-9]{1,9})\)"
)
OF = re.compile(r"\b(?:of|for|to|at|in|from)\b", re.IGNORECASE)
CONNECTOR_END = re.compile(r"(?:\s+(?:of|for|and|&|the|to|’s|'s|’|'))+$|\s*[/,;&]\s*$")
SPLIT = re.compile(r"\s*[/;,]\s*(?:and\s+)?|\s+(?:and|&)\s+")
VERBAL = re.compile(r"\b(?:that|which|is|are|was|were|has|have|will|would|being|with|nothing|no|not)\b", re.IGNORECASE)
CONNECTORS = frozenset(["of", "for", "and", "&", "the", "to", "/", "–"])
MARKS = ' .,;:–-*“”‘"['
GOVERNED = re.compile(r"(?:all|every|each|both)\s", re.IGNORECASE)
TITLES = frozenset(["director", "head", "manager", "officer", "leader", "member", "minister", "secretary", "chair", "commissioner"])
INNER_CLAUSE = re.compile(r"\A[A-Z][a-z]+s (?:the|a|an)\b|\b(?!(?:of|for|in|at|to|and|with|by|from|on|like|&)\b)[a-z]+ (?:the|a|an)\b")
LONGEST = 14
LONGEST_NAME = 200


class Bodies:
    """Knows the words that name bodies; `things` are the acronyms of one paper that stand for no body."""

    def __init__(self, rulebook: Rulebook, things: frozenset[str] = frozenset()) -> None:
        self._rulebook = rulebook
        self._known_things = things
        self._heads = rulebook.words["body_heads"]
        self._things = rulebook.words["thing_nouns"]
        self._generic = rulebook.words["generic_bodies"]
        self._offices = rulebook.words["offices"]
        self._services = rulebook.words["service_nouns"]

    def of_paper(self, text: str) -> "Bodies":
        """The same with the acronyms that the paper introduces for something that is no body: `Local Development Scheme (LDS)`."""
        pairs = ((match[1].split()[-1].lower(), match[2]) for match in DEFINITION.finditer(text))
        return Bodies(self._rulebook, frozenset(short for last, short in pairs if last in self._things and last not in self._heads))

    def is_body(self, name: str) -> bool:
        """Whether `name`, without its article, names somebody who acts."""
        words = name.split()
        if not words or len(words) > LONGEST or VERBAL.search(name) or INNER_CLAUSE.search(name):
            return False
        if PERSON_NAME.fullmatch(name):
            return True
        head = OF.split(name, maxsplit=1)[0].split() or words
        last = head[-1].strip("()’'.,").lower()
        if last in self._heads or " ".join(head[-2:]).lower() in self._heads:
            return True
        if last in self._things or words[-1].lower() in self._things or name in self._known_things:
            return False
        if all(word[0].isupper() or word in CONNECTORS for word in words) and any(word.lower() in TITLES for word in words[:3]):
            return True
        bare = words[-1].strip("(),.")
        return bool(ACRONYM.fullmatch(bare)) and bare not in self._known_things

    def is_name(self, name: str) -> bool:
        """Whether a phrase in capitals may stand for a body: `Hazard Alley`, but neither `MK Futures 2050` nor `Local Plan`."""
        words = name.split()
        last = words[-1].strip("()’'.,").lower() if words else ""
        capitals = all(word[0].isupper() or word in CONNECTORS for word in words)
        return bool(words) and capitals and words[0][0].isupper() and last not in self._things and name not in self._known_things

    def is_officer(self, name: str) -> bool:
        """Whether a name is that of one person or office, rather than of a body."""
        words = [word.lower() for word in ARTICLE.sub("", name).split()]
        return PERSON.match(" ".join(words)) is not None or words[-1] in self._offices or "director" in words or "head" in words

    def is_generic(self, name: str) -> bool:
        """Whether the name tells only the kind of body: partners, local businesses."""
        return name.lower() in self._generic

    def split(self, phrase: str) -> list[tuple[int, int]]:
        """The bodies that `phrase` joins, as `[start, end)` in it; one that a single word governs stays whole.

        A join by `and` parts two bodies only where each side has a head of its own, or is an acronym.
        """
        pieces, start = [], 0
        if GOVERNED.match(phrase):
            return [(0, len(phrase))]
        for match in SPLIT.finditer(phrase):
            left = phrase[max(start, match.start() - LONGEST_NAME) : match.start()]
            right = SPLIT.split(phrase[match.end() : match.end() + LONGEST_NAME], maxsplit=1)[0]
            if self._parts(match[0].strip(" ,"), left, right):
                pieces.append((start, match.start()))
                start = match.end()
        pieces.append((start, len(phrase)))
        return [trimmed for a, b in pieces if (trimmed := _trim(phrase, a, b))]

    def _parts(self, joint: str, left: str, right: str) -> bool:
        if not left.strip() or not right.strip():
            return False
        if joint in ("/", ";"):
            return True
        if joint == "":
            return not right[0].islower() or self.is_body(right)
        if len(left.split()) == 1 and not ACRONYM.fullmatch(left.strip()) and len(right.split()) > 1:
            return False
        if (OF.search(left) or TITLES & set(left.lower().split())) and not self.is_body(right):
            return False
        one_department = left.split()[-1].lower() in self._services and right.split()[0].lower() in self._services
        return (
            not (one_department and len(right.split()) <= 2 and not self.is_body(left)) and self._is_whole(left) and self._is_whole(right)
        )

    def _is_whole(self, name: str) -> bool:
        bare = ARTICLE.sub("", name).strip()
        words = bare.split()
        single = len(words) == 1 and bare[:1].isupper() and not ACRONYM.fullmatch(bare)
        return (
            self.is_body(bare) or (len(words) > 1 and bare[0].isupper()) or (single and len(bare) > 3 and bare.lower() not in self._heads)
        )


def without_article(phrase: str) -> int:
    """How many characters of `phrase` are its leading article and white space."""
    match = ARTICLE.match(phrase)
    return match.end() if match and match[0].strip().lower() in ("the", "a", "an", "my", "our", "its", "their") else 0


def _trim(phrase: str, start: int, end: int) -> tuple[int, int] | None:
    piece = CONNECTOR_END.sub("", phrase[start:end].rstrip(MARKS))
    lead = len(piece) - len(piece.lstrip(MARKS))
    lead += without_article(piece[lead:])
    return (start + lead, start + len(piece)) if lead < len(piece) else None
