"""What holds for every paper: spans tell the truth, ids last, nothing raises."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.extract import Extractor
from pipeline.model.document import Block, Cell, Document
from pipeline.model.paper import Paper, Sidecar
from pipeline.model.span import Span
from pipeline.read import read_paper

TESTS = Path(__file__).parent.parent
CORPUS = sorted([*(TESTS.parent / "corpus").glob("*.*"), *(TESTS / "papers").glob("*.txt")])
PLAN = """# Harbour plan 2021/22

We will dredge the channel by May 2021.

## Actions

1. Plant 300 trees with the Woodland Trust
2. The board should:
   - publish its minutes by June
   - appoint a chair

Action\tOwner\tTimescale
Repair the lamps\tEstates Team\tMarch 2022
Open a hall\tParks Team via Ranger Service\tOngoing
"""
UNRELATED = st.sampled_from(
    ["the sea is cold and grey here.", "gulls are birds.", "nobody knows why it is so quiet.", "it rained all day."]
)
FRAGMENTS = st.sampled_from(
    [
        "We will ",
        "by March 2021 ",
        "£5m ",
        "(a) ",
        "\t",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "3.5.1 ",
        "# ",
        "The Leader of the Council ",
        "should ",
        "to be ",
        "Action",
        "Owner",
        "ACTION: ",
        "will:",
        ":",
        "resolves to:",
        "notes that:",
        "Develop ",
        "from 5 weeks to 2 weeks ",
        "20% ",
        "every school ",
        "with the ",
        "NHS ",
        "and ",
        "/ ",
        ", ",
        ".",
        "Completed",
        "the 2020/21 budget ",
        "31 February ",
        "Minutes of the meeting ",
        "| ",
        "\u00a0",
        "“",
        "Recommendations\n",
        "Contents\n",
        "calls on the ",
        "Government ",
        "is asked to ",
        "every May ",
        "N/A",
        "(CPP)",
        "Local Plan (LP) ",
    ]
)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])

Extract = Callable[[str], Paper]


def fold(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="session", params=CORPUS, ids=[f"{path.stem[:40]}{path.suffix}" for path in CORPUS])
def pair(request: pytest.FixtureRequest, extractor: Extractor) -> tuple[Document, Paper]:
    """A paper of the corpus, as read and as extracted."""
    document = read_paper(request.param.read_bytes(), request.param.name)
    return document, extractor.extract(document, request.param.stem, request.param.name, "0" * 64, Sidecar())


def check_invariants(document: Document, paper: Paper) -> None:
    seen: set[str] = set()
    for record in paper.commitments:
        assert record.id not in seen
        assert record.parent is None or record.parent in seen
        seen.add(record.id)
        assert record.text == fold(record.text) != ""
        assert 0 <= record.span.start < record.span.end <= len(document.text)
        for value in (*record.owners, *record.deadlines, *record.targets, *record.budgets):
            assert fold(value.span.of(document.text)) == fold(value.text) != ""


def test_a_record_of_one_piece_is_what_stands_at_its_span(pair: tuple[Document, Paper]) -> None:
    document, paper = pair
    torn = [c for c in paper.commitments if c.text != fold(c.span.of(document.text))]
    assert all(set(c.text.split()) <= set(c.span.of(document.text).split()) for c in torn)
    assert len(torn) <= 5


def test_a_paper_of_the_corpus_holds_what_always_holds(pair: tuple[Document, Paper]) -> None:
    check_invariants(*pair)


def test_records_come_in_reading_order(pair: tuple[Document, Paper]) -> None:
    starts = [record.span.start for record in pair[1].commitments]
    assert starts == sorted(starts)


def test_days_of_a_deadline_are_in_order(pair: tuple[Document, Paper]) -> None:
    days = [day for record in pair[1].commitments for day in record.deadlines if day.start and day.end]
    assert all(day.start <= day.end for day in days)  # type: ignore[operator]


def test_a_second_extraction_gives_the_same(pair: tuple[Document, Paper], extractor: Extractor) -> None:
    document, paper = pair
    facts = paper.paper
    assert extractor.extract(document, facts.slug, facts.file, facts.sha256, Sidecar()) == paper


def ids(paper: Paper) -> list[tuple[str, str | None]]:
    return [(record.id, record.parent) for record in paper.commitments]


@given(UNRELATED, st.integers(0, 2))
@UNHURRIED
def test_an_unrelated_paragraph_changes_no_id(extract: Extract, paragraph: str, place: int) -> None:
    head, rest = PLAN.split("\n\n", 1)
    texts = [f"{head}\n\n{paragraph}\n\n{rest}", PLAN.replace("## Actions", f"{paragraph}\n\n## Actions"), f"{PLAN}\n{paragraph}\n"]
    assert ids(extract(texts[place])) == ids(extract(PLAN))


def test_the_same_words_in_another_paper_have_another_id(extractor: Extractor) -> None:
    document = read_paper(PLAN.encode(), "plan.md")
    one, two = (extractor.extract(document, slug, "plan.md", "0" * 64, Sidecar()) for slug in ("one", "two"))
    assert not {record.id for record in one.commitments} & {record.id for record in two.commitments}


def test_the_same_words_twice_have_two_ids(extract: Extract) -> None:
    one, two = extract("# Plan\n\n- Plant a hedge\n- Plant a hedge\n").commitments
    assert one.id != two.id


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@UNHURRIED
def test_no_paper_of_common_pieces_breaks_it(extractor: Extractor, text: str) -> None:
    try:
        document = read_paper(text.encode(), "paper.md")
    except ReadError:
        return
    check_invariants(document, extractor.extract(document, "paper", "paper.md", "0" * 64, Sidecar()))


@given(st.text(max_size=300))
@UNHURRIED
def test_no_text_whatever_breaks_it(extractor: Extractor, text: str) -> None:
    try:
        document = read_paper(text.encode(errors="ignore"), "paper.txt")
    except ReadError:
        return
    check_invariants(document, extractor.extract(document, "paper", "paper.txt", "0" * 64, Sidecar()))


@given(
    st.lists(
        st.tuples(st.sampled_from(["heading", "paragraph", "item", "row"]), st.lists(FRAGMENTS, min_size=1, max_size=6).map("".join)),
        max_size=12,
    ),
    st.lists(st.integers(0, 4), min_size=12, max_size=12),
)
@UNHURRIED
def test_no_order_of_blocks_breaks_it(extractor: Extractor, blocks: list[tuple[str, str]], levels: list[int]) -> None:
    text, made = "", []
    for (kind, raw), level in zip(blocks, levels, strict=False):
        words = fold(raw)
        if not words:
            continue
        span = Span(len(text), len(text) + len(words))
        text += words + "\n"
        cells = (Cell((span,)), Cell(())) if kind == "row" else ()
        made.append(Block(kind, span, max(level, kind in ("heading", "item")), None, cells, 0 if kind == "row" else None))  # type: ignore[arg-type]
    document = Document(text, tuple(made))
    check_invariants(document, extractor.extract(document, "paper", "paper.txt", "0" * 64, Sidecar()))


@pytest.mark.parametrize("text", ["", "\n", "\t"])
def test_a_document_without_blocks_has_no_records(extractor: Extractor, text: str) -> None:
    assert extractor.extract(Document(text, ()), "paper", "paper.txt", "0" * 64, Sidecar()).commitments == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Leader of the Council should write to them.",
        "Members of the Council are asked to approve it.",
        "Council urges the Mayor of the City to restore funding.",
        "The Plaza Board should publish a report.",
    ],
)
def test_an_article_inside_a_name_is_part_of_it(extract: Extract, sentence: str) -> None:
    (record,) = extract(f"# Plan\n\n{sentence}\n").commitments
    assert record.owners[0].text in sentence
