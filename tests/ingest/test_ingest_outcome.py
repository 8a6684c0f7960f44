"""The line of a paper that was read: wholly, partly or with doubt."""

import pytest

from pipeline.ingest.outcome import may_pass, of_paper, summary
from pipeline.model.paper import Issue, Paper, PaperFacts
from pipeline.reasons import Reason, Why

FACTS = dict.fromkeys(PaperFacts.model_fields) | {"slug": "a", "file": "a.pdf", "sha256": "", "text_sha256": "", "pages": 7}


def read(*issues: tuple[Why, str]) -> Paper:
    told = tuple(Issue(message=why.text, where=where, code=why.code) for why, where in issues)
    return Paper.model_construct(paper=PaperFacts.model_construct(**FACTS), commitments=(), flags=(), reading_issues=told)


BROKEN = Reason.PAGE_BROKEN.told(), "page 3"
DOUBT = Reason.ODD_SIZE.told(width=1.0, height=2.0), "page 4"


def test_a_paper_read_with_doubt_is_read() -> None:
    outcome = of_paper(read(DOUBT), "")
    assert (outcome.kind, outcome.why) == ("nothing_found", None)
    assert outcome.text == "nothing found (read, without commitments); read with doubt in 1 place"


def test_a_paper_of_which_a_page_was_not_read_is_partly_read_and_says_why() -> None:
    outcome = of_paper(read(DOUBT, BROKEN), "")
    assert (outcome.kind, outcome.pages) == ("partly_read", 7)
    assert outcome.why == ("page_broken", "page 3: this page is broken and cannot be read")
    assert outcome.text.startswith("nothing found (partly read, without commitments); page 3: this page is broken")


def test_the_other_parts_that_were_not_read_are_counted() -> None:
    assert "; and 2 other parts not read" in of_paper(read(BROKEN, BROKEN, BROKEN), "").text


def test_partly_read_papers_are_counted_in_the_summary() -> None:
    assert summary([of_paper(read(BROKEN), "")]) == "1 paper: 1 partly read. 0 commitments, 0 flags."


@pytest.mark.parametrize(("reason", "passes"), [(Reason.OCR_MISSING, True), (Reason.OCR_FAILED, False)])
def test_what_may_pass_by_itself_is_what_the_machine_lacks(reason: Reason, passes: bool) -> None:
    assert may_pass(read((reason.told(shown="this page is a picture", words="no"), "page 1"))) is passes
