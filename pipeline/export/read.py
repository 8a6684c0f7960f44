"""An import: the register that an export was made of, made again."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from pipeline.errors import RegisterError
from pipeline.export.compare import compare_with_papers
from pipeline.export.describe import NAME, Facts, table_path
from pipeline.export.folder import ExportError, digest_of, made_beside, sums
from pipeline.export.mistakes import Mistakes
from pipeline.export.rows import read_table
from pipeline.export.tables import write_table
from pipeline.model.paper import Paper
from pipeline.register.draft import Draft, make_register
from pipeline.register.schema import TABLES, VERSION
from pipeline.register.snapshot import Snapshot, copy_reviews

RECORDS = ("papers/", "history/")
"""Where the files lie that go back as they are."""


class Imported(NamedTuple):
    """What came of an import: rows by table, whether anything changed, and where the outputs are that stood there before."""

    counts: dict[str, int]
    changed: bool
    before: Path | None


def import_export(folder: Path, out: Path, force: bool) -> Imported:
    """Makes the register of an export again, in `out`.

    Outputs that are the same already are left alone. Others are moved aside with `force`, and are a reason to refuse without it.

    Raises:
        MistakenExportError: the folder is not as it was written; every mistake is named, and nothing is imported.
        ExportError, RegisterError, OSError: there is no export, or it cannot be imported here.
    """
    hashes = _hashes(folder)
    with tempfile.TemporaryDirectory(prefix="pledgebook-") as name:
        draft = Path(name) / "draft.db"
        counts = _draft(folder, hashes, draft)
        if _is_same(folder, out, hashes):
            return Imported(counts, False, None)
        if out.exists() and any(out.iterdir()) and not force:
            raise ExportError(f"{out} holds something else: name another folder with --out, or say --force to have it moved aside.")
        with made_beside(out) as place:
            _fill(place.half, folder, out, draft)
    return Imported(counts, True, place.aside)


def _hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each table, as the export tells it. Raises ExportError where it is none, or another version's."""
    try:
        package: Facts = json.loads((folder / NAME).read_text(encoding="utf-8"))
        ours, resources = package["pledgebook"], package["resources"]
        hashes = {str(resource["name"]): str(resource["hash"]).removeprefix("sha256:") for resource in resources}
    except FileNotFoundError:
        raise ExportError(f"{folder} is no export of a register: it has no {NAME}.") from None
    except (ValueError, KeyError, TypeError):
        raise ExportError(f"{folder / NAME} is not as it was written: take it from the export again.") from None
    if ours.get("schema") != VERSION:
        raise ExportError(
            f"{folder} was made by another version of Pledgebook ({ours.get('version')}): import it with that one, "
            "or read its papers again with `pledgebook ingest`."
        )
    return hashes


def _draft(folder: Path, hashes: dict[str, str], path: Path) -> dict[str, int]:
    """Puts all rows into a draft; gives how many each table has. Raises MistakenExportError."""
    mistakes = Mistakes()
    _check_records(folder, mistakes)
    with Draft(path) as draft:
        for table in TABLES:
            for line in read_table(folder, table, mistakes):
                if not draft.add(table, line.row):
                    key = TABLES[table].key
                    mistakes.note(table_path(table), line.number, key, f"{line.row[0]} stands above already", "leave one of the two")
        draft.settle()
        if not mistakes:
            for table, key, column, to in draft.dangling():
                number = next((line.number for line in read_table(folder, table, Mistakes()) if str(line.row[0]) == key), None)
                mistakes.note(
                    table_path(table), number, column, f"it names a row that {table_path(to)} does not have", "name one that is there"
                )
    mistakes.raise_any()
    with Snapshot(path) as snapshot:
        for table in TABLES:
            if write_table(snapshot, table).sha256 != hashes.get(table):
                _find_changes(folder, table, mistakes)
        mistakes.raise_any()
        return {table: snapshot.count(table) for table in TABLES}


def _find_changes(folder: Path, table: str, mistakes: Mistakes) -> None:
    """Says what was changed in a table after it was written: cell by cell, where the papers tell."""
    before = len(mistakes)
    compare_with_papers(folder, table, mistakes)
    if len(mistakes) == before:
        mistakes.note(table_path(table), None, None, "it was changed after it was written")


def _check_records(folder: Path, mistakes: Mistakes) -> None:
    """Whether the files that are taken over as they are, are as they were written."""
    for file, digest in sums(folder).items():
        if file.startswith(RECORDS):
            try:
                if digest_of(folder / file) != digest:
                    mistakes.note(file, None, None, "it was changed after it was written")
            except FileNotFoundError:
                mistakes.note(file, None, None, "it is missing")


def _records(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files to take over, each with its path in the outputs."""
    for path in sorted([*folder.glob("papers/*.json"), *folder.glob("history/*.jsonl")]):
        yield path, path.name if path.parent.name == "papers" else f"history/{path.name}"


def _is_same(folder: Path, out: Path, hashes: dict[str, str]) -> bool:
    """Whether the outputs are those of the export already."""
    try:
        with Snapshot(out / "register.db") as now:
            is_same = all(write_table(now, table).sha256 == hashes[table] for table in TABLES)
    except RegisterError:
        return False
    return is_same and all((out / name).is_file() and digest_of(out / name) == digest_of(path) for path, name in _records(folder))


def _fill(half: Path, folder: Path, out: Path, draft: Path) -> None:
    """Writes all outputs into a new folder. Verdicts only ever grow: those that are here already stay."""
    for path, name in _records(folder):
        (half / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(path, half / name)
    make_register(half / "register.db", draft, _papers(folder, draft))
    for reviews in (out / "reviews.db", folder / "reviews.db"):
        if reviews.is_file():
            copy_reviews(reviews, half / "reviews.db")
            break


def _papers(folder: Path, draft: Path) -> Iterator[Paper]:
    """The papers. Raises MistakenExportError where one is no record."""
    mistakes = Mistakes()
    with Snapshot(draft) as snapshot:
        for slug, _ in snapshot.digests():
            file = f"papers/{slug}.json"
            try:
                yield Paper.model_validate_json((folder / file).read_bytes())
            except FileNotFoundError:
                mistakes.note(file, None, None, "it is missing")
            except ValidationError:
                mistakes.note(file, None, None, "it is no record of this version of Pledgebook")
            mistakes.raise_any()
