import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sample_papers import RUN, commitment, flag, owner, paper, parks, streets

from pipeline.errors import RegisterError
from pipeline.model.body import Body
from pipeline.model.paper import Coverage, Flag, Issue, Paper, PaperFacts, Stretch
from pipeline.model.record import Box, Budget, Commitment, Deadline, Owner, Target
from pipeline.model.span import Span
from pipeline.register import PaperRow, Register
from pipeline.register.rows import SECTION_SEPARATOR, paper_rows
from pipeline.register.schema import HISTORY, SOURCE, TABLES, VERSION

VALUES = {"owners": Owner, "deadlines": Deadline, "targets": Target, "budgets": Budget}


def content(rows, tables=("bodies", *SOURCE)):
    return {name: rows(f"SELECT * FROM {name} ORDER BY 1") for name in tables}


def read_back(rows, slug: str) -> Paper:
    """The paper, put together again from its rows alone."""
    (facts,) = rows("SELECT * FROM papers WHERE slug = ?", slug)
    flags = [
        Flag(
            **_own(Flag, row)
            | {"members": _members(rows, row["id"])}
            | {name: json.loads(row[name]) for name in ("evidence", "passages", "difference")}
        )
        for row in rows("SELECT * FROM flags WHERE paper = ? ORDER BY place", slug)
    ]
    return Paper(
        paper=PaperFacts(**_own(PaperFacts, facts)),
        commitments=[_commitment(rows, row) for row in rows("SELECT * FROM commitments WHERE paper = ? ORDER BY place", slug)],
        flags=flags,
        reading_issues=[
            Issue(message=row["message"], where=row["location"], code=row["code"])
            for row in rows("SELECT * FROM reading_issues WHERE paper = ? ORDER BY position", slug)
        ],
        coverage=_coverage(rows, facts),
        bodies=_bodies(rows("SELECT * FROM body_names WHERE paper = ? ORDER BY id", slug)),
    )


def _coverage(rows, facts):
    unread = rows("SELECT * FROM unread WHERE paper = ? ORDER BY position", facts["slug"])
    stretches = [Stretch(**(_own(Stretch, row) | {"span": Span(row["span_start"], row["span_end"])})) for row in unread]
    return Coverage(**(_own(Coverage, facts) | {"unread": stretches}))


def _bodies(printings) -> list[Body]:
    names = [row for row in printings if row["text"] == row["name"]]
    aliases = {row["name"]: [other["text"] for other in printings if other["name"] == row["name"] != other["text"]] for row in names}
    return [Body(name=row["name"], kind=row["kind"], local=bool(row["local"]), aliases=aliases[row["name"]]) for row in names]


def _commitment(rows, row):
    values = {
        table: [
            record(**_found(record, value)) for value in rows(f"SELECT * FROM {table} WHERE commitment = ? ORDER BY position", row["id"])
        ]
        for table, record in VALUES.items()
    }
    section = row["section"].split(SECTION_SEPARATOR) if row["section"] else ()
    return Commitment(**_found(Commitment, row) | values | {"section": section})


def _found(record, row):
    boxes = [Box(**box) for box in json.loads(row["boxes"] or "[]")]
    return _own(record, row) | {"span": (row["span_start"], row["span_end"]), "boxes": boxes}


def _own(record, row):
    return {name: value for name, value in row.items() if name in record.model_fields}


def _members(rows, flag_id):
    return [row["commitment"] for row in rows("SELECT commitment FROM flag_members WHERE flag = ? ORDER BY position", flag_id)]


@pytest.mark.parametrize("original", [streets(), parks(), paper("empty")], ids=lambda paper: paper.paper.slug)
def test_a_paper_comes_back_from_its_rows_as_it_was(path, rows, original):
    with Register(path) as register:
        register.write(original, "f", "2020-11-15T09:00:00")
    assert read_back(rows, original.paper.slug) == original


def test_every_row_fills_exactly_the_columns_of_its_table():
    for table, found in paper_rows(streets(), "f", "2020").items():
        assert found, table
        for row in found:
            assert set(row) == set(TABLES[table].columns), table


