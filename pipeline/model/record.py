"""The records of a paper, as EXTRACTION defines them: commitments and the values they carry.

Every value holds the words it was read from (`text`, as printed), where they stand (`span`) and the rule that read them.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from pipeline.model.span import Span

Kind = Literal["recommendation", "commitment", "action", "indicator"]
Status = Literal["done", "under_way"]
Role = Literal["lead", "partner"]
Relation = Literal["by", "at", "in", "before", "from", "until", "recurring", "ongoing"]
Direction = Literal["increase", "decrease", "reach"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER"]
Comparator = Literal["at_least", "at_most", "more_than", "less_than", "about"]
ModalityKind = Literal["promised", "recommended", "conditional", "aspirational", "negated"]


class Record(BaseModel):
    """A frozen record without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Box(Record):
    """A rectangle on a page, in PDF points from the page's top left; `page` counts from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Value(Record):
    """What the values of a commitment have in common; `page` and `boxes` as in `Commitment`."""

    text: str
    span: Span
    rule: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()


class Owner(Value):
    """Who must do it: as `lead`, or as `partner` (via, with, linked to, supported by)."""

    role: Role


class Deadline(Value):
    """When: `start` and `end` are the ISO days it covers, both inclusive; None where no calendar day follows.

    `timex` is a TIMEX3 value (`2020-10`, `2020-FA`, `P1Y`), `rrule` an RFC 5545 recurrence rule.

    `written` is the value before it was resolved (`XXXX-08`, `FY2012-Q4`, `PRESENT-YEAR`), `mod` what narrows it (`end of`), `anchor`
    the day or the interval of the paper that it was resolved against, None where it needed none. `reason` says in plain words why no
    day follows; None where one does.
    """

    type: TimexType
    timex: str | None
    start: str | None
    end: str | None
    relation: Relation
    rrule: str | None
    written: str | None = None
    mod: Mod | None = None
    anchor: str | None = None
    reason: str | None = None


class Target(Value):
    """A figure to reach; `value` is None where a direction is promised without one, `baseline` where none is stated.

    `comparator` is what the words before the figure make of it (`at least`, `c`, `up to`), None where they say nothing.
    """

    value: float | None
    unit: str
    direction: Direction
    metric: str
    baseline: float | None
    comparator: Comparator | None = None


class Budget(Value):
    """Money set aside; `amount` in whole units of `currency` (ISO 4217), `comparator` as in `Target`.

    A range (`£3-4 million`) is `at_least` its lower bound: that much is set aside for certain, and `text` holds the other.
    """

    amount: float
    currency: str
    comparator: Comparator | None = None


class Modality(Value):
    """How firmly it is said, and the words that say so: the modal or the condition, or the verb that opens an order."""

    kind: ModalityKind


class Stated(Record):
    """What a commitment states: `specific` a verb and what it is about, `measurable` a figure, `assigned` a lead, `time_bound` a
    day of the calendar or a recurrence; of its own or from what stands above it."""

    specific: bool
    measurable: bool
    assigned: bool
    time_bound: bool


class Commitment(Record):
    """A sentence, list item or table row by which somebody undertakes, or is asked, to do or reach something.

    `section` lists the headings above it, outermost first; `rule` names what made it a commitment. `page` is where it begins, from 1,
    and `boxes` are its printed lines, or those of its cell in a table, over several pages where it needs them; None and none for text
    without pages. `source` says whether its page was read as text or as a picture, by OCR. `certain` is False where the
    reading itself may be mistaken: in a table that prints no lines, and on a page that OCR read with doubt. `modality` is None where no
    words say how firmly it is meant; `status_evidence` are the words that `status` was read from, None where it is. `stated` is None
    where nobody looked.
    """

    id: str
    ref: str | None
    kind: Kind
    parent: str | None
    section: tuple[str, ...]
    text: str
    owners: tuple[Owner, ...]
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    budgets: tuple[Budget, ...]
    status: Status | None
    page: int | None
    span: Span
    boxes: tuple[Box, ...]
    rule: str
    source: Literal["text", "ocr"] = "text"
    certain: bool = True
    modality: Modality | None = None
    status_evidence: Value | None = None
    stated: Stated | None = None
