"""`/-/papers/file?name=…`: one file that was put in, for a clerk: what became of it, what it does not say itself, and another try."""

import asyncio
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from pipeline.errors import ReadError
from pipeline.ingest.papers import SIDECAR, plain_reason
from pipeline.ingest.stating import stated_beside, write_sidecar
from pipeline.model.paper import Sidecar
from pipeline.site import answers
from pipeline.site.intake.keeping import clerk_of, intake_of
from pipeline.site.intake.overview import obstacle, one_file, stamp
from pipeline.site.intake.states import STATES, State, cure_for
from pipeline.site.queries import intake as queries
from pipeline.site.snapshot import Connection, look_up

ADDRESS = r"/-/papers/file$"
LONGEST = 300  # characters of a fact
CHANGED = "Somebody else has changed these facts meanwhile. Look at them as they are now, and save again."
STRANGER = "Only clerks who are signed in see to single papers. What the register says of them, anybody may read."


class File(NamedTuple):
    """The file whose page it is: where it lies, how it stands, and the stamp of the moment before it was looked at."""

    path: Path
    state: State
    stamp: str


class Said(NamedTuple):
    """What is said to somebody whose facts are not kept, by which HTTP status, and what he had typed."""

    words: str = ""
    status: int = 200
    typed: Sidecar | None = None


async def show(datasette: Any, request: Any) -> Any:
    """The page; or, by POST, the facts are kept, or the paper is tried again."""
    if clerk_of(request) is None:
        return answers.own(await answers.page(datasette, request, "error.html", {"status": 403, "error": STRANGER}, status=403))
    file = await _find(datasette, request.args.get("name") or "")
    if file is None:
        return await answers.missing(datasette, request, "There is no such file in the folder of papers.")
    if request.method != "POST":
        return await _page(datasette, request, file, Said())
    form = await request.post_vars()
    is_retry = form.get("do") == "retry"
    said = Said(await obstacle(datasette), 503)
    if not said.words and not is_retry:
        said = await asyncio.to_thread(_keep, file.path, form)
    if said.words:
        return await _page(datasette, request, file, said)
    if reader := intake_of(datasette).reader:
        reader.ask([file.state.file], retry=is_retry)
    done = "retry" if is_retry else "kept"
    return answers.redirect(datasette.urls.path(f"/-/papers/file?name={quote(file.state.file)}&done={done}"))


async def _find(datasette: Any, name: str) -> File | None:
    seen = await stamp(datasette)  # first, so that nothing that changes meanwhile is taken for seen
    found = await one_file(datasette, name)
    return File(*found, seen) if found else None


def _keep(path: Path, form: Mapping[str, str]) -> Said:
    """Writes what was typed beside the paper, or says why not."""
    if form.get("seen") != _seen(path):
        return Said(CHANGED, 409)
    typed = Sidecar(**{name: _plain(form.get(name, "")) or None for name in Sidecar.model_fields})
    try:
        write_sidecar(path, typed)
    except ReadError as error:
        return Said(f"Not kept: {error}.", 400, typed)
    except OSError as error:
        return Said(f"Not kept: {plain_reason(error).text}.", 503, typed)
    return Said()


async def _page(datasette: Any, request: Any, file: File, said: Said) -> Any:
    stated, unusable = await asyncio.to_thread(stated_beside, file.path)
    at, slug = intake_of(datasette), file.state.slug

    def ask(connection: Connection) -> dict[str, Any]:
        return queries.facts_of(connection, slug) | {"choices": queries.choices(connection)}

    known = await look_up(datasette, ask)
    context = {
        **known,
        "issues": [{**issue, "cure": cure_for(issue["code"])} for issue in known["issues"]],
        "file": file.state,
        "states": STATES,
        "stated": said.typed or stated,
        "unusable": unusable,
        "seen": _seen(file.path),
        "wrong": said.words,
        "done": request.args.get("done") or "",
        "reads": at.reader is not None,
        "progress": at.progress,
        "stamp": file.stamp,
        "longest": LONGEST,
    }
    return answers.own(await answers.page(datasette, request, "intake_file.html", context, status=said.status))


def _plain(typed: str) -> str:
    """What somebody typed, on one line and without what nobody sees."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in typed).split())[:LONGEST]


def _seen(path: Path) -> str:
    """What tells whether somebody else has stated something meanwhile."""
    try:
        return hashlib.sha256(path.with_name(path.name + SIDECAR).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""
