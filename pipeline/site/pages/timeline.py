"""`/-/timeline`: what is due when, drawn and as a table; filters as in the search, in the address."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from pipeline.site import answers
from pipeline.site.drawing.periods import LENGTHS, Period, columns, length_for, places
from pipeline.site.drawing.shapes import STATES as DRAWN
from pipeline.site.drawing.shapes import sign
from pipeline.site.drawing.timeline import Lane, timeline
from pipeline.site.pages.search import chosen
from pipeline.site.queries.choices import choices
from pipeline.site.queries.due import LANES, Count, Known, due_counts, lane_names
from pipeline.site.queries.due import lanes as lanes_of
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.wanted import KINDS, STATES, Wanted
from pipeline.site.words import FLAGS, count, day

ADDRESS = r"/-/timeline$"
PATH = "/-/timeline"
LANE_KINDS = {"publisher": "Publisher", "paper": "Paper", "owner": "Owner", "none": "Only one for all"}
NAMES = {"month": "Months", "quarter": "Quarters", "year": "Years"}


async def show(datasette: Any, request: Any) -> Any:
    """The picture and its table. An address with empty fields, as browsers send it, is made a short one."""
    from datasette import Response

    asked = {name: request.args.get(name) or "" for name in request.args}
    wanted = Wanted.of(asked)._replace(page=1, order="")
    drawn = {"by": asked.get("by", ""), "lanes": asked.get("lanes", "")}
    drawn = {"by": drawn["by"] if drawn["by"] in LENGTHS else "", "lanes": drawn["lanes"] if drawn["lanes"] in LANE_KINDS else ""}
    kept = urlencode({name: value for name, value in drawn.items() if value})
    if any(not value for value in asked.values()):
        query = "&".join(part for part in (wanted.query(), kept) if part)
        return Response.redirect(datasette.urls.path(PATH) + (f"?{query}" if query else ""))
    found, offered = await look_up(
        datasette, lambda connection: (_found(connection, wanted, drawn["lanes"], known_of(datasette)), choices(connection, wanted))
    )
    search = datasette.urls.path("/search")
    context = _drawn(found, wanted, drawn["by"], lambda query: f"{search}?{query}")
    form = {"wanted": wanted, "states": STATES, "kinds": KINDS, "flag_kinds": FLAGS, "lengths": NAMES, "lane_kinds": LANE_KINDS, **drawn}
    context |= {"chosen": chosen(wanted, offered), "kept": kept, "keys": {state: (sign(state), words) for state, words in DRAWN.items()}}
    return await answers.page(datasette, request, "timeline.html", {**offered, **form, "run": found["run"], **context})


def known_of(datasette: Any) -> Known:
    """What a Datasette keeps of the counts."""
    known: Known = datasette.__dict__.setdefault("_pledgebook_due", {})
    return known


def _found(connection: Connection, wanted: Wanted, lanes: str, known: Known) -> dict[str, Any]:
    """The counts of all together and of each lane."""
    run = last_run(connection)
    whole = due_counts(connection, wanted, run, "", known)
    kind, apart = _lanes([lanes] if lanes else _kinds(wanted), lambda kind: due_counts(connection, wanted, run, kind, known))
    sums: dict[str, int] = defaultdict(int)
    for each in apart:
        if each.lane:
            sums[each.lane] += each.number
    most = sorted(sums, key=lambda key: (-sums[key], key))[:LANES]
    return {
        "run": run,
        "whole": whole,
        "kind": kind,
        "apart": apart,
        "names": lane_names(connection, kind, most),
        "left_out": max((len(sums) if (every := lanes_of(connection, wanted, kind)) is None else every) - LANES, 0),
    }


def _kinds(wanted: Wanted) -> list[str]:
    """The kinds of lanes of which there can be several."""
    return ["owner"] if wanted.paper else ["paper", "owner"] if wanted.publisher else ["publisher", "paper", "owner"]


def _lanes(kinds: Sequence[str], ask: Callable[[str], list[Count]]) -> tuple[str, list[Count]]:
    """The first of the kinds of lanes of which there are several, or else the last, and their counts."""
    *others, last = kinds
    if last == "none":
        return last, []
    for kind in others:
        counts = ask(kind)
        if len({each.lane for each in counts if each.lane}) > 1:
            return kind, counts
    return last, ask(last)


def _drawn(found: dict[str, Any], wanted: Wanted, by: str, search: Callable[[str], str]) -> dict[str, Any]:
    """The picture, the rows of its table, and the sums."""
    whole, today = found["whole"], found["run"]["today"]
    months = {each.month for each in whole}
    length = by or length_for(months)
    periods = columns(months, length, today)

    def address(lane: dict[str, str]) -> Callable[[Period, str], str]:
        return lambda period, state: search(query_for(wanted, period, state, today, lane))

    lanes = [Lane("All", cells_of(whole, periods)[None], address({}))]
    apart = cells_of(found["apart"], periods)
    lanes += [Lane(name, apart[key], address({found["kind"]: key})) for key, name in found["names"].items()]
    table = [
        (period.name, [(cell.get(state, 0), address({})(period, state)) for state in DRAWN], sum(cell.values()))
        for period, cell in zip(periods, lanes[0].cells, strict=True)
        if cell
    ]
    sums = {state: sum(each.number for each in whole if each.state == state) for state in DRAWN}
    total = sum(sums.values())
    told = f"{count(total, 'commitment')} with a date: {sums['ahead']:,} still to come, {sums['passed']:,} whose date has passed, "
    told += f"{sums['done']:,} said to be done" + (f"; as of {day(today)}." if today else ".")
    picture = timeline(lanes, periods, today, told + " The same stands in the table below.") if periods else ""
    drawn = {"picture": picture, "table": table, "sums": sums, "total": total, "told": told, "length": length}
    return drawn | {"kind": found["kind"], "left_out": found["left_out"]}


def cells_of(counts: Sequence[Count], periods: Sequence[Period]) -> dict[str | None, list[dict[str, int]]]:
    """The numbers of each state by period, of each lane by its key, and of any other lane that one asks for: none."""
    cells: dict[str | None, list[dict[str, int]]] = defaultdict(lambda: [{} for _ in periods])
    found = places({each.month for each in counts}, periods)
    for each in counts:
        if each.month in found:
            cell = cells[each.lane][found[each.month]]
            cell[each.state] = cell.get(each.state, 0) + each.number
    return cells


def query_for(wanted: Wanted, period: Period, state: str, today: str | None, lane: dict[str, str]) -> str:
    """What the search is asked, so that it finds what a mark stands for."""
    kept, told = _kept(wanted, *lane.items()), _told(wanted, period, state, today)
    return f"{kept}&{told}" if kept else told


@lru_cache(maxsize=256)
def _told(wanted: Wanted, period: Period, state: str, today: str | None) -> str:
    """State and days as all lanes ask for them."""
    start, end = period.days["due_from"], period.days["due_to"]
    if today and state == "ahead":
        start = max(start, today)
    if today and state == "passed":
        before = (date.fromisoformat(today) - timedelta(1)).isoformat()
        end = min(end, before) if end else before
    start, end = max(start, wanted.due_from), min(end, wanted.due_to) if end and wanted.due_to else end or wanted.due_to
    name = wanted.state or {"passed": "overdue"}.get(state, state)
    return f"state={name}" + (f"&due_from={start}" if start else "") + (f"&due_to={end}" if end else "")


@lru_cache(maxsize=64)
def _kept(wanted: Wanted, *lane: tuple[str, str]) -> str:
    """What all addresses of a lane have in common."""
    return wanted.query(**dict(lane), state="", due_from="", due_to="")
