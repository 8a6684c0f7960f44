"""`/`: what is promised, at one glance, and where to ask."""

from typing import Any

from pipeline.site.answers import page
from pipeline.site.flagged import dismissed_by, known_flags, settled, without_dismissed
from pipeline.site.queries.home import home
from pipeline.site.snapshot import DATABASE, Connection, look_up

ADDRESS = r"/$"


async def show(datasette: Any, request: Any) -> Any:
    """The home page."""
    found = await look_up(datasette, lambda connection: _found(datasette, connection))
    questions = await datasette.get_canned_queries(DATABASE, request.actor)
    return await page(datasette, request, "home.html", {**found, "questions": questions})


def _found(datasette: Any, connection: Connection) -> dict[str, Any]:
    """What the register holds, without the flags that auditors have settled."""
    found, known = home(connection), known_flags(datasette, connection)
    done = settled(known)
    counts = found["counts"]
    left = {"flags": counts["flags"] - len(done), "high": counts["high"] - sum(known[flag].severity == "high" for flag in done)}
    return found | {
        "counts": counts | left,
        "papers": without_dismissed(found["papers"], dismissed_by(known, "paper"), "slug"),
        "publishers": without_dismissed(found["publishers"], dismissed_by(known, "publisher"), "publisher"),
    }
