"""All files at one look: of the folder, where whoever asks may know them, and of the register."""

import asyncio
from typing import Any

from pipeline.site.intake.keeping import intake_of
from pipeline.site.intake.states import State, in_order, states
from pipeline.site.queries.intake import began, intake, is_current
from pipeline.site.snapshot import look_up

OUTDATED = "The register was made by another version of the program. Run `pledgebook ingest` once, over all papers; then this goes on."


async def overview(datasette: Any, *, is_clerk: bool) -> tuple[dict[str, Any], list[State]]:
    """The last run, and how each file stands; what the register does not publish is for clerks alone."""
    known, at = await look_up(datasette, intake), intake_of(datasette)

    def look() -> list[State]:
        here = at.folder.papers() if at.folder and is_clerk else None
        return in_order(list(states(known, here, at.progress.waiting, at.progress.reading)))

    return known["run"], await asyncio.to_thread(look)


async def obstacle(datasette: Any) -> str:
    """Why no papers can be put in and read here now; empty where they can."""
    here = intake_of(datasette).obstacle
    return here or ("" if await look_up(datasette, is_current) else OUTDATED)


async def stamp(datasette: Any) -> str:
    """Another text whenever what is known of the files may have changed."""
    run = await look_up(datasette, began)
    return ".".join((str(intake_of(datasette).progress.stamp), *run))
