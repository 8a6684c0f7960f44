"""`/`: what is promised, at one glance, and where to ask."""

from typing import Any

from pipeline.site.answers import page
from pipeline.site.queries.home import home
from pipeline.site.snapshot import DATABASE, look_up

ADDRESS = r"/$"
_ATTRIBUTE = "pledgebook_counts"


async def show(datasette: Any, request: Any) -> Any:
    """The home page."""
    found = await look_up(datasette, lambda connection: home(connection, _known(datasette)))
    questions = await datasette.get_canned_queries(DATABASE, request.actor)
    return await page(datasette, request, "home.html", {**found, "questions": questions})


def _known(datasette: Any) -> dict[object, dict[str, Any]]:
    """The counts of each run that this Datasette has made."""
    if not hasattr(datasette, _ATTRIBUTE):
        setattr(datasette, _ATTRIBUTE, {})
    known: dict[object, dict[str, Any]] = getattr(datasette, _ATTRIBUTE)
    return known
