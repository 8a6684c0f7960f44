"""What a clerk states is written so that it reads back as it was meant."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.ingest.stating import stated_beside, write_sidecar
from pipeline.model.paper import Sidecar


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stating") / "plan.pdf"
    path.touch()
    return path


printable = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), exclude_characters="\ufeff"), max_size=40).map(
    str.strip
)


@given(st.builds(Sidecar, title=printable, publisher=printable, kind=printable, published=st.sampled_from([None, "2020", "2020-05-31"])))
def test_whatever_is_stated_reads_back_the_same(paper: Path, stated: Sidecar) -> None:
    write_sidecar(paper, stated)
    assert parse_sidecar(sidecar_bytes(paper)) == Sidecar(**{name: value or None for name, value in stated.model_dump().items()})


def test_where_nothing_is_stated_there_is_no_file(paper: Path) -> None:
    write_sidecar(paper, Sidecar(title="x"))
    write_sidecar(paper, Sidecar())
    assert [path.name for path in paper.parent.iterdir()] == ["plan.pdf"]


def test_comments_that_somebody_wrote_stay(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf.yaml").write_text("# asked the committee\ntitle: Old\n")
    write_sidecar(tmp_path / "plan.pdf", Sidecar(title="New"))
    assert (tmp_path / "plan.pdf.yaml").read_text() == "# asked the committee\ntitle: New\n"


def test_a_day_that_there_is_not_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf.yaml").write_text("title: Old\n")
    with pytest.raises(ReadError):
        write_sidecar(tmp_path / "plan.pdf", Sidecar(title="New", published="31 May"))
    assert (tmp_path / "plan.pdf.yaml").read_text() == "title: Old\n"


def test_statements_that_cannot_be_used_are_put_right_by_new_ones(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf.yaml").write_bytes(b"\xff\xfe: [")
    assert stated_beside(tmp_path / "plan.pdf")[1]
    write_sidecar(tmp_path / "plan.pdf", Sidecar(title="New"))
    assert stated_beside(tmp_path / "plan.pdf") == (Sidecar(title="New"), "")
