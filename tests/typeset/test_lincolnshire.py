"""The PDF in the corpus is what the typesetter makes of the text export, and says what that says."""

import pytest

from pipeline.extract import Extractor
from pipeline.ingest import derive_paper
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.record import Commitment
from pipeline.read import read_paper
from typeset.lincolnshire import NAME, ROOT, lincolnshire

PDF, TEXT = ROOT / "corpus" / f"{NAME}.pdf", ROOT / "tests" / "papers" / f"{NAME}.txt"


@pytest.fixture(scope="module")
def papers(extractor: Extractor) -> list[Paper]:
    """The PDF and the text export, as extracted."""
    return [derive_paper(path.read_bytes(), path.name, NAME, Sidecar(), extractor) for path in (PDF, TEXT)]


def test_the_pdf_is_made_from_the_text_export() -> None:
    made = read_paper(lincolnshire(TEXT.read_bytes()), "made.pdf")
    assert made.text == read_paper(PDF.read_bytes(), PDF.name).text


def test_the_same_text_gives_the_same_bytes() -> None:
    assert lincolnshire(TEXT.read_bytes()) == lincolnshire(TEXT.read_bytes())


def test_the_pdf_says_what_the_text_export_says(papers: list[Paper]) -> None:
    printed, exported = ([_without_places(record) for record in paper.commitments] for paper in papers)
    assert printed == exported


def test_every_commitment_of_the_pdf_stands_on_a_page(papers: list[Paper]) -> None:
    assert {record.page for record in papers[0].commitments} == {1, 2}
    assert all(record.boxes for record in papers[0].commitments)


def _without_places(record: Commitment) -> dict[str, object]:
    """A record without what depends on the file it was read from."""
    values = {"__all__": {"span", "boxes", "page"}}
    places = dict.fromkeys(("owners", "deadlines", "targets", "budgets"), values)
    places |= dict.fromkeys(("modality", "status_evidence"), values["__all__"])
    return record.model_dump(exclude={"span": True, "boxes": True, "page": True, **places})
