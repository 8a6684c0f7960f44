"""What a watch takes, waits for and tries again."""

from pipeline.errors import RegisterError
from pipeline.ingest import Outcome
from pipeline.reasons import Reason


def test_what_lies_there_is_taken_once_it_has_settled(play) -> None:
    play.world.files = {"a.txt": 1}
    assert play.after(0) == 5
    assert play.world.runs == []
    play.after(5)
    assert play.world.runs == [{"a.txt"}]


def test_nothing_is_ingested_while_nothing_changes(play) -> None:
    play.settled("a.txt")
    assert play.after(1000) == float("inf")
    assert play.world.runs == []


def test_a_file_that_grows_waits_until_it_no_longer_does(play) -> None:
    play.settled("a.txt")
    for size in range(10):
        play.world.files["b.txt"] = size
        play.after(4)
    assert play.world.runs == []
    assert play.status.waiting == {"b.txt": "still changes"}
    play.after(5)
    assert play.world.runs == [{"a.txt", "b.txt"}]


def test_files_that_are_whole_do_not_wait_for_one_that_grows(play) -> None:
    play.settled("a.txt")
    play.world.files |= {"b.txt": 1, "c.txt": 1}
    play.after(0)
    play.world.files["c.txt"] = 2
    play.after(5)
    assert play.world.runs == [{"a.txt", "b.txt"}]
    assert "c.txt" in play.world.left


def test_several_files_are_taken_in_one_ingestion(play) -> None:
    play.settled("a.txt")
    for number in range(20):
        play.world.files[f"{number}.txt"] = 1
        play.after(0.1)
    play.after(5)
    assert len(play.world.runs) == 1


def test_a_file_open_for_writing_waits(play) -> None:
    play.settled("a.txt")
    play.world.files["b.txt"], play.world.open = 1, {"b.txt"}
    play.after(0)
    assert play.after(60) <= 5
    assert (play.world.runs, play.status.waiting) == ([], {"b.txt": "is open for writing"})
    play.world.open.clear()
    play.after(1)
    assert play.world.runs == [{"a.txt", "b.txt"}]


def test_a_file_left_open_for_good_is_taken_all_the_same(play) -> None:
    play.settled("a.txt")
    play.world.files["b.txt"], play.world.open = 1, {"b.txt"}
    play.after(0)
    play.after(601)
    assert play.world.runs == [{"a.txt", "b.txt"}]


def test_a_file_that_went_is_settled_like_one_that_came(play) -> None:
    play.settled("a.txt", "b.txt")
    del play.world.files["b.txt"]
    play.after(0)
    assert play.world.runs == []
    play.after(5)
    assert play.world.runs == [{"a.txt"}]


def test_a_file_that_is_put_back_at_once_was_never_gone(play) -> None:
    play.settled("a.txt", "b.txt")
    del play.world.files["b.txt"]
    play.after(0)
    play.world.files["b.txt"] = 1
    play.after(1)
    play.after(100)
    assert play.world.runs == []


def test_a_file_that_changes_while_it_is_read_is_read_again(play) -> None:
    play.settled("a.txt")
    play.world.files["a.txt"] = 2
    play.after(0)
    play.after(5)
    play.world.files["a.txt"] = 3
    play.after(0)
    play.after(5)
    assert len(play.world.runs) == 2


def test_changed_rules_read_all_again(play) -> None:
    play.settled("a.txt")
    play.world.rules = 2
    play.after(0)
    play.after(5)
    assert play.world.runs == [{"a.txt"}]


def test_nothing_is_read_by_rules_that_still_change(play) -> None:
    play.settled("a.txt")
    play.world.files["b.txt"] = 1
    play.after(0)
    play.world.rules = 2
    play.after(5)
    assert play.world.runs == []


def test_a_new_day_brings_the_register_up_to_it(play) -> None:
    play.settled("a.txt")
    play.world.day = 2
    play.after(0)
    play.after(5)
    assert len(play.world.runs) == 1


def test_an_empty_folder_takes_nothing_off_the_register(play) -> None:
    play.settled("a.txt", "b.txt")
    play.world.files.clear()
    play.after(0)
    play.after(100)
    assert play.world.runs == []
    assert play.status.problems == ["there are no papers in the folder; the register keeps what it holds"]


def test_what_went_with_all_others_goes_when_one_is_there_again(play) -> None:
    play.settled("a.txt", "b.txt")
    play.world.files.clear()
    play.after(10)
    play.world.files["c.txt"] = 1
    play.after(10)
    play.after(5)
    assert play.world.runs == [{"c.txt"}]
    assert play.world.left == set()


def test_a_folder_that_is_away_is_waited_for(play) -> None:
    play.settled("a.txt")
    play.world.away = "/mnt/share is no longer mounted"
    assert play.after(10) <= 5
    assert play.status.doing == "away"
    assert play.status.problems == ["/mnt/share is no longer mounted; the register keeps what it holds until it is back"]
    play.world.away = ""
    play.after(1000)
    assert (play.status.doing, play.status.problems, play.world.runs) == ("watching", [], [])


def test_a_run_that_fails_is_tried_again_ever_more_rarely(play) -> None:
    play.world.files, play.world.failure = {"a.txt": 1}, RegisterError("The disk is full")
    play.after(0)
    waits = [play.after(5)]
    while len(waits) < 9:
        waits.append(play.after(waits[-1]))
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]
    assert (play.status.doing, play.status.problems) == ("retrying", ["The disk is full"])


def test_events_do_not_hurry_a_run_that_failed(play) -> None:
    play.world.files, play.world.failure = {"a.txt": 1}, OSError(28, "No space left on device")
    play.after(0)
    play.after(5)
    for number in range(4):
        play.world.files["b.txt"] = number
        play.after(1)
    assert len(play.world.runs) == 1


def test_all_is_well_once_a_run_succeeds(play) -> None:
    play.world.files, play.world.failure = {"a.txt": 1}, OSError(28, "No space left on device")
    play.after(0)
    play.after(5)
    play.world.failure = None
    play.after(5)
    assert (play.status.problems, play.world.runs) == ([], [{"a.txt"}, {"a.txt"}])
    assert play.after(1000) == float("inf")


def refused(reason: Reason) -> Outcome:
    return Outcome("a.txt", "not_read", "not read", why=reason.told())


def test_a_paper_that_cannot_be_read_for_its_own_sake_waits_until_it_changes(play) -> None:
    play.world.files, play.world.outcomes = {"a.txt": 1}, [refused(Reason.EMPTY)]
    play.after(0)
    play.after(5)
    assert play.after(10_000) == float("inf")
    assert (len(play.world.runs), play.status.last_run.not_read) == (1, 1)


def test_papers_that_the_machine_kept_from_being_read_are_tried_again_ever_more_rarely(play) -> None:
    play.world.files, play.world.outcomes = {"a.txt": 1}, [refused(Reason.DISK_FULL)]
    play.after(0)
    play.after(5)
    waits = [play.after(0)]
    while len(waits) < 8:
        play.after(waits[-1])
        waits.append(play.after(0))
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert len(play.world.runs) == 8


def test_the_last_run_is_told(play) -> None:
    play.world.files, play.world.outcomes = {"a.txt": 1}, [Outcome("a.txt", "read", "read", 2, 1)]
    play.after(0)
    play.after(5)
    assert play.status.last_run.summary == "1 paper: 1 read. 2 commitments, 1 flag."
    assert play.status.last_run.finished == "2030-01-01T00:00:05+00:00"
