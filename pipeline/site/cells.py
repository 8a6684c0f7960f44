"""Cells of Datasette's own pages that tell more than the register holds."""

from functools import partial
from typing import Any

from markupsafe import Markup

from pipeline.site.flagged import known_flags
from pipeline.site.snapshot import look_up
from pipeline.site.words import state_name


async def flag_cell(datasette: Any, flag: str, message: str) -> Markup:
    """What a flag says, as a link to its page, and how it stands by what auditors decided."""
    known = await look_up(datasette, partial(known_flags, datasette))
    link = Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/-/review/{flag}"), message)
    state = known[flag].standing.state if flag in known else "open"
    return link if state == "open" else link + f" ({state_name(state).lower()})"
