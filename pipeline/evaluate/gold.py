"""The records of a paper read by hand. Members and parents are positions in its list; `optional` marks what is doubtful."""

from pydantic import BaseModel, ConfigDict

from pipeline.model.paper import FlagKind
from pipeline.model.record import Direction, Kind, Relation, Role, Status


class GoldRecord(BaseModel):
    """A frozen record; what is not scored may stand beside the fields that are."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldValue(GoldRecord):
    """What the values of a commitment have in common."""

    text: str
    optional: bool = False


class GoldOwner(GoldValue):
    """Who must do it."""

    role: Role


class GoldDeadline(GoldValue):
    """When."""

    end: str | None
    relation: Relation
    rrule: str | None


class GoldTarget(GoldValue):
    """A figure to reach; without a value it is not scored."""

    value: float | None
    unit: str | None
    direction: Direction


class GoldBudget(GoldValue):
    """Money set aside."""

    amount: float


class GoldCommitment(GoldRecord):
    """One promise. `section` names one of the headings above it, `parent` the position of the one it stands under."""

    ref: str | None
    kind: Kind
    parent: int | None
    section: str | None
    text: str
    owners: tuple[GoldOwner, ...]
    deadlines: tuple[GoldDeadline, ...]
    targets: tuple[GoldTarget, ...]
    budgets: tuple[GoldBudget, ...]
    status: Status | None
    optional: bool = False


class GoldFlag(GoldRecord):
    """Something that does not add up, told by its members or, for printings that differ, by its evidence."""

    kind: FlagKind
    members: tuple[int, ...] | None = None
    evidence: tuple[str, ...] | None = None
    optional: bool = False


class GoldPaper(GoldRecord):
    """One paper."""

    commitments: tuple[GoldCommitment, ...]
    flags: tuple[GoldFlag, ...] = ()
