"""Every kind of page of a register of a thousand promises answers soon; benchmarks/site.py measures a million."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def figures() -> dict:
    return measured()


def measured() -> dict:
    command = [sys.executable, Path(__file__).parent.parent / "benchmarks/site.py", "--short"]
    (found,) = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def test_every_page_answers(figures):
    assert {name: each["status"] for name, each in figures["pages"].items() if each["status"] not in (200, 302)} == {}


def test_none_takes_long(figures):
    # A page costs what is on it, here as among a million. The bounds are loose, and a page that was slow is asked again: other tests run
    # beside, and a machine that stands still for a moment is counted as work of whoever was at work.
    slow = slow_pages(figures)
    again = slow_pages(measured()) if slow else {}
    assert {name: (slow[name], again[name]) for name in slow.keys() & again.keys()} == {}


def slow_pages(figures: dict) -> dict[str, float]:
    """The pages that took more than 150 ms of processor time."""
    return {name: each["processor"] for name, each in figures["pages"].items() if each["processor"] > 150}


def test_the_pages_of_datasette_itself_are_measured_beside(figures):
    assert {each["status"] for each in figures["stock"].values()} == {200}


def test_a_paper_comes_in_soon(figures):
    assert figures["new"]["processor"] < 2_000
