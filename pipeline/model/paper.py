"""A whole paper as extracted: what `extracted/<slug>.json` holds."""

from typing import Literal

from pipeline.model.record import Commitment, Record

FlagKind = Literal[
    "duplicate",
    "duplicate_ref",
    "ref_style",
    "numbering_gap",
    "conflicting_deadline",
    "name_variant",
    "no_deadline",
    "no_owner",
    "vague_deadline",
    "target_without_value",
    "target_already_met",
    "broken_text",
    "past_deadline",
]
Severity = Literal["low", "medium", "high"]


class Sidecar(Record):
    """What a clerk may state about a paper beside it, in `<file>.yaml`; None leaves it to the paper."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    kind: str | None = None


class PaperFacts(Record):
    """The paper itself. `published` is ISO, as exact as the paper states it (`2012-04`); `period_*` are ISO days, inclusive.

    `sha256` is of the file's bytes, `text_sha256` of its words as `identity.text_digest` folds them.
    `published_evidence` quotes the words the date was read from (`sidecar` where a clerk stated it).
    """

    slug: str
    file: str
    sha256: str
    text_sha256: str
    title: str | None
    publisher: str | None
    kind: str | None
    published: str | None
    published_evidence: str | None
    period_start: str | None
    period_end: str | None
    pages: int | None


class Flag(Record):
    """Something that does not add up: `members` are commitment ids, `evidence` the clashing words as printed."""

    id: str
    kind: FlagKind
    severity: Severity
    members: tuple[str, ...]
    message: str
    evidence: tuple[str, ...]


class Issue(Record):
    """Something in the paper that was not read, or read with doubt."""

    message: str
    where: str


class Paper(Record):
    """One paper: facts, commitments in reading order, flags, and what could not be read."""

    paper: PaperFacts
    commitments: tuple[Commitment, ...]
    flags: tuple[Flag, ...]
    reading_issues: tuple[Issue, ...]
