"""`pledgebook serve`: Datasette on the register, with the settings that a public instance needs."""

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import PipelineError, RegisterError
from pipeline.site.desk import keep_desk
from pipeline.site.intake.command import Command
from pipeline.site.intake.folder import Folder
from pipeline.site.intake.keeping import Intake, keep_intake
from pipeline.site.intake.reader import Reader
from pipeline.site.paper_files import PaperFiles, keep_papers
from pipeline.site.people import PLUGIN, People, load_people

if TYPE_CHECKING:
    from datasette.app import Datasette

SETTINGS = {
    "default_allow_sql": False,
    "allow_download": False,
    "suggest_facets": False,  # on 0.65 they cost more than all the rest of a page
    "max_returned_rows": 1000,
    "max_csv_mb": 50,
    "sql_time_limit_ms": 1000,
    "facet_time_limit_ms": 200,
    "num_sql_threads": 4,
    "cache_size_kb": 32_000,  # of each of these threads: a large register is read half as often
    "default_cache_ttl": 60,
    "template_debug": False,
    "trace_debug": False,
}

_HERE = Path(__file__).parent


def serve(
    out: Path,
    metadata: Path,
    host: str,
    port: int,
    corpus: Path | None = None,
    now: Callable[[], datetime] | None = None,
    rules: Path | None = None,
) -> None:
    """Serve `out/register.db` until stopped; pages of the papers in `corpus` are shown, their pictures kept in `out/pictures`.

    Papers that clerks put in are read by the `rules`.

    Raises:
        RegisterError: there is no register yet.
        PipelineError: the metadata cannot be read, or the address is taken.
    """
    import uvicorn

    application = datasette_app(out / "register.db", metadata, corpus, now, rules).app()
    with _listen(host, port) as listener, suppress(KeyboardInterrupt):
        print(f"The register is at http://{host}:{listener.getsockname()[1]}/ (stop with Ctrl-C)", flush=True)
        uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on")).run(sockets=[listener])


def datasette_app(
    register: Path, metadata: Path, corpus: Path | None = None, now: Callable[[], datetime] | None = None, rules: Path | None = None
) -> "Datasette":
    """Datasette as we serve it; `register` must be named `register.db`, since metadata and templates go by that name.

    The register is opened mutable, not immutable: `ingest` may write it meanwhile, and readers then see the new state
    at their next query. It is opened read-only all the same. Only in a folder that nobody may write to is it immutable:
    there SQLite could not keep the small files beside it by which readers and a writer know of each other. Without `now`, the time in
    UTC, nobody can decide about flags; without `rules`, or where the register cannot be written, papers that clerks put in wait.
    """
    if not register.is_file():
        raise RegisterError(f"There is no register at {register}: run `pledgebook ingest` first.")
    facts = _metadata(metadata)
    from datasette.app import Datasette
    from datasette.plugins import pm
    from datasette.views import base

    from pipeline.site import plugin, safe_csv

    # The entry point has loaded it already; but without it nothing would be safe, so this does not rest on how we were installed.
    if not pm.is_registered(plugin):
        pm.register(plugin, plugin.__name__)
    # As if rich were not there: with it, every mistyped address prints hundreds of lines, local variables and all.
    pm.get_plugin("datasette.handle_exception").rich = None
    base.csv = safe_csv  # its tables as CSV would else hold formulas
    static = [("pledgebook", str(_HERE / "static"))]
    shared = os.access(register.parent, os.W_OK)
    files, immutables = ([str(register)], []) if shared else ([], [str(register)])
    templates = str(_HERE / "templates")
    people = load_people(register.parent)
    datasette = Datasette(
        files,
        immutables,
        metadata=_with_people(facts, people),
        secret=people.secret,
        settings=SETTINGS,
        template_dir=templates,
        static_mounts=static,
    )
    keep_papers(datasette, PaperFiles(corpus, register.parent / "pictures"))
    keep_desk(datasette, register.parent, now)
    keep_intake(datasette, _intake(register.parent, corpus, rules if shared else None))
    return datasette


def _intake(out: Path, corpus: Path | None, rules: Path | None) -> Intake:
    """Where clerks put papers in, and what reads them: nothing without rules."""
    folder = Folder(corpus) if corpus and corpus.is_dir() else None
    if folder:
        folder.clear()
    command = Command(folder, out.resolve(), rules.resolve()) if folder and rules and rules.is_dir() else None
    return Intake(folder, Reader(command.read) if command else None)


def _with_people(facts: dict[str, Any], people: People) -> dict[str, Any]:
    """The metadata with who can sign in, and SQL for researchers."""
    register = {**facts["databases"]["register"], "allow_sql": {"roles": "researcher"}}
    plugins = {**facts.get("plugins", {}), PLUGIN: people.plugin_settings()}
    return {**facts, "databases": {**facts["databases"], "register": register}, "plugins": plugins}


def _metadata(path: Path) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PipelineError(f"The descriptions of the tables cannot be read from {path}: {error}.") from error
    return facts


def _listen(host: str, port: int) -> socket.socket:
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        # Else the end of an answer waits forty milliseconds, until the browser has acknowledged its beginning. asyncio sees to that only
        # for sockets that name their protocol, as those of create_server do not.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        raise PipelineError(
            f"Nothing can be served at {host}:{port} ({error.strerror or error}): choose another --host or --port."
        ) from error
