"""Papers that want to do harm end as read, partly read or refused, within their limits, and leave nothing behind."""

from pathlib import Path

import pytest
from hostile import FILES, Hostile
from hostile.office import external_entity
from hostile.trial import Traces, attempt, traces

from pipeline.read.limits import Limits

# Less than a paper gets, so that bombs go off sooner.
SMALL = Limits(memory=400 * 2**20, seconds=2, patience=30)


@pytest.fixture(scope="module")
def before() -> Traces:
    """What there was before the first hostile paper, but behind the first paper of all, for which the server is started."""
    attempt("plan.html", b"<html><p>We will mow.</p></html>")
    return traces()


@pytest.mark.parametrize("title", FILES)
def test_a_hostile_paper_ends_plainly_and_leaves_nothing(title: str, before: Traces) -> None:
    file: Hostile = FILES[title]
    trial = attempt(file.name, file.make(), SMALL)
    assert trial.fate in file.fates, trial
    assert file.says in " ".join(trial.told)
    assert not any("\n" in words for words in trial.told)
    assert traces() == before


def test_no_file_of_the_machine_is_told(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("swordfish")
    trial = attempt("plan.docx", external_entity((tmp_path / "secret").as_uri().encode()))
    assert "swordfish" not in " ".join(trial.told)
    assert trial.characters < 30