def test_the_papers_held_are_told_by_slug(register):
    assert register.papers() == {
        "parks": PaperRow("parks", "parks.txt", parks().paper.sha256, "f-parks"),
        "streets": PaperRow("streets", "streets.txt", streets().paper.sha256, "f-streets"),
    }


def test_a_paper_without_a_title_is_called_by_the_words_of_its_file(register, rows):
    assert rows("SELECT name, title FROM papers WHERE slug = 'parks'") == [{"name": "Parks", "title": None}]


def test_the_handy_columns_of_a_commitment_sum_up_its_values(register, rows):
    (swings,) = rows("SELECT owners, due, section, heading, label, publisher FROM commitments WHERE text LIKE 'Mend the swings%'")
    assert swings == {
        "owners": "Parks Team; with Friends of the Park",
        "due": None,
        "section": "Streets › Trees",
        "heading": "Trees",
        "label": "Mend the swings in due course",
        "publisher": "Anytown Council",
    }


def test_where_a_commitment_stands_and_how_surely_it_was_read_can_be_asked(register, rows):
    (found,) = rows("SELECT page, boxes, source, certain FROM commitments WHERE certain = 0")
    assert (found["page"], found["source"], found["certain"]) == (2, "ocr", 0)
    assert json.loads(found["boxes"]) == [{"page": 2, "x0": 72.0, "top": 100.5, "x1": 300.0, "bottom": 112.0}]
    assert rows("SELECT page, boxes FROM targets WHERE page = 2") == [{"page": 2, "boxes": found["boxes"]}]


def test_due_is_the_earliest_last_day_and_no_day_of_starting(register, rows):
    due = {row["text"]: row["due"] for row in rows("SELECT text, due FROM commitments WHERE paper = 'streets'")}
    assert due["Plant 60 trees by December 2020"] == "2020-12-31"
    assert due["Grit roads from October 2021"] is None


def test_writing_a_paper_again_replaces_all_of_it_and_nothing_else(register, rows):
    others = {name: [row for row in found if row.get("paper", row.get("slug")) == "parks"] for name, found in content(rows, SOURCE).items()}
    register.write(paper("streets", commitment("streets", "Only this")), "f2", "2020-11-16T09:00:00")
    now = content(rows, SOURCE)
    assert [row["text"] for row in now["commitments"] if row["paper"] == "streets"] == ["Only this"]
    for name, found in now.items():
        assert [row for row in found if row.get("paper", row.get("slug")) == "parks"] == others[name]
        if name not in ("papers", "commitments", "names"):
            assert not [row for row in found if row["paper"] == "streets"], name


def test_writing_the_same_paper_again_changes_no_row(register, rows):
    before = content(rows)
    register.write(streets(), "f-streets", "2020-11-15T09:00:00")
    register.finish("2020-11-15", RUN)
    assert content(rows) == before


def test_a_register_built_anew_in_another_order_has_the_same_rows(register, rows, tmp_path):
    before = content(rows)
    with Register(tmp_path / "anew.db") as anew:
        for one in (parks(), streets()):
            anew.write(one, f"f-{one.paper.slug}", "2020-11-15T09:00:00")
        anew.finish("2020-11-15", RUN)
    with closing(sqlite3.connect(tmp_path / "anew.db")) as connection:
        connection.row_factory = sqlite3.Row
        assert content(lambda sql: [dict(row) for row in connection.execute(sql)]) == before


def test_a_removed_paper_leaves_nothing_behind(register, rows):
    register.remove("streets", "2020-11-16T09:00:00")
    for name, found in content(rows, TABLES.keys() - HISTORY.keys()).items():
        assert "streets" not in {row.get("paper", row.get("slug")) for row in found}, name
    assert rows("SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH 'plant'") == []
    assert set(register.papers()) == {"parks"}


def test_removing_an_unknown_paper_does_nothing(register, rows):
    before = content(rows)
    register.remove("nowhere", "2020-11-16T09:00:00")
    assert content(rows) == before


