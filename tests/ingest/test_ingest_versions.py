"""What became of papers that changed, went and came back: their versions, in the register and beside it."""

import json
import sqlite3

TREES, LIBRARY = "1. We will plant 100 trees by June 2030.\n", "2. We will open a library by 31 March 2031.\n"
BRIDGE = "3. We will mend the bridge over the mill stream by May 2029.\n"


def rows(office, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(office.out / "register.db") as db:
        return db.execute(sql).fetchall()


def versions(office) -> list[tuple[object, ...]]:
    return rows(office, "SELECT slug, number, event, gained, lost, changed FROM versions ORDER BY slug, number")


def changes(office) -> set[tuple[object, ...]]:
    return set(rows(office, "SELECT change, earlier_text, later_text, differences FROM version_changes"))


def history(office, slug: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (office.out / "history" / f"{slug}.jsonl").read_text().splitlines()]


def test_a_new_paper_has_one_version_and_needs_no_file_of_it(office) -> None:
    office.put("a.txt", TREES + LIBRARY)
    office.run()
    assert versions(office) == [("a", 1, "received", 0, 0, 0)]
    assert not (office.out / "history").exists()


def test_a_changed_paper_tells_what_it_gained_lost_and_changed(office) -> None:
    office.put("a.txt", TREES + LIBRARY)
    office.run()
    office.put("a.txt", TREES.replace("2030", "2032") + BRIDGE)
    office.run()
    assert versions(office)[1:] == [("a", 2, "changed", 1, 1, 1)]
    assert changes(office) == {
        ("lost", "We will open a library by 31 March 2031.", None, None),
        ("gained", None, "We will mend the bridge over the mill stream by May 2029.", None),
        (
            "changed",
            "We will plant 100 trees by June 2030.",
            "We will plant 100 trees by June 2032.",
            "text: We will plant 100 trees by June 2030. → We will plant 100 trees by June 2032.; deadlines: June 2030 → June 2032",
        ),
    }


def test_changes_name_the_commitments_by_their_ids(office) -> None:
    office.put("a.txt", TREES + LIBRARY)
    office.run()
    lost = set(rows(office, "SELECT id FROM commitments"))
    office.put("a.txt", BRIDGE)
    office.run()
    assert set(rows(office, "SELECT earlier_id FROM version_changes WHERE change = 'lost'")) == lost
    assert rows(office, "SELECT later_id FROM version_changes WHERE change = 'gained'") == rows(office, "SELECT id FROM commitments")


def test_a_paper_read_again_unchanged_is_no_new_version(office) -> None:
    office.put("a.txt")
    office.run()
    office.run("--force")
    office.put("a.txt.yaml", "title: Trees\n")
    office.run()
    assert [row[:3] for row in versions(office)] == [("a", 1, "received")]


def test_a_removed_paper_keeps_its_versions_and_what_it_promised(office) -> None:
    office.put("a.txt", TREES + LIBRARY)
    office.put("b.txt")
    office.run()
    (office.corpus / "a.txt").unlink()
    office.run()
    assert [row for row in versions(office) if row[0] == "a"] == [("a", 1, "received", 0, 0, 0), ("a", 2, "removed", 0, 2, 0)]
    assert [change[0] for change in changes(office)] == ["lost", "lost"]
    assert rows(office, "SELECT count(*) FROM commitments WHERE paper = 'a'") == [(0,)]


def test_a_paper_that_comes_back_goes_on_with_its_versions(office) -> None:
    office.put("a.txt", TREES)
    office.put("b.txt")
    office.run()
    (office.corpus / "a.txt").unlink()
    office.run()
    office.put("a.txt", TREES)
    office.run()
    assert [row[2] for row in versions(office) if row[0] == "a"] == ["received", "removed", "returned"]


def test_a_register_deleted_has_its_histories_again(office) -> None:
    office.put("a.txt", TREES)
    office.put("gone.txt")
    office.run()
    office.put("a.txt", BRIDGE)
    (office.corpus / "gone.txt").unlink()
    office.run()
    before = rows(office, "SELECT * FROM versions ORDER BY id"), rows(office, "SELECT * FROM version_changes ORDER BY id")
    for file in office.out.glob("register.db*"):
        file.unlink()
    office.run()
    assert (rows(office, "SELECT * FROM versions ORDER BY id"), rows(office, "SELECT * FROM version_changes ORDER BY id")) == before


def test_a_paper_that_changed_while_the_register_was_away_tells_it(office) -> None:
    office.put("a.txt", TREES)
    office.run()
    for file in office.out.glob("register.db*"):
        file.unlink()
    office.put("a.txt", BRIDGE)
    office.run()
    assert [row[2:] for row in versions(office)] == [("received", 0, 0, 0), ("changed", 1, 1, 0)]


def test_a_history_that_was_torn_stops_the_run_before_anything_is_lost(office) -> None:
    office.put("a.txt", TREES)
    office.run()
    office.put("a.txt", BRIDGE)
    office.run()
    for file in office.out.glob("register.db*"):
        file.unlink()
    torn = office.out / "history" / "a.jsonl"
    torn.write_text(torn.read_text()[:-20])
    result = office.run()
    assert result.exit_code == 2
    assert "a.jsonl is no history of a paper" in result.output
    assert "put it back as it was, or move it away" in result.output


def test_a_history_on_file_says_what_the_register_does(office) -> None:
    office.put("a.txt", TREES)
    office.run()
    office.put("a.txt", BRIDGE)
    office.run()
    assert [(line["event"], len(line["changes"])) for line in history(office, "a")] == [("received", 0), ("changed", 2)]


def test_a_renamed_paper_is_the_same_version(office) -> None:
    office.put("draft.txt", TREES).rename(office.corpus / "final.txt")
    office.run()
    (office.corpus / "final.txt").rename(office.corpus / "plan.txt")
    office.run()
    assert [row[2] for row in versions(office)] == ["received"]
