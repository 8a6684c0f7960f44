"""All files at one look: of the folder, where whoever asks may know them, and of the register."""

import asyncio
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.site.intake.keeping import intake_of
from pipeline.site.intake.states import State, Told, in_order, state_of, told
from pipeline.site.queries.intake import intake, is_current, newest
from pipeline.site.snapshot import look_up

OUTDATED = "The register was made by another version of the program. Run `pledgebook ingest` once, over all papers; then this goes on."
_ATTRIBUTE = "_pledgebook_told"


class Known(NamedTuple):
    """The last run, and what the register says; the same for all who ask, until `stamp` is another."""

    stamp: str
    run: dict[str, Any]
    told: Told


async def overview(datasette: Any, *, is_clerk: bool) -> tuple[dict[str, Any], list[State]]:
    """The last run, and how each file stands; what the register does not publish is for clerks alone."""
    known, at = await _known(datasette), intake_of(datasette)
    if not (is_clerk and at.folder):
        return known.run, list(known.told.states.values())
    here, progress = await asyncio.to_thread(at.folder.papers), at.progress
    files = [*known.told.states, *(file for file in here if file not in known.told.states)]
    return known.run, in_order(state_of(file, known.told, here.get(file), progress) for file in files)


async def one_file(datasette: Any, name: str) -> tuple[Path, State] | None:
    """A file of the folder, and how it stands; None where there is none of that name."""
    known, at = await _known(datasette), intake_of(datasette)
    found = await asyncio.to_thread(at.folder.find, name) if at.folder else None
    return (found.path, state_of(name, known.told, found, at.progress)) if found else None


async def obstacle(datasette: Any) -> str:
    """Why no papers can be put in and read here now; empty where they can."""
    here = intake_of(datasette).obstacle
    return here or ("" if await look_up(datasette, is_current) else OUTDATED)


async def stamp(datasette: Any) -> str:
    """Another text whenever what is known of the files may have changed."""
    run = await look_up(datasette, newest)
    return ".".join((str(intake_of(datasette).progress.stamp), *run))


async def _known(datasette: Any) -> Known:
    """What the register says; kept from one request to the next, as a large register has much to say, but not while a run goes on."""
    seen = await stamp(datasette)
    kept: Known | None = getattr(datasette, _ATTRIBUTE, None)
    if kept and kept.stamp == seen and kept.run["id"]:
        return kept
    rows = await look_up(datasette, intake)
    known = Known(seen, rows["run"], await asyncio.to_thread(told, rows))
    setattr(datasette, _ATTRIBUTE, known if rows["is_finished"] else None)
    return known
