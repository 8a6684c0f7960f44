"""`/-/charts`: the whole register, a publisher or a paper in four pictures, each with its table."""

from collections.abc import Callable
from typing import Any

from pipeline.site import answers
from pipeline.site.drawing.bars import Bar, Column, bars, columns, swatch
from pipeline.site.drawing.periods import Period, length_for
from pipeline.site.drawing.periods import columns as periods_of
from pipeline.site.drawing.shapes import STATES
from pipeline.site.pages.timeline import cells_of, known_of, query_for
from pipeline.site.queries.charts import charts
from pipeline.site.snapshot import look_up
from pipeline.site.wanted import Wanted

ADDRESS = r"/-/charts$"

Address = Callable[..., str]


async def show(datasette: Any, request: Any) -> Any:
    """The charts."""
    wanted = Wanted.of({name: request.args.get(name) or "" for name in ("publisher", "paper")})
    found = await look_up(datasette, lambda connection: charts(connection, wanted, known_of(datasette)))

    def address(query: str = "", **changes: object) -> str:
        return f"{datasette.urls.path('/search')}?{query or wanted.query(**changes)}"

    paper = dict(found["papers"]).get(wanted.paper, wanted.paper)
    shown = [_due(found, wanted, address), _became(found, address), _owners(found, address), _stated(found, address)]
    context = {
        "wanted": wanted,
        "charts": shown,
        "of": paper or wanted.publisher,
        "signs": {state: (swatch(state), STATES[state]) for state in STATES},
    }
    return await answers.page(datasette, request, "charts.html", {**found, **context})


def _due(found: dict[str, Any], wanted: Wanted, address: Address) -> dict[str, Any]:
    """What is due when, by quarter as long as that can be read."""
    today, months = found["run"]["today"], {each.month for each in found["due"]}
    length = "year" if length_for(months) == "year" else "quarter"
    periods = periods_of(months, length, today)
    cells = cells_of(found["due"], periods)[None]
    stood = [
        Column(period.name, _label(period, length), cell, {state: address(query_for(wanted, period, state, today, {})) for state in STATES})
        for period, cell in zip(periods, cells, strict=True)
    ]
    rows = [[column.name, *(column.parts.get(state, 0) for state in STATES)] for column in stood if column.parts]
    title = f"Due by {length}"
    picture = columns("due", title, stood) if rows else ""
    heads = [f"Due in {length}" if length == "year" else "Due in", "Still to come", "Date has passed", "Said to be done"]
    note = "The first date of each commitment counts." + (" By year, since the dates reach far apart." if length == "year" else "")
    return {"title": title, "picture": picture, "heads": heads, "rows": rows, "note": note, "keys": True}


def _label(period: Period, length: str) -> str:
    if period.first is None or period.last is None:
        return "earlier" if period.first is None else "later"
    return f"’{period.first:%y}" if length == "year" else f"{period.first:%b}’{period.first:%y}"


def _became(found: dict[str, Any], address: Address) -> dict[str, Any]:
    """What was promised, and what became of it."""
    total, status = found["stated"]["commitments"], found["status"]
    passed = sum(each.number for each in found["due"] if each.state == "passed")
    dated = sum(each.number for each in found["due"])
    shown = [
        Bar("Promised", total, total, address(), "whole"),
        Bar("Said to be done", status.get("done", 0), total, address(state="done"), "done"),
        Bar("Said to be under way", status.get("under_way", 0), total, address(state="under_way"), "under-way"),
        Bar("Date has passed, not said to be done", passed, total, address(state="overdue"), "passed"),
        Bar("Date moved later than in the paper before", found["slipped"], total, address(flag="deadline_moved"), "ahead"),
        Bar("Without a day of the calendar", total - dated, total, "", "whole"),
    ]
    note = "By what the papers themselves say; one commitment can stand in several bars."
    return _barred("became", "Promised, done and slipped", shown, note, "What became of it")


def _owners(found: dict[str, Any], address: Address) -> dict[str, Any]:
    shown = [Bar(row["name"], row["number"], row["number"], address(owner=row["id"])) for row in found["owners"]]
    return _barred("owners", "Who has most to do", shown, "What several share stands with each; leads and partners both count.", "Owner")


def _stated(found: dict[str, Any], address: Address) -> dict[str, Any]:
    """How many state what makes a promise one that can be checked."""
    stated, total = found["stated"], found["stated"]["commitments"]
    shown = [
        Bar("Specific: says what is to be done to what", stated["specific"], total, ""),
        Bar("Measurable: gives a figure", stated["measurable"], total, ""),
        Bar("Assigned: names who leads", stated["assigned"], total, ""),
        Bar("Time-bound: gives a day, or how often", stated["time_bound"], total, ""),
    ]
    return _barred("stated", "How checkable the promises are", shown, f"Of {total:,} commitments, as read by a program.", "What it states")


def _barred(name: str, title: str, shown: list[Bar], note: str, head: str) -> dict[str, Any]:
    rows = [[bar.name, bar.part, *([f"{bar.part / bar.whole:.0%}"] if name != "owners" and bar.whole else [])] for bar in shown]
    heads = [head, "Commitments", *(["Share"] if rows and len(rows[0]) > 2 else [])]
    picture = bars(name, title, shown) if any(bar.whole for bar in shown) else ""
    return {"title": title, "picture": picture, "heads": heads, "rows": rows if picture else [], "note": note, "keys": False}
