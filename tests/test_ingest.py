"""What an ingestion does, run after run."""

import json
import sqlite3

import pytest

from pipeline.ingest import forker
from pipeline.ingest.places import Arrival, Known, Place, share_out, slug_of


def ids(office) -> dict[str, list[str]]:
    with sqlite3.connect(office.out / "register.db") as db:
        return {table: sorted(row[0] for row in db.execute(f"select id from {table}")) for table in ("commitments", "flags", "deadlines")}


def test_a_paper_is_read_stored_and_registered(office) -> None:
    office.put("plan.txt")
    result = office.run()
    assert result.exit_code == 0
    assert result.output.startswith("plan.txt: read (2 commitments, ")
    assert json.loads(office.stored()["plan"])["paper"]["file"] == "plan.txt"
    assert office.rows()["plan"].file == "plan.txt"


def test_a_second_ingest_does_nothing_and_says_so(office) -> None:
    office.put("a.txt")
    office.put("b.md")
    office.run()
    before = {path: path.stat().st_mtime_ns for path in office.out.glob("*.json")}
    result = office.run()
    assert "2 papers: all unchanged, nothing to do." in result.output
    assert result.exit_code == 0
    assert before == {path: path.stat().st_mtime_ns for path in office.out.glob("*.json")}


def test_only_what_changed_is_read_again(office) -> None:
    office.put("a.txt")
    office.put("b.txt")
    office.run()
    office.put("b.txt", "1. We will mend the bridge by June 2029.\n")
    assert {name: line.split(" (")[0] for name, line in office.lines().items()} == {"a.txt": "unchanged", "b.txt": "read"}
    assert b"bridge" in office.stored()["b"]


def test_a_changed_sidecar_reads_its_paper_again(office) -> None:
    office.put("a.txt")
    office.run()
    office.put("a.txt.yaml", "title: Trees and books\npublished: 2028-04\n")
    assert office.lines()["a.txt"].startswith("read")
    facts = json.loads(office.stored()["a"])["paper"]
    assert (facts["title"], facts["published"]) == ("Trees and books", "2028-04")


def test_force_reads_unchanged_papers_again(office) -> None:
    office.put("a.txt")
    office.run()
    assert office.lines("--force")["a.txt"].startswith("read")


def test_a_record_deleted_comes_back_the_same(office) -> None:
    office.put("a.txt")
    office.run()
    before = office.stored()
    (office.out / "a.json").unlink()
    assert office.lines()["a.txt"].startswith("read")
    assert office.stored() == before


def test_a_register_deleted_comes_back_with_the_same_ids(office) -> None:
    office.put("a.txt")
    office.put("b.txt")
    office.run()
    before, stored = ids(office), office.stored()
    for file in office.out.glob("register.db*"):
        file.unlink()
    office.run()
    assert ids(office) == before
    assert office.stored() == stored


def test_several_helpers_give_the_same_records(office) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        office.put(name)
    office.put("d.txt", "")
    office.run()
    alone, one_by_one = office.stored(), office.lines("--force")
    assert office.lines("--force", "--jobs", "2") == one_by_one
    assert office.stored() == alone


DEADLY = """
import os
from pipeline.ingest import work

derive = work.derive_document
work.derive_document = lambda document, task, extractor: os._exit(9) if "deadly" in task.file else derive(document, task, extractor)
"""


def test_a_helper_that_dies_costs_only_its_paper(office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "deadly.txt", "deadly too.txt", "z.txt"):
        office.put(name)
    monkeypatch.setattr(forker, "START", forker.START.replace("main(", f"exec({DEADLY!r}); main("))
    lines = office.lines("--jobs", "2")
    assert lines["deadly.txt"].startswith("not read: the process that looked for commitments was killed")
    assert lines["deadly too.txt"] == lines["deadly.txt"]
    assert lines["a.txt"].startswith("read (")
    assert lines["z.txt"].startswith("read (")


def test_given_paths_are_read_instead_of_the_corpus(office, tmp_path) -> None:
    office.put("a.txt")
    paper = office.put("b.txt")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "c.txt").write_text("1. We will sweep the square by June 2030.\n")
    assert sorted(office.lines(paper, tmp_path / "more")) == ["b.txt", "c.txt"]


def test_two_papers_of_one_name_do_not_overwrite_each_other(office, tmp_path) -> None:
    first = office.put("a.txt")
    (tmp_path / "more").mkdir()
    second = tmp_path / "more" / "a.txt"
    second.write_text("1. We will sweep the square by June 2030.\n")
    result = office.run(first, second)
    assert result.exit_code == 3
    assert "a.txt: not read: another paper of the same name is read in this run" in result.output
    assert b"trees" in office.stored()["a"]


