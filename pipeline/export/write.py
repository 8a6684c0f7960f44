"""An export: the whole record of a register in one folder."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from pipeline.export.describe import NAME, Facts, data_package, descriptions, table_path
from pipeline.export.folder import ExportError, new_folder
from pipeline.export.parquet import is_installed, write_parquet
from pipeline.export.readme import readme
from pipeline.export.tables import Written, write_table
from pipeline.register.schema import TABLES
from pipeline.register.snapshot import Snapshot, copy_register, copy_reviews

TRIES = 3
"""How often an export begins anew because papers came in meanwhile."""


class Wish(NamedTuple):
    """What is asked for: the record of `out`, described by the site's `metadata`, in the folder `place`.

    `parquet` None asks for Parquet where it can be had. `force` takes the place of whatever is there.
    """

    out: Path
    metadata: Path
    place: Path
    parquet: bool | None = None
    force: bool = False


class Exported(NamedTuple):
    """What an export holds: rows by table, bytes in all, and whether Parquet is among it."""

    counts: dict[str, int]
    bytes: int
    parquet: bool


def export(wish: Wish) -> Exported:
    """Writes the whole record. Raises ExportError, RegisterError, PipelineError or OSError, and leaves nothing then."""
    facts = descriptions(wish.metadata)
    _demand_apart(wish)
    with new_folder(wish.place, wish.force) as folder:
        with_parquet = is_installed() if wish.parquet is None else wish.parquet
        _copy_record(wish.out, folder)
        with Snapshot(folder / "register.db") as snapshot:
            if with_parquet:
                write_parquet(snapshot, folder / "parquet")
            counts = _write_tables(snapshot, facts, folder)
            (folder / "README.txt").write_text(readme(facts, counts, folder, wish.place, snapshot.last_run()), encoding="utf-8")
        size = sum(path.stat().st_size for path in folder.rglob("*"))
    return Exported(counts, size, with_parquet)


def _demand_apart(wish: Wish) -> None:
    """Raises ExportError where the export would replace what it is made from, or the folder that one stands in."""
    place, out = wish.place.resolve(), wish.out.resolve()
    if place.is_relative_to(out) or out.is_relative_to(place) or Path.cwd().is_relative_to(place):
        raise ExportError(f"{wish.place} is no folder of its own: choose one beside {wish.out}.")


def _copy_record(out: Path, folder: Path) -> None:
    """Copies the register, the papers and their histories as they stood together at one moment."""
    for _ in range(TRIES):
        (folder / "register.db").unlink(missing_ok=True)
        shutil.rmtree(folder / "papers", ignore_errors=True)
        copy_register(out / "register.db", folder / "register.db")
        (folder / "papers").mkdir()
        with Snapshot(folder / "register.db") as snapshot:
            state = snapshot.state()
            strays = [slug for slug, digest in snapshot.digests() if not _copy_paper(slug, digest, out, folder)]
        with Snapshot(out / "register.db") as now:
            is_still = now.state() == state
        if is_still and strays:
            raise ExportError(f"{out} lacks the file of {strays[0]}, or has another than the register: run `pledgebook ingest` first.")
        if is_still:
            break
    else:
        raise ExportError("Papers come in all the while: export when that has ended.")
    if (out / "history").is_dir():
        shutil.copytree(out / "history", folder / "history", ignore=shutil.ignore_patterns(".*"))
    if (out / "reviews.db").is_file():
        copy_reviews(out / "reviews.db", folder / "reviews.db")


def _copy_paper(slug: str, digest: str, out: Path, folder: Path) -> bool:
    """Copies the JSON of a paper; False where there is none, or one of other bytes than these."""
    try:
        data = (out / f"{slug}.json").read_bytes()
        is_same = bool(json.loads(data)["paper"]["sha256"] == digest)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False
    (folder / "papers" / f"{slug}.json").write_bytes(data)
    return is_same


def _write_tables(snapshot: Snapshot, facts: Facts, folder: Path) -> dict[str, int]:
    """Writes each table, and what they are; gives their rows."""
    (folder / "tables").mkdir()
    written: dict[str, Written] = {}
    for table in TABLES:
        with (folder / table_path(table)).open("wb") as stream:
            written[table] = write_table(snapshot, table, stream)
    package = data_package(facts, written, snapshot.last_run())
    (folder / NAME).write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return {table: snapshot.count(table) for table in TABLES}
