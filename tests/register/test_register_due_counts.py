"""The counts that the timeline is drawn from."""

from sample_papers import RUN, paper, streets

from pipeline.register import Register

TODAY = "2020-11-15"


def counted(path, *papers) -> dict:
    with Register(path) as register:
        for one in papers:
            register.write(one, "f", "2020-11-15T09:00:00")
        register.finish(TODAY, RUN)
        return {(row["paper"], row["month"], row["status"]): row["commitments"] for row in register._db.table("due_counts").rows}


def test_commitments_are_counted_by_month_and_status(tmp_path):
    assert counted(tmp_path / "register.db", streets()) == {
        ("streets", "2020-12", None): 1,
        ("streets", "2020-05", None): 1,
        ("streets", "2020-05", "done"): 1,
        ("streets", None, None): 3,
    }


def test_a_paper_that_comes_again_is_counted_anew(tmp_path):
    counted(tmp_path / "register.db", streets())
    assert counted(tmp_path / "register.db", paper("streets")) == {}
