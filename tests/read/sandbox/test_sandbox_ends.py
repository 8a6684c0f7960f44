"""How a child may end, and what is told of it."""

import os

import pytest


@pytest.mark.parametrize(
    ("reader", "limits", "how", "reason"),
    [
        ("refuse", {}, "refused", "it is a hedgehog"),
        ("lock", {}, "locked", "it is locked"),
        ("fail", {}, "crashed", "the program that reads it failed on it (ZeroDivisionError)"),
        ("spin", {}, "stopped", "it took more than 1 s of processor time"),
        ("eat", {}, "stopped", "it needed more than 300 MiB of memory"),
        ("crash", {}, "crashed", "the program that reads it crashed on it (SIGSEGV)"),
        (
            "abort",
            {},
            "crashed",
            "the program that reads it crashed on it (SIGABRT), perhaps because it needed more than 300 MiB of memory",
        ),
        ("flood", {"seconds": 20}, "stopped", "it holds more words than a paper may have; split it"),
        ("babble", {}, "crashed", "the program that reads it sent what no reader sends"),
        ("no_such_reader", {}, "crashed", "the program that reads it failed on it (AttributeError)"),
    ],
)
def test_each_end_is_told_in_plain_words(toy, reader: str, limits: dict[str, int], how: str, reason: str) -> None:
    reading = toy(reader, **limits)
    assert (reading.how, reading.reason) == (how, reason)


def test_a_child_that_waits_too_long_is_stopped_and_its_pages_survive(hurried) -> None:
    reading, seconds = hurried("wait")
    assert (reading.how, reading.reason) == ("stopped", f"it took longer than {seconds} s")
    assert [page.number for page in reading.pages] == [1]


@pytest.mark.parametrize("reader", ["fail", "spin", "eat", "crash", "abort", "leave", "babble"])
def test_pages_before_the_end_survive(toy, reader: str) -> None:
    assert [page.number for page in toy(reader).pages] == [1]


def test_the_traceback_of_a_failure_is_kept(toy) -> None:
    assert "1 / 0: no" in toy("fail").trace


def test_a_child_that_leaves_without_a_word_has_not_finished(toy) -> None:
    assert toy("leave").how == "stopped"


def test_each_page_allows_more_processor_time(toy) -> None:
    assert len(toy("work_long", page_seconds=1.0).pages) == 4


def test_without_more_time_a_page_the_same_paper_is_stopped(toy) -> None:
    assert len(toy("work_long").pages) < 4


def test_what_a_child_started_is_ended_with_it(hurried, heard) -> None:
    reading, seconds = hurried("wait_for_another", heard.pipe)
    assert set(heard.rest().split()) == {b"begun"}
    assert reading.reason == f"it took longer than {seconds} s"


def test_nothing_is_left_open(toy, hurried) -> None:
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a link that is gone by then is no matter here
    for reader in ("one_page", "fail", "crash"):
        toy(reader)
    hurried("wait")
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
