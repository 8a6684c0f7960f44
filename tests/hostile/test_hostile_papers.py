"""Papers that want to do harm end as read, partly read or refused, within their limits, and leave nothing behind."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import FILES, Hostile
from hostile.office import external_entity
from hostile.trial import attempt, traces

from pipeline.read.limits import Limits
from pipeline.read.sandbox import Server, server
from pipeline.standby import Standby

# Less than a paper gets, so that bombs go off sooner.
SMALL = Limits(memory=400 * 2**20, seconds=1, patience=60)


@pytest.fixture(scope="module", autouse=True)
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A fork server, and a folder for temporary files, that nobody else uses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("temporary")))
        patch.setattr(tempfile, "tempdir", None)
        patch.setattr(server, "_standby", Standby(Server))
        server.warm_up()
        yield
        server.warm_up().close()


@pytest.mark.parametrize("title", FILES)
def test_a_hostile_paper_ends_plainly_and_leaves_nothing(title: str) -> None:
    file: Hostile = FILES[title]
    data = file.make()
    before = traces()
    trial = attempt(file.name, data, SMALL)
    told = " ".join(trial.told)
    assert (trial.fate in file.fates and file.says in told) or "processor time" in told, trial
    assert not any("\n" in words for words in trial.told)
    assert traces() == before


def test_no_file_of_the_machine_is_told(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("swordfish")
    trial = attempt("plan.docx", external_entity((tmp_path / "secret").as_uri().encode()))
    assert "swordfish" not in " ".join(trial.told)
    assert trial.characters < 30
