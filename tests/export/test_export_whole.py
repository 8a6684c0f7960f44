"""Nothing that a register or its folder holds is left out of an export without a reason that stands here."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sample_papers import RUN, commitment, paper

from pipeline.export import Wish, export, import_export
from pipeline.export.describe import table_path
from pipeline.register import Register, hidden, schema

MADE_ANEW = {
    "wordings",
    "wording_keys",
    "wording_pairs",
    "body_nodes",
    "body_printings",
    "facets",
    "facet_names",
}
"""Hidden tables that an import makes anew of the papers."""
OF_THE_PLACE = {"folder_read", "histories_due"}
"""Hidden tables about this machine's folders, which another has not."""
OF_THE_LAST_RUN = {"wordings_touched", "body_nodes_touched", "papers_touched", "ready_for"}
"""Hidden tables of what is still to be joined: of all papers after an import, so that the next run looks at each again."""

LEFT_OUT = {".cache", "people.secret", "watch.lock", "watch.status"}
"""What lies in the folder of outputs and is no part of the record."""


def tables(register: Path) -> set[str]:
    """All tables but those of SQLite and of the text search."""
    with closing(sqlite3.connect(register)) as db:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'commitments_fts%'"
        return {name for (name,) in db.execute(query)}


NUMBERED = {
    "facets": "SELECT commitments.id, papers.slug, facets.due, facets.status, facets.kind, undated, unowned, figures "
    "FROM facets JOIN commitments ON commitments.rowid = facets.number JOIN papers ON papers.rowid = facets.paper",
    "facet_names": "SELECT name, commitments.id FROM facet_names JOIN commitments ON commitments.rowid = facet_names.number",
}
"""Tables that go by the numbers of rows, which an import counts anew: what they say of which commitment."""


def rows(register: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, hidden ones too, but for what tells of this machine's folders."""
    with closing(sqlite3.connect(register)) as db:
        queries = {name: NUMBERED.get(name, f"SELECT * FROM {name}") for name in tables(register) - OF_THE_PLACE}
        return {name: sorted(db.execute(query), key=repr) for name, query in queries.items()}


def test_each_table_is_exported_or_hidden_for_a_reason(record) -> None:
    unseen = {found[1] for statement in hidden.HIDDEN if (found := re.match(r"CREATE TABLE (\w+)", statement))}
    assert unseen == MADE_ANEW | OF_THE_PLACE | OF_THE_LAST_RUN
    assert tables(record.out / "register.db") == {*schema.TABLES} | unseen


def test_an_export_has_every_table_in_every_form(exported: Path) -> None:
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {table_path(name) for name in schema.TABLES}
    assert {path.stem for path in (exported / "tables").iterdir()} == {*schema.TABLES}
    assert tables(exported / "register.db") >= {*schema.TABLES}
    readme = (exported / "README.txt").read_text(encoding="utf-8")
    assert not [name for name in schema.TABLES if table_path(name) not in readme]


def test_an_import_goes_on_like_the_register_it_was_made_of_even_on_another_day(record, exported, tmp_path: Path) -> None:
    import_export(exported, tmp_path / "again", force=False)
    for out in (record.out, tmp_path / "again"):
        with Register(out / "register.db") as register:
            register.write(paper("new", commitment("new", "Mend the clock of the town hall")), "f-new", "2021-06-01T09:00:00")
            register.finish("2021-06-01", RUN)
    one, other = (rows(out / "register.db") for out in (record.out, tmp_path / "again"))
    assert {name for name in one if one[name] != other[name]} == set()


def test_whatever_lies_in_the_folder_of_outputs_is_exported_or_left_out_for_a_reason(office, metadata, tmp_path: Path) -> None:
    office.put("a.txt")
    office.run()
    office.put("a.txt", "1. We will mend the bridge by May 2029.\n")
    office.run()
    with closing(sqlite3.connect(office.out / "reviews.db")) as log:
        log.execute("CREATE TABLE verdicts (number INTEGER PRIMARY KEY)")
    for name in ("people.secret", "watch.status", "watch.lock"):
        (office.out / name).touch()
    export(Wish(office.out, metadata, tmp_path / "export", parquet=False))
    exported = {path.name for path in (tmp_path / "export").rglob("*") if path.is_file()}
    files = {path.relative_to(office.out).as_posix() for path in office.out.rglob("*") if path.is_file()}
    inside = {name.removesuffix("-wal").removesuffix("-shm") for name in files}
    left_out = {name for name in inside if name.rpartition("/")[2] not in exported}
    assert {name.partition("/")[0] for name in left_out} == LEFT_OUT
    assert {"a.json", "a.jsonl", "reviews.db", "register.db"} <= exported


def test_what_is_left_out_is_told(root: Path) -> None:
    told = (root / "docs" / "hand-over.md").read_text(encoding="utf-8")
    assert not [name for name in LEFT_OUT if f"`{name}`" not in told]
