"""A whole paper as extracted: what `extracted/<slug>.json` holds."""

from typing import Literal

from pipeline.model.body import Body
from pipeline.model.document import BlockKind
from pipeline.model.record import Box, Commitment, Record
from pipeline.model.span import Span

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
    "deadline_moved",
    "owner_changed",
    "target_changed",
    "dropped",
]
Severity = Literal["low", "medium", "high"]


class Sidecar(Record):
    """What a clerk may state about a paper beside it, in `<file>.yaml`; None leaves it to the paper.

    `succeeds` names the paper that this one follows, by slug or file.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    kind: str | None = None
    succeeds: str | None = None


class PaperFacts(Record):
    """The paper itself. `published` is ISO, as exact as the paper states it (`2012-04`); `period_*` are ISO days, inclusive.

    `sha256` is of the file's bytes, `text_sha256` of its words as `identity.text_digest` folds them.
    `published_evidence` quotes the words the date was read from (`sidecar` where a clerk stated it). `succeeds` is the slug or file of
    the paper that it follows, where a clerk stated it.
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
    succeeds: str | None = None


class Passage(Record):
    """Words of a paper, where they stand: `text` as printed, `commitment` the id of the record they belong to, None where to none.

    `page` and `boxes` are None and none for a paper without pages.
    """

    paper: str
    commitment: str | None
    text: str
    span: Span
    page: int | None
    boxes: tuple[Box, ...]


class Difference(Record):
    """A stretch of two texts, compared word by word: the words of the one and of the other, empty where the other alone has some."""

    one: str
    other: str

    @property
    def is_equal(self) -> bool:
        """Whether both have the same words here."""
        return self.one == self.other


class Flag(Record):
    """Something that does not add up: `members` are commitment ids, `evidence` the clashing words as printed.

    `passages` are both sides where they stand, in one or several papers; `difference` compares the first two word by word, where
    the flag is about their words.
    """

    id: str
    kind: FlagKind
    severity: Severity
    members: tuple[str, ...]
    message: str
    evidence: tuple[str, ...]
    passages: tuple[Passage, ...] = ()
    difference: tuple[Difference, ...] = ()


class Label(Record):
    """A heading, or anything that is printed with a reference: `marker` as printed, None for a heading without one.

    `text` is its words as printed, or the first of them; `level` is 1 for the outermost heading, 0 for what is no heading.
    `commitment` is the id of the record that it is or belongs to, None where it promises nothing.
    """

    kind: BlockKind
    marker: str | None
    text: str
    level: int
    span: Span
    page: int | None
    commitment: str | None


class Stretch(Record):
    """A stretch of text that stands in no record: its first words, and how many characters it has."""

    text: str
    characters: int
    span: Span
    page: int | None


class Coverage(Record):
    """How much of a paper stands in its records, in characters without white space, numbered items and table rows.

    `unread` are the largest stretches in no record, the largest first.
    """

    characters: int
    characters_in_records: int
    items: int
    items_in_records: int
    rows: int
    rows_in_records: int
    unread: tuple[Stretch, ...]


class Level(Record):
    """How far something stands already, as a sentence of the paper tells it: `text` as printed, `value` in `unit`."""

    text: str
    value: float
    unit: str
    span: Span
    page: int | None


class Issue(Record):
    """Something in the paper that was not read, or read with doubt; `code` is that of the reason, in `pipeline/reasons.py`."""

    message: str
    where: str
    code: str = ""


class Paper(Record):
    """One paper: facts, commitments in reading order, flags, and what could not be read; its headings and references in reading
    order, how much of it was read, the bodies that own something in it, and how far things stand. `coverage` is None where nobody
    counted."""

    paper: PaperFacts
    commitments: tuple[Commitment, ...]
    flags: tuple[Flag, ...]
    reading_issues: tuple[Issue, ...]
    labels: tuple[Label, ...] = ()
    coverage: Coverage | None = None
    bodies: tuple[Body, ...] = ()
    levels: tuple[Level, ...] = ()
