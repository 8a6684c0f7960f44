"""Who must do it: from owner columns, from lead-ins, and from the words of the promise itself."""

import re
from collections.abc import Iterable

from pipeline.extract.bodies import CONNECTOR_END, Bodies
from pipeline.extract.candidate import Candidate
from pipeline.extract.reading import Reading
from pipeline.model.record import Owner, Role
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

COLUMN_RULE = "CO01"
IN_PARTNERSHIP, AGENT = "OW02", "OW04"
LOOK_BACK = 30
LONGEST_TIME = 20
PARTICIPLE = re.compile(r"(?:ed|en|ne|ld|ut|de|up|wn|nt) (?:\w+ly )?\Z")
CUE = re.compile(r"(?:(?:\w+ )?(?:with|via|through|alongside|by|of|to)\s+)(?:(?:the|our|all|both)\s+)?", re.IGNORECASE)
NOBODY = frozenset({"n/a", "tbc", "tba", "tbd", "to be confirmed", "none", "various", "-", "all"})
NEXT_WORD = re.compile(r" ([a-z][\w’'-]*)")


class OwnerReader:
    """Reads owners by one rulebook."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies) -> None:
        self._bodies = bodies
        self._roles: dict[str, Role] = {rule.id: rule.rule.value["role"] for rule in rulebook.of("owner/names")}
        self._partners_follow, self._no_partner = (rule.pattern for rule in rulebook.of("owner/around"))
        self._initials = rulebook.of("owner/initials")
        self._function = rulebook.words["function_words"]

    def read(self, candidate: Candidate, reading: Reading) -> tuple[Owner, ...]:
        """The owners of a commitment; its owner column, where it has one, speaks alone. A body counts once in each role."""
        if "owner" in candidate.header_spans or "owner" in candidate.cells:
            owners = [owner for span in _parts(candidate, "owner") for owner in self._column(span, reading.text, "lead")]
            owners += [owner for span in _parts(candidate, "partner") for owner in self._column(span, reading.text, "partner")]
            owners += [owner for owner in self._phrases(candidate, reading) if owner.rule == IN_PARTNERSHIP]
        else:
            indicator = candidate.kind == "indicator"  # a body in the name of a measure does not promise it
            owners = (
                []
                if indicator
                else [*self._subject(candidate, reading), *self._phrases(candidate, reading), *self._signed(candidate, reading.text)]
            )
        return tuple({(owner.text, owner.role): owner for owner in owners}.values())

    def _column(self, span: Span, text: str, role: Role) -> Iterable[Owner]:
        """The first bodies have the role of their column; those behind via, with and the like are partners."""
        cell, start = span.of(text), 0
        for mark in [*self._partners_follow.finditer(cell), None]:
            end = mark.start() if mark else len(cell)
            yield from self._named(cell[start:end], span.start + start, role, COLUMN_RULE)
            if mark:
                start, role = mark.end(), "partner"

    def _subject(self, candidate: Candidate, reading: Reading) -> Iterable[Owner]:
        lead_in = candidate.lead_in
        subject = candidate.subject or (lead_in.subject if lead_in else None)
        if subject:
            rule = candidate.rule if candidate.subject else lead_in.rule if lead_in else candidate.rule
            yield from self._named(self._nearest_name(subject.of(reading.text)), 0, "lead", rule, within=subject, text=reading.text)

    def _nearest_name(self, subject: str) -> str:
        """Of a clumsy subject (`Council owned company MKDP Board`), the name right before the verb."""
        match = re.search(r"[a-z]+ ((?:[A-Z][\w&’'.-]*\s?){1,5})$", subject)
        words = subject.split()
        lowers = sum(word[0].islower() for word in words)
        return (
            match[1]
            if match
            and lowers >= 2
            and len(match[1].split()) >= 2
            and not re.search(r"\b(?:of|for|and|the|&)\s+$", subject[: match.start(1)])
            else subject
        )

    def _phrases(self, candidate: Candidate, reading: Reading) -> Iterable[Owner]:
        for span, rule in reading.owners_in(candidate.span):
            cue = CUE.match(span.of(reading.text))
            name = Span(span.start + (cue.end() if cue else 0), span.end)
            before = reading.text[max(0, span.start - LOOK_BACK) : span.start]
            if rule == AGENT and (not PARTICIPLE.search(before) or before.rstrip().endswith("supported")):
                continue
            if (
                name.start >= name.end
                or any(name.overlaps(time.span) for time in reading.times_in(Span(name.start, name.end + LONGEST_TIME)))
                or self._no_partner.search(before)
            ):
                continue
            following = NEXT_WORD.match(reading.text, name.end, candidate.span.end)
            if (
                following
                and not CONNECTOR_END.search(name.of(reading.text))
                and following[1] not in self._function
                and not following[1].endswith(("ing", "ed", "ly"))
            ):
                continue  # the name only describes what follows: MK Together arrangements, council communications
            for owner in self._named(name.of(reading.text), name.start, self._roles[rule], rule):
                if self._bodies.is_name(owner.text) or self._bodies.is_body(owner.text):
                    yield owner

    def _signed(self, candidate: Candidate, text: str) -> Iterable[Owner]:
        for rule in self._initials:
            for match in rule.pattern.finditer(candidate.span.of(text)):
                group = match.lastgroup or "named"
                yield from self._named(match[group], candidate.span.start + match.start(group), "lead", rule.id)

    def _named(self, phrase: str, start: int, role: Role, rule: str, within: Span | None = None, text: str = "") -> Iterable[Owner]:
        """An owner for each body that the phrase joins."""
        if within:
            start = within.start + within.of(text).rindex(phrase)
        if phrase.strip().lower() in NOBODY:
            return
        for first, last in self._bodies.split(phrase):
            name = CONNECTOR_END.sub("", phrase[first:last])
            if name and name.lower() not in NOBODY:
                yield Owner(text=" ".join(name.split()), span=Span(start + first, start + first + len(name)), rule=rule, role=role)


def _parts(candidate: Candidate, role: str) -> list[Span]:
    return [part for cell in candidate.cells.get(role, []) for part in cell.parts]
