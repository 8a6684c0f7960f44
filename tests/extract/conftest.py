"""The extraction by the rules of the repository, made once, and short ways to ask it of a text."""

from collections.abc import Callable

import pytest

from pipeline.extract import Extractor
from pipeline.extract.language.pipeline import build_language
from pipeline.extract.reading import Reading
from pipeline.extract.timex import Anchor, TimexFinder, resolve
from pipeline.model.document import Document
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.record import Commitment, Deadline
from pipeline.read import read_paper
from pipeline.rulebook import Rulebook


@pytest.fixture(scope="session")
def times(rulebook: Rulebook) -> TimexFinder:
    return TimexFinder(rulebook)


@pytest.fixture(scope="session")
def only_due(times: TimexFinder) -> Callable[[str, Anchor], Deadline]:
    """The only time of a text by which something is due, as an anchor resolves it."""

    def single(text: str, anchor: Anchor) -> Deadline:
        (timex,) = times.find_due(text)
        return resolve(timex, text, times.relation(text, timex.span.start, 0) or "in", anchor)

    return single


@pytest.fixture(scope="session")
def read(rulebook: Rulebook, times: TimexFinder) -> Callable[[str], Reading]:
    """A plain text with its tokens and times, and without blocks."""
    nlp = build_language(rulebook)
    return lambda text: Reading(Document(text, ()), nlp, times)


@pytest.fixture(scope="session")
def extract(extractor: Extractor) -> Callable[[str], Paper]:
    """The paper that a Markdown text is."""
    return lambda text: extractor.extract(read_paper(text.encode(), "paper.md"), "paper", "paper.md", "0" * 64, Sidecar())


@pytest.fixture(scope="session")
def promises(extract: Callable[[str], Paper]) -> Callable[[str], tuple[Commitment, ...]]:
    """The commitments of a Markdown text."""
    return lambda text: extract(text).commitments


@pytest.fixture(scope="session")
def promise(promises: Callable[[str], tuple[Commitment, ...]]) -> Callable[..., Commitment]:
    """The only commitment of a sentence that stands as a list item below a heading."""

    def single(sentence: str, heading: str = "Plan") -> Commitment:
        (only,) = promises(f"# {heading}\n\n- {sentence}\n")
        return only

    return single
