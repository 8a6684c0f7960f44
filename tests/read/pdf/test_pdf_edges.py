"""Which drawings leave ruling edges, and where."""

from collections.abc import Callable, Iterator

import pypdfium2.raw as pdfium
import pytest

from pipeline.read.page import Rect
from pipeline.read.pdf import edges as module
from pipeline.read.pdf.edges import Drawings, EdgeReader
from pipeline.read.pdf.view import View

Read = Callable[..., Drawings]


@pytest.fixture(name="read")
def reader(write: Callable[..., bytes]) -> Iterator[Read]:
    documents = []

    def read(content: str, page: str = "") -> Drawings:
        data = write(content, page)
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        loaded = pdfium.FPDF_LoadPage(document, 0)
        documents.append((document, loaded, data))
        return EdgeReader().read(loaded, View.of(loaded))

    yield read
    for document, loaded, _ in documents:
        pdfium.FPDF_ClosePage(loaded)
        pdfium.FPDF_CloseDocument(document)


def test_a_line_is_an_edge(read: Read) -> None:
    assert read("100 200 m 300 200 l S").edges == [Rect(100, 100, 300, 100)]


def test_a_thick_line_is_an_edge_in_its_middle(read: Read) -> None:
    assert read("20 w 100 200 m 300 200 l S").edges == [Rect(100, 100, 300, 100)]


def test_the_matrix_moves_a_line(read: Read) -> None:
    assert read("2 0 0 2 10 0 cm 50 100 m 100 100 l S").edges == [Rect(110, 100, 210, 100)]


def test_a_rectangle_has_four_edges(read: Read) -> None:
    assert len(read("100 100 50 20 re S").edges) == 4


def test_a_thin_filled_rectangle_is_level_only(read: Read) -> None:
    assert {edge.top == edge.bottom for edge in read("100 200 200 0.5 re f").edges} == {True}


def test_a_clip_path_is_no_edge(read: Read) -> None:
    assert read("100 100 50 20 re W n").edges == []


def test_a_slanting_line_is_no_edge(read: Read) -> None:
    assert read("100 100 m 200 200 l S").edges == []


def test_a_curve_is_no_edge(read: Read) -> None:
    assert read("100 100 m 100 150 200 150 200 100 c S").edges == []


def test_an_edge_on_a_turned_page_is_where_the_reader_sees_it(read: Read) -> None:
    assert read("100 200 m 300 200 l S", "/Rotate 90").edges == [Rect(200, 100, 200, 300)]


def test_the_same_edge_twice_is_one(read: Read) -> None:
    assert len(read("100 200 m 300 200 l S " * 3).edges) == 1


def test_an_edge_beyond_the_page_is_left_out(read: Read) -> None:
    assert read("100 900 m 300 900 l S").edges == []


def test_too_many_objects_are_said(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OBJECTS", 3)
    assert read("".join(f"100 {y} m 300 {y} l S\n" for y in range(100, 110))).is_cut


def test_a_few_objects_are_not(read: Read) -> None:
    assert not read("100 200 m 300 200 l S").is_cut
