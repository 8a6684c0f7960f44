"""What auditors decided about the flags that a page shows: of each flag, and of commitments in lists by how many of their flags.

A number of flags leaves out those that were dismissed; these are told beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from pipeline.reviews import ReviewError, Standing
from pipeline.site.desk import desk_of
from pipeline.site.queries.review import members_of, queue
from pipeline.site.snapshot import Connection
from pipeline.site.standings import Known
from pipeline.site.wanted_flags import WantedFlags

Row = dict[str, Any]


def known_flags(datasette: Any, connection: Connection) -> Known:
    """How the flags stand that anybody decided about; where the log cannot be read, none: the register is there all the same."""
    try:
        return desk_of(datasette).known(connection)
    except ReviewError:
        return {}


def verdict_of(standing: Standing | None) -> Row | None:
    """The verdict that a flag stands by, as pages and programs are told it; None where there is none, or it was taken back."""
    if standing is None or standing.entry is None or standing.state == "open":
        return None
    said = standing.entry.verdict.model_dump(include={"decision", "note", "until", "stands"})
    return {"state": standing.state, **said, "reviewer": standing.entry.reviewer, "at": standing.entry.at}


def with_verdicts(known: Known, flags: Iterable[Row]) -> list[Row]:
    """The flags, each with its `verdict`; those that were dismissed come last."""
    told = [flag | {"verdict": verdict_of(known[flag["id"]].standing if flag["id"] in known else None)} for flag in flags]
    return sorted(told, key=lambda flag: _is_dismissed(flag["verdict"]))


def with_counts(connection: Connection, known: Known, commitments: Sequence[Row]) -> list[Row]:
    """The commitments, their number of `flags` without the dismissed ones, and `verdicts`: in which states how many stand."""
    some = [row["id"] for row in commitments if row["flags"]] if known else []
    states: dict[str, Counter[str]] = {}
    for member in members_of(connection, some) if some else ():
        if member["flag"] in known and not known[member["flag"]].standing.is_to_review:
            states.setdefault(member["commitment"], Counter())[known[member["flag"]].standing.state] += 1
    return [row | _counted(row["flags"], states[row["id"]]) if row["id"] in states else row for row in commitments]


def dismissed_by(known: Known, what: Literal["paper", "publisher"]) -> Counter[str | None]:
    """How many flags were dismissed, by paper or by publisher."""
    return Counter(getattr(each, what) for each in known.values() if each.standing.state == "dismissed")


def without_dismissed(rows: Iterable[Row], dismissed: Mapping[str | None, int], key: str) -> list[Row]:
    """Papers or publishers, their number of `flags` without the dismissed ones."""
    return [row | {"flags": row["flags"] - dismissed.get(row[key], 0)} for row in rows]


def queue_of(connection: Connection, wanted: WantedFlags, known: Known) -> list[str]:
    """The ids of the flags that somebody asks for, in the order in which they are to be decided."""
    if wanted.state == "all":
        return queue(connection, wanted, None, True)
    if wanted.state in ("review", "decided"):
        return queue(connection, wanted, settled(known), wanted.state == "decided")
    return queue(connection, wanted, [flag for flag, each in known.items() if each.standing.state == wanted.state], True)


def settled(known: Known) -> list[str]:
    """The ids of the flags that nobody needs to look at any more."""
    return [flag for flag, each in known.items() if not each.standing.is_to_review]


def _counted(flags: int, states: Mapping[str, int]) -> Row:
    return {"flags": flags - states.get("dismissed", 0), "verdicts": sorted(states.items())}


def _is_dismissed(verdict: Row | None) -> bool:
    return bool(verdict and verdict["state"] == "dismissed")
