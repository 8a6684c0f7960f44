"""Owners in running words: bodies behind with, by and the like, second subjects, and who is told to act."""

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.candidate import Candidate
from pipeline.extract.owners.bodies import ACRONYM
from pipeline.extract.owners.joints import CONNECTOR_END
from pipeline.extract.owners.names import Names
from pipeline.extract.reading import Reading
from pipeline.model.record import Owner, Role
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords

AGENT = "OW04"
LOOK_BACK = 40
LONGEST_TIME = 20
HELPED = re.compile(r"(?:support(?:ed)? to|help (?:to|with|by))\b", re.IGNORECASE)
ABSOLUTE = re.compile(
    r" (?:being |having been )?(?:updated|reviewed|completed|published|reported|approved|adopted|submitted|finalised|extended|reduced"
    r"|increased|improved|delivered|introduced|amended)\b"
)
PARTICIPLE = re.compile(r"(?:ed|en|ne|ld|ut|de|up|wn|nt) (?:\w+ly )?\Z")
CUE = re.compile(r"(?:(?:\w+ )?(?:with|via|through|alongside|by|of|to)\s+)(?:(?:the|our|all|both)\s+)?", re.IGNORECASE)
NEXT_WORD = re.compile(r" ([a-z][\w’'-]*)")


class ProseReader:
    """Reads words by rules/owner/names, rules/owner/prose and rules/owner/around."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._roles: dict[str, Role] = {rule.id: rule.rule.value["role"] for rule in rulebook.of("owner/names")}
        around = {rule.rule.name: rule.pattern for rule in rulebook.of("owner/around")}
        self._no_partner, self._does, self._only_says = (around[f"owner.{name}"] for name in ("no_partner", "does_it", "only_says"))
        self._rules = NeededWords(rulebook.of("owner/prose"))
        self._function = rulebook.words["function_words"]

    def read(self, candidate: Candidate, reading: Reading, names: Names) -> Iterator[Owner]:
        """The owners that the commitment names, those behind cue words first."""
        yield from self._behind_cues(candidate, reading, names)
        yield from self._in_sentences(candidate, reading, names)

    def partners(self, candidate: Candidate, reading: Reading, names: Names) -> Iterable[Owner]:
        """The partners among them."""
        return (owner for owner in self.read(candidate, reading, names) if owner.role == "partner")

    def _behind_cues(self, candidate: Candidate, reading: Reading, names: Names) -> Iterator[Owner]:
        for span, rule in reading.owners_in(candidate.span):
            cue = CUE.match(span.of(reading.text))
            name = Span(span.start + (cue.end() if cue else 0), span.end)
            if name.start < name.end and self._takes_part(Span(span.start, name.end), name, rule, candidate, reading):
                for owner in names.named(name.of(reading.text), name.start, self._roles[rule], rule):
                    known = names.bodies.is_name(owner.text) or names.bodies.is_body(owner.text)
                    if known and not is_means(span.of(reading.text), owner.text, names):
                        yield owner

    def _takes_part(self, phrase: Span, name: Span, rule: str, candidate: Candidate, reading: Reading) -> bool:
        """Whether the name behind a cue word is that of a body, which does something or helps to."""
        before = reading.text[max(0, phrase.start - LOOK_BACK) : phrase.start]
        if rule == AGENT and not self._is_agent(reading.text[max(candidate.span.start, phrase.start - LOOK_BACK) : phrase.start]):
            return False
        if HELPED.match(reading.text, phrase.start) or ABSOLUTE.match(reading.text, name.end, candidate.span.end):
            return False
        is_time = any(name.overlaps(time.span) for time in reading.times_in(Span(name.start, name.end + LONGEST_TIME)))
        if is_time or self._no_partner.search(before) or names_people(name.of(reading.text)):
            return False
        return not self._describes(name, candidate.span.end, reading.text)

    def _is_agent(self, before: str) -> bool:
        """Whether the words before by are the participle of something that is done."""
        done = PARTICIPLE.search(before) is not None and not before.rstrip().endswith("supported")
        return done and self._does.search(before) is not None and not self._only_says.search(before)

    def _describes(self, name: Span, end: int, text: str) -> bool:
        """Whether a name only describes what follows: MK Together arrangements, council communications."""
        following = NEXT_WORD.match(text, name.end, end)
        return (
            following is not None
            and not CONNECTOR_END.search(name.of(text))
            and following[1] not in self._function
            and not following[1].endswith(("ing", "ed", "ly"))
        )

    def _in_sentences(self, candidate: Candidate, reading: Reading, names: Names) -> Iterator[Owner]:
        text = candidate.span.of(reading.text)
        for rule in self._rules.may_match(text.lower()):
            for match in rule.pattern.finditer(text):
                role = rule.rule.value["role"]
                if role == "lead" or self._helps(text, match, candidate, reading):
                    owners = names.known(match["named"], candidate.span.start + match.start("named"), role, rule.id)
                    yield from (owner for owner in self._proper(owners, rule) if not is_means(match[0], owner.text, names))

    def _helps(self, text: str, match: re.Match[str], candidate: Candidate, reading: Reading) -> bool:
        """Whether those behind with take part."""
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        end = Span(candidate.span.start + match.start("named"), candidate.span.start + match.end("named"))
        return not self._no_partner.search(before) and not self._describes(end, candidate.span.end, reading.text)

    def _proper(self, owners: Iterable[Owner], rule: CompiledRule) -> Iterator[Owner]:
        """Those with a name of their own; where advice is given, also those that are called by their kind."""
        return (owner for owner in owners if rule.rule.name in PLAIN or any(letter.isupper() for letter in owner.text))


PLAIN = frozenset({"owner.recommend_that"})
PEOPLE = re.compile(r"(?:young |disabled |older )?(?:people|persons?|residents|children|parents|adults)\b(?![’'])", re.IGNORECASE)


def names_people(name: str) -> bool:
    """Whether a name in capitals is that of people in general: `Young People`."""
    return PEOPLE.match(name) is not None


def is_means(phrase: str, name: str, names: Names) -> bool:
    """Whether capitals right behind through are those of a fund or scheme, and not of a body the paper explains: through AEB."""
    unknown = name not in names.bodies.abbreviations and not names.bodies.is_learnt(name)
    return (
        phrase.lower().startswith("through ")
        and not phrase.lower().startswith("through the ")
        and unknown
        and ACRONYM.fullmatch(name) is not None
    )
