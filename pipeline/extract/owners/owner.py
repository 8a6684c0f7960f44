"""Who must do it: from owner columns, from lead-ins and labels, and from the words of the promise itself."""

import re
from collections.abc import Iterable, Iterator
from copy import copy

from pipeline.extract.candidate import Candidate
from pipeline.extract.owners.abbreviations import long_form
from pipeline.extract.owners.antecedent import find_antecedent
from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.owners.cells import CellReader
from pipeline.extract.owners.labels import LabelReader, Ranges
from pipeline.extract.owners.names import Names
from pipeline.extract.owners.prose import ProseReader
from pipeline.extract.reading import Reading
from pipeline.model.record import Owner
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

CLUMSY = re.compile(r"[a-z]+ (?P<name>(?:[A-Z][\w&’'.-]*\s?){1,5})$")
ADDRESSES = re.compile(r"(?:to )?(?:instruct|request|ask|direct|authorise|delegate|urge|call (?:up)?on|invite)s?\b", re.IGNORECASE)
OPEN_END = re.compile(r"\b(?:of|for|and|the|&)\s+$")
INITIALS = frozenset({"dashed", "bracketed"})


class OwnerReader:
    """Reads owners by one rulebook, with the bodies of one paper."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies) -> None:
        self._cells, self._labels, self._prose = CellReader(rulebook), LabelReader(rulebook), ProseReader(rulebook)
        self._signatures = rulebook.of("owner/initials")
        self._names = Names(bodies)
        self._of_sections = Ranges([], [])

    def of_paper(self, bodies: Bodies, reading: Reading) -> "OwnerReader":
        """The same with the bodies of a paper, and the owners that it names right below its headings."""
        reader = copy(self)
        reader._names = Names(bodies)
        reader._of_sections = self._labels.below_headings(reading, reader._names)
        return reader

    def read(self, candidate: Candidate, reading: Reading) -> tuple[Owner, ...]:
        """The owners of a commitment; of those that lead, its owner column alone speaks where it names any.

        A body counts once in each role.
        """
        if "owner" in candidate.header_spans or "owner" in candidate.cells:
            owners = list(self._cells.read(candidate, reading, self._names))
            owners += self._prose.partners(candidate, reading, self._names) if owners else self._of_words(candidate, reading)
        elif candidate.kind == "indicator":  # a body in the name of a measure does not promise it
            owners = list(self._labels.inside(candidate, reading, self._names))
        else:
            owners = list(self._of_words(candidate, reading))
        once: dict[tuple[str, str], Owner] = {}
        for owner in owners:
            once.setdefault((owner.text.lower(), owner.role), owner)
        return tuple(once.values())

    def _of_words(self, candidate: Candidate, reading: Reading) -> Iterator[Owner]:
        """The subject and those named beside it; a label below the heading tells only of what names no other lead."""
        names = self._names
        own = [*self._subject(candidate, reading), *self._prose.read(candidate, reading, names)]
        own += [*self._signed(candidate, reading.text), *self._labels.inside(candidate, reading, names)]
        own += [*self._labels.behind(candidate, reading, names), *self._cells.read(candidate, reading, names)]
        yield from own
        if not any(owner.role == "lead" for owner in own):
            yield from self._of_sections.at(candidate.span)

    def _subject(self, candidate: Candidate, reading: Reading) -> Iterable[Owner]:
        """Whoever is the subject of the promise, or else of its lead-in; a pronoun stands for the body named before it.

        Who tells somebody to act, by a resolution, acts too.
        """
        lead_in = candidate.lead_in
        passed = lead_in.subject if lead_in else None
        if passed and lead_in and (not candidate.subject or ADDRESSES.match(reading.text, candidate.span.start)):
            yield from self._acting(passed, lead_in.rule, reading)
        if candidate.subject:
            yield from self._acting(candidate.subject, candidate.rule, reading)

    def _acting(self, subject: Span, rule: str, reading: Reading) -> Iterable[Owner]:
        place = find_antecedent(reading.text, subject.start, subject.of(reading.text), self._names.bodies) or subject
        name = _nearest_name(place.of(reading.text))
        yield from self._names.named(name, place.end - len(name), "lead", rule)

    def _signed(self, candidate: Candidate, text: str) -> Iterable[Owner]:
        """Who signs a step at its end, or is named there in brackets."""
        words = candidate.span.of(text)
        for rule in self._signatures:
            for match in rule.pattern.finditer(words):
                group = match.lastgroup or "named"
                owners = list(self._names.named(match[group], candidate.span.start + match.start(group), "lead", rule.id))
                if group not in INITIALS or all(self._is_signature(owner.text, words[: match.start()]) for owner in owners):
                    yield from owners

    def _is_signature(self, initials: str, before: str) -> bool:
        """Whether initials are neither those of a thing nor short for the words before them."""
        return self._names.is_initials(initials) and long_form(initials, before) is None


def _nearest_name(subject: str) -> str:
    """Of a clumsy subject (`Council owned company MKDP Board`), the name right before the verb."""
    match = CLUMSY.search(subject)
    lowers = sum(word[0].islower() for word in subject.split())
    clumsy = match and lowers > 1 and len(match["name"].split()) > 1 and not OPEN_END.search(subject[: match.start("name")])
    return match["name"] if match and clumsy else subject
