"""What is a body that can be asked to keep a promise: a person, an office, a team, an organisation."""

import re
from collections.abc import Collection, Mapping

from pipeline.extract.owners.abbreviations import find_abbreviations
from pipeline.extract.owners.joints import ARTICLE, Joints
from pipeline.rulebook import Rulebook

ACRONYM = re.compile(r"(?![A-Z]\d)[A-Z][A-Za-z]?[A-Z&0-9][A-Za-z&0-9]{0,8}(?:[’']?s)?")
PERSON = re.compile(r"(?:cllrs?|councillors?|mr|mrs|ms|dr|miss|sir|lord|lady)\b\.?", re.IGNORECASE)
PERSON_NAME = re.compile(r"(?i:cllrs?|councillors?|mr|mrs|ms|dr|miss|sir|lord|lady)\.?(?: (?:[A-Z][\w’'-]*\.?|and|&|Cllr)){1,5}")
OF = re.compile(r"\b(?:of|for|to|at|in|from)\b", re.IGNORECASE)
ASSEMBLY = re.compile(r"(?:[A-Z][\w’'&-]* (?:(?:of|for|in|with|and|&|the) ){0,2}){2,7}(?:Council|Board|Panel|Partnership|Committee|Forum)")
SHORT_BEHIND = re.compile(r"\s*\((?:the )?[^()]{1,40}\)\Z")
VERBAL = re.compile(r"\b(?:that|which|is|are|was|were|has|have|will|would|being|with|nothing|no|not)\b", re.IGNORECASE)
INNER_CLAUSE = re.compile(r"\A[A-Z][a-z]+s (?:the|a|an)\b|\b(?!(?:of|for|in|at|to|and|with|by|from|on|like|&)\b)[a-z]+ (?:the|a|an)\b")
CONNECTORS = frozenset(["of", "for", "and", "&", "the", "to", "/", "–"])
TITLES = frozenset(["director", "head", "manager", "officer", "leader", "member", "minister", "secretary", "chair", "commissioner"])
PLACES_THAT_ACT = frozenset(["City", "County", "Township", "Shire", "Borough", "Province"])  # short for their councils or governments
LONGEST = 14


class Bodies:
    """Knows the words that name bodies, and of one paper its abbreviations and the names that its owner columns taught."""

    def __init__(self, rulebook: Rulebook, abbreviations: Mapping[str, str] | None = None, names: Collection[str] = ()) -> None:
        self._rulebook = rulebook
        self._heads = rulebook.words["body_heads"]
        self._things = rulebook.words["thing_nouns"]
        self._thing_acronyms = rulebook.words["thing_acronyms"]
        self._generic = rulebook.words["generic_bodies"]
        self._offices = rulebook.words["offices"]
        self._services = rulebook.words["service_nouns"]
        self._names = frozenset(name.lower() for name in names) | rulebook.words["national_bodies"]
        self.abbreviations = dict(abbreviations or {})
        self._known_things: frozenset[str] = frozenset()
        self._known_things = frozenset(short for short, long in self.abbreviations.items() if self._is_thing(long))
        self.joints = Joints(self, self._services, [*names, *self.abbreviations.values()])

    def of_paper(self, text: str) -> "Bodies":
        """The same with the abbreviations that the paper defines."""
        return Bodies(self._rulebook, find_abbreviations(text))

    def with_names(self, names: Collection[str]) -> "Bodies":
        """The same with the names that the owner columns and lead lines of the paper hold: prose repeats them."""
        return Bodies(self._rulebook, self.abbreviations, names)

    def is_body(self, name: str) -> bool:
        """Whether `name`, without its article, names somebody who acts; what stands in brackets behind it tells only of what."""
        name = SHORT_BEHIND.sub("", name) or name
        words = name.split()
        if not words or len(words) > LONGEST or VERBAL.search(name) or INNER_CLAUSE.search(name):
            return False
        if PERSON_NAME.fullmatch(name) or name.lower() in self._names or name in PLACES_THAT_ACT:
            return True
        head = OF.split(name, maxsplit=1)[0].split() or words
        last = head[-1].strip("()’'.,").lower()
        if last in self._heads or " ".join(head[-2:]).lower() in self._heads or ASSEMBLY.fullmatch(name):
            return True
        if last in self._things or words[-1].lower() in self._things or name in self._known_things:
            return False
        if all(word[0].isupper() or word in CONNECTORS for word in words) and any(word.lower() in TITLES for word in words[:3]):
            return True
        return self.is_acronym(words[-1].strip("(),."))

    def is_name(self, name: str) -> bool:
        """Whether a phrase in capitals may stand for a body: `Hazard Alley`, but neither `MK Futures 2050` nor `Local Plan`."""
        words = name.split()
        last = words[-1].strip("()’'.,").lower() if words else ""
        capitals = all(word[0].isupper() or word in CONNECTORS for word in words)
        known_thing = last in self._things or name.lower() in self._thing_acronyms or name in self._known_things
        return bool(words) and capitals and words[0][0].isupper() and not known_thing

    def is_learnt(self, name: str) -> bool:
        """Whether an owner column or lead line of the paper holds the name."""
        return name.lower() in self._names

    def is_officer(self, name: str) -> bool:
        """Whether a name is that of one person or office, rather than of a body."""
        words = [word.lower() for word in ARTICLE.sub("", name).split()]
        is_office = bool(words) and words[-1] in self._offices
        return is_office or PERSON.match(" ".join(words)) is not None or "director" in words or "head" in words

    def is_generic(self, name: str) -> bool:
        """Whether the name tells only the kind of body: partners, local businesses, applicant/developer."""
        return name.lower() in self._generic or ("/" in name and all(part.strip().lower() in self._generic for part in name.split("/")))

    def split(self, phrase: str) -> list[tuple[int, int]]:
        """The bodies that `phrase` joins, as `[start, end)` in it; one that a single word governs stays whole."""
        return self.joints.split(phrase)

    def is_acronym(self, word: str) -> bool:
        """Whether a word is the letters that a body is known by."""
        return ACRONYM.fullmatch(word) is not None and word not in self._known_things and word.lower() not in self._thing_acronyms

    def _is_thing(self, long: str) -> bool:
        """Whether an abbreviation stands for no body: `Local Development Scheme`, `National Living Wage`."""
        last = long.split()[-1].strip("’'").lower()
        return last not in self._services and not self.is_body(long)
