"""Dates are cut out of a promise's words, with what leads to them."""

import pytest

from pipeline.duplicates.dates import without_dates
from pipeline.model.record import Commitment, Deadline
from pipeline.model.span import Span

START = 100


def dated(text: str, *dates: str, shift: int = 0, **more) -> Commitment:
    """A commitment at the place 100 of its paper; dates that are not in its words stand in cells."""
    facts = {"type": "DATE", "timex": None, "start": None, "relation": "by", "rrule": None} | {"end": "2020-05-31"} | more
    places = [(date, START + text.rindex(date) + shift if date in text else 900) for date in dates]
    deadlines = tuple(Deadline(text=date, span=Span(at, at + len(date)), rule="by_month", **facts) for date, at in places)
    nothing = {"ref": None, "parent": None, "status": None, "page": None, "section": (), "owners": (), "targets": (), "budgets": ()}
    facts = {"id": "c1", "kind": "action", "text": text, "span": Span(START, START + len(text)), "rule": "list_item", "boxes": ()}
    return Commitment(deadlines=deadlines, **facts, **nothing)


@pytest.mark.parametrize(
    ("text", "dates", "left"),
    [
        ("Repair the lamps by May 2020", ("May 2020",), "Repair the lamps"),
        ("By May 2020 repair the lamps", ("May 2020",), " repair the lamps"),
        ("Repair lamps in the May 2020 round by June 2020", ("May 2020", "June 2020"), "Repair lamps round"),
        ("Deliver 2020 homes by 2020", ("2020",), "Deliver 2020 homes"),
        ("Repair the lamps", ("May 2020",), "Repair the lamps"),
        ("Repair the lamps from 1 May 2020", ("1 May 2020", "May 2020"), "Repair the lamps"),
    ],
    ids=["at the end", "at the beginning", "two dates", "a figure like the date", "a date in a cell", "one date within another"],
)
def test_what_is_left_is_what_is_promised(text, dates, left):
    assert without_dates(dated(text, *dates)) == left


@pytest.mark.parametrize("more", [{"end": None}, {"rrule": "FREQ=YEARLY"}], ids=["no day of the calendar", "again and again"])
def test_words_that_name_no_one_day_stay(more):
    assert without_dates(dated("Sweep the leaves by every May", "every May", **more)) == "Sweep the leaves by every May"


def test_folded_white_space_does_not_hide_a_date():
    assert without_dates(dated("Repair the lamps by May 2020", "May 2020", shift=3)) == "Repair the lamps"
