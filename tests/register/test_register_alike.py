"""What says the same all over the register is told in groups, whichever paper came first."""

from itertools import permutations

import pytest
from sample_papers import RUN, commitment, paper

from pipeline.register import Register
from pipeline.register import alike as register_alike

LAMPS = "Repair every street lamp in the old harbour quarter"
SLIPPED = "Repair every street lamp in the old harbuor quarter"
OTHER = "Repair every park bench in the new orchard quarter"
PAPERS = {
    "plan": [LAMPS, OTHER, "Continue to lobby"],
    "report": [SLIPPED, "Continue to lobby"],
    "review": [LAMPS.upper(), "Paint the viaduct and the reservoir before the regatta comes"],
}


def write(register: Register, *slugs: str) -> None:
    for slug in slugs:
        register.write(paper(slug, *(commitment(slug, text) for text in PAPERS[slug])), "f", "2020-11-15T09:00:00")
    register.finish("2020-11-15", RUN)


@pytest.fixture
def groups(rows):
    """The texts of each group."""

    def told() -> list[list[str]]:
        found = rows('SELECT a."group", c.text FROM alike AS a JOIN commitments AS c ON c.id = a.commitment ORDER BY c.text')
        return sorted(sorted(row["text"] for row in found if row["group"] == name) for name in {row["group"] for row in found})

    return told


def test_equal_and_nearly_equal_wordings_are_one_group(path, groups):
    with Register(path) as register:
        write(register, *PAPERS)
    assert groups() == [sorted([LAMPS, SLIPPED, LAMPS.upper()])]


@pytest.mark.parametrize("order", permutations(PAPERS))
def test_the_order_of_the_papers_makes_no_difference(order, path, rows):
    with Register(path) as register:
        for slug in order:
            write(register, slug)
    told = {row["id"]: (row["group"], row["members"]) for row in rows("SELECT * FROM alike")}
    path.unlink()
    with Register(path) as register:
        write(register, *PAPERS)
    assert told == {row["id"]: (row["group"], row["members"]) for row in rows("SELECT * FROM alike")}


def test_all_at_once_finds_what_one_by_one_finds(path, groups, monkeypatch):
    monkeypatch.setattr(register_alike, "AT_ONCE", 0)
    with Register(path) as register:
        write(register, *PAPERS)
    assert groups() == [sorted([LAMPS, SLIPPED, LAMPS.upper()])]


def test_a_paper_that_leaves_takes_its_promises_out_of_the_groups(path, groups):
    with Register(path) as register:
        write(register, *PAPERS)
        register.remove("report", "2020-11-16T09:00:00")
        register.finish("2020-11-15", RUN)
        assert groups() == [sorted([LAMPS, LAMPS.upper()])]
        register.remove("plan", "2020-11-16T09:00:00")
        register.finish("2020-11-15", RUN)
    assert groups() == []


def test_what_leaves_leaves_nothing_behind(path, rows):
    with Register(path) as register:
        write(register, *PAPERS)
        for slug in PAPERS:
            register.remove(slug, "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)
    hidden = ("wordings", "wording_keys", "wording_pairs", "wordings_touched")
    assert {table: rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in hidden} == dict.fromkeys(hidden, 0)


def test_writing_a_paper_again_changes_no_group(path, rows):
    with Register(path) as register:
        write(register, *PAPERS)
        before = rows("SELECT * FROM alike ORDER BY id")
        write(register, "report")
    assert rows("SELECT * FROM alike ORDER BY id") == before


def test_a_run_that_was_cut_short_is_made_good_by_the_next(path, groups):
    with Register(path) as register:
        write(register, "plan")
        register.write(paper("report", commitment("report", SLIPPED)), "f", "2020-11-15T09:00:00")
    with Register(path) as register:
        register.finish("2020-11-15", RUN)
    assert groups() == [sorted([LAMPS, SLIPPED])]
