"""Where a new step begins in text that runs on without full stops, and where none does."""

from collections.abc import Callable

import pytest

from pipeline.extract.reading import Reading
from pipeline.extract.sentences.steps import StepSplitter
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

APART = [
    ("a verb behind a date", "Draft a map by May 2021", "Publish the map"),
    ("a noun behind a date", "Draft a map by May 2021", "Survey to be carried out"),
    ("a name behind a date", "Draft a map by May 2021", "Harbour Board to agree it"),
    ("a sum behind a date", "Draft a map by May 2021", "£50k set aside for it"),
    ("a verb behind an order", "Draft a map of the paths", "Publish the map"),
    ("a second verb behind an order", "Develop a plan", "Introduce new lamps in the park"),
    ("an article behind an order", "Draft a map of the paths", "The survey will follow"),
    ("a subject with being behind an order", "Draft a map of the paths", "Design team being procured"),
    ("a subject with will behind an order", "Draft a map of the paths", "Wardens will be trained"),
    ("an order behind a report", "New lamps installed", "Review the hedges"),
    ("a report behind a report", "New lamps installed", "Contract awarded for the bridge"),
    ("a plan behind a report", "Steering group set up", "Strategy to be prepared"),
    ("a verb behind what is under way", "Design work ongoing", "Appoint a builder"),
    ("a verb behind what is to be", "Lamps to be ordered", "Install the lamps"),
    ("a verb behind brackets", "Draft a map (with notes)", "Publish the map"),
    ("a sentence behind a full stop", "The map is drafted.", "The lamps are ordered."),
]
WHOLE = [
    "Work with the Harbour Board and the Woodland Society",
    "Take the plan to the Planning Committee by May 2021",
    "Agree the scope at September 1 Cabinet",
    "Deliver the Energy Hub project",
    "Support the Sea Front Improvement Plan",
    "Promote the Open Garden Day in all parks",
    "Launch the Develop Your Skills course",
    "Adopt the Local Transport Plan 2021",
    "Ask the Head of Parks to report to the Council",
    "Send the map to the Leader of the Council in May",
    "Draft a map in partnership with Northsea University",
    "New lamps installed. This is in partnership with the Harbour Board.",
]


@pytest.fixture(scope="session")
def split(read: Callable[[str], Reading], rulebook: Rulebook) -> Callable[[str], list[str]]:
    splitter = StepSplitter(rulebook)
    return lambda text: [span.of(text) for span in splitter.split(read(text), Span(0, len(text)))]


@pytest.mark.parametrize(("first", "second"), [pytest.param(*pair, id=name) for name, *pair in APART])
def test_a_step_begins_at(split: Callable[[str], list[str]], first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize("text", WHOLE)
def test_a_capital_inside_a_step_begins_none(split: Callable[[str], list[str]], text: str) -> None:
    assert split(text) == [text]


def test_three_steps_are_taken_apart(split: Callable[[str], list[str]]) -> None:
    steps = ["Draft a map by May 2021", "Publish the map by June 2021", "Print the map by July 2021"]
    assert split(" ".join(steps)) == steps


def test_no_character_is_lost_between_steps(split: Callable[[str], list[str]]) -> None:
    text = "Draft a map by May 2021 Publish the map New lamps installed Review the hedges."
    assert " ".join(split(text)) == text


def test_nothing_has_no_steps(split: Callable[[str], list[str]]) -> None:
    assert split("   ") == []
