"""What holds for any pages at all."""

from collections import Counter
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pipeline.model.document import Document
from pipeline.model.span import Span
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.read.pdf.assembly import assemble

PLAIN = [
    "We",
    "will",
    "plant",
    "oaks",
    "in",
    "parks.",
    "Town",
    "and",
    "the",
    "Clerk",
    "OUR",
    "PARKS",
    "2030",
    "£5",
    "Date:",
    "Page",
    "yes;",
]
LABELS = ["1.", "2.", "(a)", "(i)", "3.5.1", "•", "–", "o", "PA", "7", "1", "Figure", "Table", "*", ".....", "\uf0b7", "|", "of", "12"]
MENDED = [
    "neigh-",
    "net-",
    "zero",
    "-",
    "\ufb01nd",
    "o\ufb03ce",
    "pl\u00adant",
    "m²",
    "½",
    "\u2010",
    "a\u2010",
    "\ufeffoaks",
    "neigh\u00ad",
]

sizes = st.sampled_from([6.0, 7.0, 8.5, 10.0, 10.0, 10.0, 11.5, 14.0, 24.0])
words_of = st.sampled_from


@st.composite
def lines(draw: st.DrawFn, texts: list[str]) -> list[Word]:
    """One printed line, or a label and a line behind it."""
    x, top, height, bold = draw(st.integers(0, 90)) * 5.0, draw(st.integers(0, 66)) * 12.0, draw(sizes), draw(st.booleans())
    found = []
    for index, text in enumerate(draw(st.lists(words_of(texts), min_size=1, max_size=9))):
        before = draw(st.sampled_from(["\n", "\n"] if not index else [" ", " ", " ", " ", "", "\n"]))
        found.append(Word(text, x, top, x + 4 * len(text), top + height, bold, before))
        x += 4 * len(text) + draw(st.sampled_from([3.0, 3.0, 3.0, 8.0, 30.0])) * (before != "")
    return found


@st.composite
def words(draw: st.DrawFn, texts: list[str]) -> list[Word]:
    """A word anywhere, of any size."""
    x, top = draw(st.floats(0, 580)), draw(st.floats(0, 830))
    width, height = draw(st.floats(0.5, 400)), draw(st.floats(0.5, 400))
    return [Word(draw(words_of(texts)), x, top, x + width, top + height, draw(st.booleans()), draw(st.sampled_from(["\n", " ", ""])))]


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A table of whole rows and columns, where a cell may stretch over the next one."""
    steps = st.lists(st.sampled_from([15.0, 40.0, 90.0]), min_size=1, max_size=4)
    edges, tops = ([draw(st.integers(0, 40)) * 10.0] for _ in range(2))
    for places in (edges, tops):
        for step in draw(steps):
            places.append(places[-1] + step)
    rows = []
    for top, bottom in pairwise(tops):
        cells: list[Rect | None] = [Rect(x0, top, x1, bottom) for x0, x1 in pairwise(edges)]
        if len(cells) > 2 and draw(st.booleans()):
            cells[1:3] = [Rect(edges[1], top, edges[3], bottom), None]
        rows.append(tuple(cells))
    assume(all(any(column) for column in zip(*rows, strict=True)))
    return Grid(tuple(rows), draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))


def papers(texts: list[str], stretch: st.SearchStrategy[list[Word]]) -> st.SearchStrategy[list[Page]]:
    """Papers of a few pages, each with a table at most."""
    page = st.tuples(st.lists(stretch, max_size=14), st.lists(grids(), max_size=1))
    made = page.map(lambda both: Page(1, 595, 842, tuple(word for found in both[0] for word in found), tuple(both[1])))
    return st.lists(made, max_size=4).map(lambda pages: [page._replace(number=number) for number, page in enumerate(pages, 1)])


ANY = st.one_of(papers(PLAIN + LABELS + MENDED, lines(PLAIN + LABELS + MENDED)), papers(PLAIN + MENDED, words(PLAIN + MENDED)))
PLAINLY = papers(PLAIN, lines(PLAIN))


def solid(text: str) -> str:
    return "".join(text.split())


@given(ANY)
@settings(max_examples=70, deadline=None)
@example([])
def test_no_word_is_lost_and_none_is_told_twice(pages: list[Page]) -> None:
    document = assemble(pages)
    source = document.source()
    assert Counter(source[word.start : word.end] for word in document.layout.words) == Counter(w.text for page in pages for w in page.words)
    assert Counter(solid(source)) == Counter(char for page in pages for word in page.words for char in word.text)


@given(ANY)
@settings(max_examples=70, deadline=None)
def test_blocks_come_in_order_and_hold_trimmed_words(is_sound, pages: list[Page]) -> None:
    assert is_sound(assemble(pages))


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_words_are_placed_in_the_order_of_the_source(pages: list[Page]) -> None:
    placed = assemble(pages).layout.words
    assert all(before.end <= word.start for before, word in pairwise(placed))


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_every_word_has_the_box_it_is_printed_in(pages: list[Page]) -> None:
    document = assemble(pages)
    source = document.source()
    placed = Counter((source[word.start : word.end], *word[3:]) for word in document.layout.words)
    assert placed == Counter((word.text, page.number, *word[1:5]) for page in pages for word in page.words)


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_the_words_of_a_line_stand_on_one_page(pages: list[Page]) -> None:
    placed = assemble(pages).layout.words
    assert len({(word.line, word.page) for word in placed}) == len({word.line for word in placed})


def parts(document: Document) -> list[Span]:
    """The stretches of text that hold words, each of one block or of a part of a cell."""
    return [part for block in document.blocks for part in ([p for cell in block.cells for p in cell.parts] or [block.span])]


@given(PLAINLY)
@settings(max_examples=70, deadline=None)
def test_boxes_of_a_span_lie_around_exactly_its_words(pages: list[Page]) -> None:
    document = assemble(pages)
    source = document.source()
    for part in parts(document):
        assert solid(part.of(document.text)) == "".join(source[word.start : word.end] for word in document.layout.within(part))


@given(PLAINLY)
@settings(max_examples=40, deadline=None)
def test_a_span_has_a_box_for_each_of_its_lines(pages: list[Page]) -> None:
    layout = (document := assemble(pages)).layout
    for part in parts(document):
        boxes, words = layout.boxes([part]), layout.within(part)
        assert len(boxes) == len({word.line for word in words})
        assert {box.page for box in boxes} == {word.page for word in words}
        assert min(word.x0 for word in words) == min(box.x0 for box in boxes)


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_rows_of_one_table_have_its_number(pages: list[Page]) -> None:
    blocks = assemble(pages).blocks
    assert all((block.table is not None) == (block.kind == "row") for block in blocks)
    numbers = [block.table for block in blocks if block.table is not None]
    assert numbers == sorted(numbers)
