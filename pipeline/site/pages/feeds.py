"""`/deadlines.ics` and `/feeds/<kind>.atom`: what is due, and what is new, for calendars and readers of news; filters as in the search."""

from typing import Any

from pipeline.site.answers import SHORT
from pipeline.site.atom import Entry, feed
from pipeline.site.flagged import known_flags
from pipeline.site.ics import Event, calendar
from pipeline.site.queries import feeds as queries
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.wanted import Wanted
from pipeline.site.words import day, flag_name

CALENDAR, NEWS = r"/deadlines\.ics$", r"/feeds/(?P<kind>commitments|flags|moved-dates)\.atom$"
LONGEST_WAIT = 365
"""Days before a deadline that a reminder may be asked for."""
SUMMARY = 120
NEVER = "1970-01-01T00:00:00"
TITLES = {
    "commitments": ("New commitments", "Promises of the papers that came or changed last."),
    "flags": ("New flags", "What does not add up in the papers that came or changed last."),
    "moved-dates": ("Moved dates", "Promises whose date is another than in the paper before."),
}


async def show_calendar(datasette: Any, request: Any) -> Any:
    """Deadlines as events; `alarm=7` reminds of each a week before."""
    from datasette import Response

    wanted = _wanted(request)
    found = await look_up(datasette, lambda connection: queries.dates(connection, wanted))
    here = datasette.absolute_url(request, datasette.urls.path("/commitments/"))
    told = "What councils have promised, by the day on which it is due, as read from their papers by a program."
    if found["is_cut"]:
        told += f" Not all of it: the {queries.MOST_DATES:,} days that come next and as many that have just passed."
    events = [_event(row, here) for row in found["dates"]]
    body = calendar(await _named(datasette, "Deadlines", wanted), told, found["run"]["finished"] or NEVER, events, _alarm(request))
    headers = {**SHORT, "content-disposition": 'inline; filename="deadlines.ics"'}
    return Response(body, headers=headers, content_type="text/calendar; charset=utf-8")


async def show_news(datasette: Any, request: Any) -> Any:
    """What is new of one kind."""
    from datasette import Response

    kind, wanted = request.url_vars["kind"], _wanted(request)
    found = await look_up(datasette, lambda connection: _news(datasette, connection, kind, wanted))
    root = datasette.absolute_url(request, datasette.urls.path("/"))
    title, subtitle = TITLES[kind]
    query = wanted.query()
    page = f"{root}search" + (f"?{query}" if query else "")
    body = feed(
        f"feed:{kind}?{query}",
        await _named(datasette, title, wanted),
        subtitle,
        f"{root}feeds/{kind}.atom" + (f"?{query}" if query else ""),
        page,
        found["run"]["finished"] or NEVER,
        [ENTRIES[kind](row, root) for row in found["entries"]],
    )
    return Response(body, headers=dict(SHORT), content_type="application/atom+xml; charset=utf-8")


def _news(datasette: Any, connection: Connection, kind: str, wanted: Wanted) -> dict[str, Any]:
    """What is new; of flags those that nobody has dismissed."""
    found = queries.news(connection, kind, wanted)
    if kind != "flags":
        return found
    known = known_flags(datasette, connection)
    dismissed = {flag for flag, each in known.items() if each.standing.state == "dismissed"}
    return found | {"entries": [row for row in found["entries"] if row["id"] not in dismissed]}


def _wanted(request: Any) -> Wanted:
    return Wanted.of({name: request.args.get(name) or "" for name in request.args})._replace(page=1, order="")


def _alarm(request: Any) -> int | None:
    typed = request.args.get("alarm") or ""
    return min(int(typed), LONGEST_WAIT) if typed.isascii() and typed.isdigit() and len(typed) < 6 else None


async def _named(datasette: Any, title: str, wanted: Wanted) -> str:
    """The title, and of what: the names of the paper and the owner, and all else that was asked for."""
    names = {"paper": "SELECT name FROM papers WHERE slug = ?", "owner": "SELECT name FROM bodies WHERE id = ?"}

    def ask(connection: Connection) -> list[str]:
        found = []
        for field, value in wanted.asks():
            row = connection.execute(names[field], [value]).fetchone() if field in names else None
            found.append(row[0] if row else value)
        return found

    return ": ".join([title, *([", ".join(parts)] if (parts := await look_up(datasette, ask)) else [])])


def _event(row: dict[str, Any], here: str) -> Event:
    ref = f"{row['ref']} " if row["ref"] else ""
    said = [
        f"{ref}{row['text']}",
        f"Owner: {row['owners'] or 'nobody is named'}",
        f"Due: {day(row['due'])}, printed as “{row['deadline']}”",
        f"Paper: {row['paper_name']}" + (f", p. {row['page']}" if row["page"] else ""),
        f"{here}{row['commitment']}",
    ]
    categories = tuple(each for each in (row["publisher"], (row["section"] or "").split(" › ")[0]) if each)
    return Event(
        f"{row['id']}@pledgebook", row["due"], _short(ref + row["text"]), "\n".join(said), f"{here}{row['commitment']}", categories
    )


def _commitment(row: dict[str, Any], root: str) -> Entry:
    owed = f"Owner: {row['owners'] or 'nobody is named'}. Due: {day(row['due']) or 'no date'}. In: {row['paper_name']}."
    words = f"{row['text']}\n\n{owed}"
    return Entry(f"commitment:{row['id']}", _short(row["label"]), words, f"{root}commitments/{row['id']}", row["since"], _author(row))


def _flag(row: dict[str, Any], root: str) -> Entry:
    title = _short(f"{flag_name(row['kind'])}: {row['message']}")
    words = f"{row['message']}\n\nIn: {row['paper_name']}. Severity: {row['severity']}."
    return Entry(f"flag:{row['id']}", title, words, f"{root}papers/{row['paper']}#f-{row['id']}", row["since"], _author(row))


def _moved(row: dict[str, Any], root: str) -> Entry:
    days = row["days"] or 0
    how = f"{abs(days):,} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"
    words = f"{row['message']}\n\nIn: {row['paper_name']}."
    subject = f"moved:{row['id']}:{days}"
    return Entry(subject, _short(f"{how}: {row['label']}"), words, f"{root}commitments/{row['id']}", row["since"], _author(row))


def _author(row: dict[str, Any]) -> str:
    return row["publisher"] or "Publisher not stated"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SUMMARY else line[: SUMMARY - 1].rsplit(" ", 1)[0] + "…"


ENTRIES = {"commitments": _commitment, "flags": _flag, "moved-dates": _moved}
