"""What a check is: declared facts, a page of documentation, and a pure function from a paper to findings."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.checks.passages import commitment_passage
from pipeline.model.identity import flag_id
from pipeline.model.paper import Difference, Flag, FlagKind, Paper, Passage, Severity
from pipeline.model.record import Commitment

Scope = Literal["commitment", "list", "paper"]
"""How far a check looks for one finding: at one record, at the records of one list, or at the whole paper."""


class Finding(NamedTuple):
    """What a check found. `members` are the records that clash, in reading order; `evidence` is as printed.

    `passages` are the clashing words where they stand, the members' own texts where a check names none. `about` is what the flag is
    known by across edits of the paper; without it that is the members, or the evidence where there are none.
    """

    members: tuple[Commitment, ...]
    message: str
    evidence: tuple[str, ...]
    passages: tuple[Passage, ...] = ()
    difference: tuple[Difference, ...] = ()
    about: tuple[str, ...] = ()

    def contents(self, slug: str) -> list[str]:
        """What the flag's id is made of; a member's id holds the paper's slug already."""
        members = [member.id for member in self.members]
        return [slug, *self.about] if self.about else members or [slug, *self.evidence]


Find = Callable[[Paper], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """A check: `code` never changes meaning, `name` is `subject.bad_pattern`, `page` documents it in five parts."""

    code: str
    name: str
    kind: FlagKind
    severity: Severity
    scope: Scope
    find: Find

    @property
    def page(self) -> str:
        """The documentation: what is found, why it matters, what is flagged, what is not, and the known limits."""
        return self.find.__doc__ or ""

    def flags(self, paper: Paper) -> Iterator[Flag]:
        """What the check raises on the paper. Equal findings are counted, so that each flag has an id of its own."""
        equals: Counter[tuple[str, ...]] = Counter()
        for finding in self.find(paper):
            contents = finding.contents(paper.paper.slug)
            key = tuple(sorted(contents))
            yield Flag(
                id=flag_id(self.kind, contents, equals[key]),
                kind=self.kind,
                severity=self.severity,
                members=tuple(member.id for member in finding.members),
                message=finding.message,
                evidence=finding.evidence,
                passages=finding.passages or tuple(commitment_passage(paper, member) for member in finding.members),
                difference=finding.difference,
            )
            equals[key] += 1


def check(*, code: str, name: str, kind: FlagKind, severity: Severity, scope: Scope) -> Callable[[Find], Check]:
    """Declare a function as a check; the registry lists it."""

    def declare(find: Find) -> Check:
        return Check(code=code, name=name, kind=kind, severity=severity, scope=scope, find=find)

    return declare


def count_in_words(count: int) -> str:
    """A small number as a sentence prints it.

    >>> count_in_words(2), count_in_words(12)
    ('two', '12')
    """
    return {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}.get(count, str(count))


def joined(words: list[str]) -> str:
    """Words as a sentence lists them.

    >>> joined(["3.1", "3.2", "3.4"])
    '3.1, 3.2 and 3.4'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
