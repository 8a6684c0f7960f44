"""`/`: what is promised, at one glance, and where to ask."""

from typing import Any

from pipeline.site.answers import page
from pipeline.site.queries.home import home
from pipeline.site.snapshot import DATABASE, look_up

ADDRESS = r"/$"


async def show(datasette: Any, request: Any) -> Any:
    """The home page."""
    found = await look_up(datasette, home)
    questions = await datasette.get_canned_queries(DATABASE, request.actor)
    return await page(datasette, request, "home.html", {**found, "questions": questions})
