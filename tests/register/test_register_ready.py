import pytest
from sample_papers import RUN, commitment, deadline, owner, paper

from pipeline.register import Register


def texts(rows, table):
    return [row["text"] for row in rows(f"SELECT text FROM {table} ORDER BY position")]


def write(register, *commitments):
    register.write(paper("plan", *commitments), "f", "2020-11-15T09:00:00")
    register.finish("2020-11-15", RUN)


@pytest.fixture
def empty(path):
    with Register(path) as register:
        yield register


def test_what_is_due_and_what_is_past_depends_on_the_day(register, rows):
    assert texts(rows, "due_next") == ["Plant 60 trees by December 2020"]
    assert texts(rows, "overdue") == ["Lamps mended by May 2020"]
    register.finish("2020-05-31", RUN)
    assert texts(rows, "due_next") == ["Lamps mended by May 2020", "Plant 60 trees by December 2020"]
    assert texts(rows, "overdue") == []
    register.finish("2021-01-01", RUN)
    assert texts(rows, "overdue") == ["Plant 60 trees by December 2020", "Lamps mended by May 2020"]


def test_a_due_date_is_shown_as_printed_and_as_read(register, rows):
    assert rows("SELECT due, deadline, relation, quarter, ref, owners, paper, section FROM due_next") == [
        {
            "due": "2020-12-31",
            "deadline": "December 2020",
            "relation": "by",
            "quarter": "2020-Q4",
            "ref": "1.1",
            "owners": None,
            "paper": "streets",
            "section": "Streets › Trees",
        }
    ]


def test_dates_on_one_day_come_in_the_order_of_the_paper(empty, rows):
    write(empty, *(commitment("plan", f"Item {n}", deadlines=(deadline("2021", "2021-12-31"),)) for n in range(12)))
    assert texts(rows, "due_next") == [f"Item {n}" for n in range(12)]


def test_an_owner_above_or_below_is_an_owner(register, rows):
    assert texts(rows, "without_owner") == ["Sweep “leaves” every year", "Grit roads from October 2021"]


def test_an_owner_of_a_sister_is_none(empty, rows):
    plan = commitment("plan", "The plan")
    write(empty, plan, commitment("plan", "Owned step", under=plan, owners=(owner("SR"),)), commitment("plan", "Other step", under=plan))
    assert texts(rows, "without_owner") == ["Other step"]


def test_words_without_a_calendar_are_no_date_but_are_shown(register, rows):
    assert rows("SELECT text, deadline FROM without_date WHERE paper = 'parks' AND deadline IS NOT NULL") == [
        {"text": "Mend the swings in due course", "deadline": "in due course"}
    ]


def test_a_date_above_or_below_or_a_recurrence_is_a_date(register, rows):
    assert rows("SELECT count(*) AS n FROM without_date WHERE paper = 'streets'") == [{"n": 0}]


def test_a_target_without_a_figure_is_no_numeric_target(register, rows):
    assert rows("SELECT target, value, unit, direction, baseline, due, heading FROM numeric_targets") == [
        {
            "target": "60 trees",
            "value": 60.0,
            "unit": "tree",
            "direction": "increase",
            "baseline": 5.5,
            "due": "2020-12-31",
            "heading": "Trees",
        }
    ]


def test_what_a_ready_table_shows_links_to_its_commitment(register, rows):
    for table in ("due_next", "overdue", "without_owner", "without_date", "numeric_targets"):
        broken = rows(f"SELECT r.id FROM {table} AS r LEFT JOIN commitments AS c ON c.id = r.commitment WHERE c.text IS NOT r.text")
        assert broken == [], table