def test_a_renamed_paper_keeps_its_slug_and_ids(office) -> None:
    path = office.put("draft.txt")
    office.run()
    before = ids(office)
    path.rename(path.with_name("final.txt"))
    assert "renamed from draft.txt" in office.lines()["final.txt"]
    assert ids(office) == before
    assert office.lines() == {"final.txt": "unchanged"}


def test_a_paper_whose_file_is_gone_leaves_the_register(office) -> None:
    path = office.put("a.txt")
    office.put("b.txt")
    office.run()
    path.unlink()
    assert office.lines()["a.txt"] == "no longer there; taken off the register, which keeps its history"
    assert sorted(office.rows()) == sorted(office.stored()) == ["b"]
    assert list(office.lines()) == ["b.txt"]


def test_a_paper_that_comes_back_has_its_ids_again(office) -> None:
    path = office.put("a.txt")
    office.put("b.txt")
    office.run()
    before, content = ids(office), path.read_bytes()
    path.unlink()
    office.run()
    office.put("a.txt", content)
    office.run()
    assert ids(office) == before


def given_from_elsewhere(office):
    """A paper that lies outside the corpus, and is gone after it was ingested."""
    paper = office.put("a.txt").rename(office.corpus.parent / "a.txt")
    office.run(paper)
    paper.unlink()
    office.put("b.txt")


def test_a_paper_given_from_elsewhere_is_not_missed_in_the_corpus(office) -> None:
    given_from_elsewhere(office)
    assert office.lines()["a.txt"].startswith("not in the folder of papers; the register keeps it until ")
    assert sorted(office.rows()) == ["a", "b"]
    (office.out / "a.json").unlink()
    assert office.lines()["a.txt"].startswith("no longer there; taken off")
    assert sorted(office.rows()) == ["b"]


def test_a_paper_that_only_its_record_holds_comes_back_into_a_new_register(office) -> None:
    office.put("a.txt").rename(office.corpus.parent / "a.txt")
    office.run(office.corpus.parent / "a.txt")
    before = ids(office)
    for file in [*office.out.glob("register.db*"), office.corpus.parent / "a.txt"]:
        file.unlink()
    office.put("b.txt")
    office.run()
    assert sorted(office.rows()) == ["a", "b"]
    assert set(before["commitments"]) < set(ids(office)["commitments"])


def test_nothing_found_is_no_failure(office) -> None:
    office.put("letter.txt", "The weather was fine.\n")
    result = office.run()
    assert "letter.txt: nothing found" in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("file", "slug"),
    [
        ("Annual Plan.txt", "annual-plan"),
        ("  --Plan__2020!! .md", "plan-2020"),
        ("Maßnahmen für Öffnung.txt", "massnahmen-fur-offnung"),
        ("x" * 250 + ".txt", "x" * 120),
    ],
)
def test_slugs(file: str, slug: str) -> None:
    assert slug_of(file) == slug


def test_a_name_with_nothing_left_gets_a_slug_of_its_own() -> None:
    assert slug_of("план.txt") != slug_of("отчёт.txt")
    assert slug_of("!!!.txt").startswith("paper-")


def test_the_owner_keeps_its_slug_against_an_earlier_name() -> None:
    places = share_out([Arrival("Plan.txt", "1"), Arrival("plan.txt", "2")], {"plan": Known("plan.txt", "2", present=True)})
    assert places["plan.txt"] == Place("plan")
    assert places["Plan.txt"].slug == "plan-" + places["Plan.txt"].slug[-6:]
    assert "another paper has the name plan" in places["Plan.txt"].note


def test_a_copy_is_the_same_as_the_paper_already_known() -> None:
    places = share_out([Arrival("a.txt", "1"), Arrival("b.txt", "1")], {"b": Known("b.txt", "1", present=True)})
    assert places == {"a.txt": Place(None, same_as="b.txt"), "b.txt": Place("b")}


def test_a_known_paper_that_became_a_copy_gives_up_its_place() -> None:
    known = {"a": Known("a.txt", "1", present=True), "b": Known("b.txt", "2", present=True)}
    places = share_out([Arrival("a.txt", "1"), Arrival("b.txt", "1")], known)
    assert places["b.txt"] == Place("b", same_as="a.txt")


def test_a_known_paper_elsewhere_counts_before_its_copy() -> None:
    assert share_out([Arrival("b.txt", "1")], {"a": Known("a.txt", "1", present=True)}) == {"b.txt": Place(None, same_as="a.txt")}
