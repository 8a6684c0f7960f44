"""How each file stands, in plain words."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.site.intake.folder import Folder, InFolder
from pipeline.site.intake.reader import Progress
from pipeline.site.intake.states import State, in_order, state_of, told

THEN = datetime(2020, 11, 15, 9, tzinfo=UTC).timestamp()
OLD, NEW = THEN - 1000, THEN + 1000
PLAN = {"slug": "plan", "file": "plan.pdf", "name": "The Plan", "commitments": 2, "flags": 1, "ingested": "2020-11-15T09:00:00"}


def known(*papers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"papers": papers, "gaps": {}, "problems": [], "copies": [], "versions": {}, "began": "2020-11-15T09:00:00+00:00"} | more


def stands(facts: dict[str, Any], changed: float | None = OLD, waiting: str = "", reading: str = "") -> State:
    found = None if changed is None else InFolder(Path("plan.pdf"), changed)
    progress = Progress(frozenset({waiting}), frozenset({reading}), 0, 0, joining=False, is_busy=False, trouble="", stamp=0)
    return state_of("plan.pdf", told(facts), found, progress)


def test_a_paper_that_was_read_tells_what_was_found() -> None:
    one = stands(known(PLAN))
    assert (one.state, one.words, one.name) == ("read", "2 commitments, 1 flag.", "The Plan")


def test_a_paper_without_promises_says_so() -> None:
    assert stands(known(PLAN | {"commitments": 0})).state == "nothing"


def test_a_paper_read_in_part_tells_what_is_missing_and_what_to_do() -> None:
    gap = {"paper": "plan", "message": "this page is broken and cannot be read", "location": "page 3", "code": "page_broken"}
    one = stands(known(PLAN, gaps={"plan": gap}))
    assert one.state == "part" and "page 3: this page is broken" in one.words and one.cure


def test_a_paper_that_could_not_be_read_tells_why_and_what_to_do() -> None:
    problem = {"file": "plan.pdf", "code": "locked", "message": "it is locked", "since": "2020-11-15T09:00:00"}
    one = stands(known(problems=[problem]))
    assert (one.state, one.words) == ("refused", "It is locked.") and "password" in one.cure


def test_the_register_keeps_what_a_paper_held_that_can_no_longer_be_read() -> None:
    problem = {"file": "plan.pdf", "code": "locked", "message": "it is locked", "since": "2020-11-15T09:00:00"}
    one = stands(known(PLAN, problems=[problem]))
    assert one.state == "refused" and "keeps what it held" in one.words


def test_a_reason_of_another_version_has_no_cure() -> None:
    problem = {"file": "plan.pdf", "code": "no_such_code", "message": "it is odd", "since": "2020-11-15T09:00:00"}
    assert stands(known(problems=[problem])).cure == ""


def test_a_file_that_nobody_has_looked_at_waits() -> None:
    assert stands(known()).state == "waiting"


def test_a_file_that_is_newer_than_what_is_known_of_it_waits() -> None:
    assert stands(known(PLAN), NEW).state == "waiting"


def test_a_file_that_a_later_run_has_found_unchanged_does_not_wait() -> None:
    assert stands(known(PLAN, began="2020-11-15T10:00:00+00:00"), NEW).state == "read"


def test_what_is_asked_for_waits_and_what_is_at_work_is_being_read() -> None:
    assert stands(known(PLAN), waiting="plan.pdf").state == "waiting"
    assert stands(known(PLAN), waiting="plan.pdf", reading="plan.pdf").state == "reading"


def test_a_paper_whose_file_is_gone_says_so() -> None:
    assert stands(known(PLAN), None).state == "gone"


def test_a_copy_names_its_original() -> None:
    copy = {"file": "plan.pdf", "relation": "same bytes", "slug": "other", "original": "other.pdf", "name": "The Other"}
    one = stands(known(copies=[copy]))
    assert one.state == "copy" and "other.pdf" in one.words


def test_what_changed_since_the_version_before_is_told() -> None:
    version = {"number": 2, "recorded": "2020-11-15T09:00:00", "gained": 3, "lost": 0, "changed": 1}
    assert stands(known(PLAN, versions={"plan": version})).change == "Version 2, 15 November 2020: 3 gained, 1 changed."


def test_what_is_at_work_or_wants_somebody_comes_first_and_then_the_latest() -> None:
    found = [State(name, name, state, when=when) for name, state, when in [("a", "read", "1"), ("b", "read", "2"), ("c", "refused", "0")]]
    assert [one.file for one in in_order([*found, State("d", "d", "waiting")])] == ["d", "c", "b", "a"]


def test_a_sidecar_that_changes_makes_its_paper_newer(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").touch()
    before = Folder(tmp_path).papers()["plan.pdf"].changed
    (tmp_path / "plan.pdf.yaml").touch()
    assert Folder(tmp_path).papers()["plan.pdf"].changed >= before and len(Folder(tmp_path).papers()) == 1


def test_a_folder_that_is_away_holds_nothing(tmp_path: Path) -> None:
    away = Folder(tmp_path / "away")
    assert away.papers() == {} and away.find("plan.pdf") is None and not away.is_writable


def test_no_path_finds_a_file_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "secret.txt").touch()
    folder = Folder(tmp_path / "corpus")
    assert [folder.find(name) for name in ("../secret.txt", str(tmp_path / "secret.txt"), "", ".")] == [None] * 4


def test_what_a_killed_site_left_half_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    for name in (".sent-0123.half", ".plan.pdf.yaml.half", "plan.pdf"):
        (tmp_path / name).touch()
    Folder(tmp_path).clear()
    assert {path.name for path in tmp_path.iterdir()} == {".plan.pdf.yaml.half", "plan.pdf"}