def test_a_write_that_fails_half_way_leaves_everything_as_it_was(register, rows):
    before = content(rows, TABLES)
    twins = (commitment("streets", "Twice"), commitment("streets", "Twice"))
    with pytest.raises(RegisterError, match="streets cannot be written"):
        register.write(paper("streets", *twins), "f2", "2020-11-16T09:00:00")
    with pytest.raises(RegisterError, match="new cannot be written"):
        register.write(paper("new", flags=(flag("duplicate", "Of nothing.", twins[0]),)), "f", "2020-11-16T09:00:00")
    assert content(rows, TABLES) == before


def test_text_that_cannot_be_stored_is_an_error_in_plain_words(register, rows):
    before = content(rows)
    with pytest.raises(RegisterError, match="odd cannot be written"):
        register.write(paper("odd", commitment("odd", "half a pair \ud83d")), "f", "2020-11-16T09:00:00")
    assert content(rows) == before


def test_a_step_may_stand_before_the_commitment_it_belongs_under(register, rows):
    plan = commitment("steps", "The plan")
    register.write(paper("steps", commitment("steps", "A step", under=plan), plan), "f", "2020-11-16T09:00:00")
    assert rows("PRAGMA foreign_key_check") == []


def test_the_text_search_follows_every_change(register, rows):
    def found(words):
        return [row["text"] for row in rows("SELECT text FROM commitments WHERE rowid IN (SELECT rowid FROM commitments_fts(?))", words)]

    assert found("planting") == ["Plant 60 trees by December 2020"]
    assert len(found("street")) == 6  # by word stem, in the headings too
    register.write(paper("streets", commitment("streets", "Dig ditches", section=("Water",))), "f2", "2020-11-16T09:00:00")
    assert found("planting") == []
    assert found("water ditch") == ["Dig ditches"]
    register.finish("2020-11-16", RUN)
    assert found("water ditch") == ["Dig ditches"]


def test_another_connection_reads_while_a_write_is_under_way(register, rows, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert len(rows("SELECT slug FROM papers")) == 2


def test_each_run_is_kept(register, rows):
    register.finish("2020-11-16", RUN._replace(read=0, unchanged=2))
    runs = rows("SELECT id, today, seconds, read, unchanged FROM runs")
    assert [tuple(run.values()) for run in runs] == [(1, "2020-11-15", 1.5, 2, 0), (2, "2020-11-16", 1.5, 0, 2)]


def test_owner_names_may_hold_anything(register, rows):
    register.write(paper("odd", commitment("odd", "Do it", owners=(owner('O\'Brien; "Team" \x00'),))), "f", "2020-11-16T09:00:00")
    assert rows("SELECT text FROM owners WHERE paper = 'odd'") == [{"text": 'O\'Brien; "Team" \x00'}]


def test_an_older_register_is_emptied_and_made_anew(register, path, rows):
    with closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA user_version = 1")
        old.execute("ALTER TABLE papers DROP COLUMN fingerprint")
        old.commit()
    with Register(path) as renewed:
        assert renewed.papers() == {}
        renewed.write(streets(), "f", "2020-11-16T09:00:00")
    assert rows("PRAGMA user_version") == [{"user_version": VERSION}]


def test_an_older_register_is_not_emptied_where_not_all_papers_are_read_again(register, path, rows):
    with closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA user_version = 1")
    with pytest.raises(RegisterError, match="ingest the whole folder once"):
        Register(path, renew=False)
    assert len(rows("SELECT slug FROM papers")) == 2


def test_another_database_is_left_alone(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE accounts (id)")
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="not a register of Pledgebook: move it away"):
        Register(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(path):
    path.write_text("minutes of the meeting " * 100)
    with pytest.raises(RegisterError, match="no database: move it away"):
        Register(path)


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path):
    with pytest.raises(RegisterError, match="folder does not exist"):
        Register(tmp_path / "nowhere" / "register.db")


def test_a_register_that_another_writer_holds_is_said_plainly(register, path):
    register._db.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="Another program has kept it locked"):
            register.write(streets(), "f", "2020-11-16T09:00:00")
