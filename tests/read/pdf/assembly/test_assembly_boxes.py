"""Where the words of a document are printed."""

from pipeline.model.span import Span
from pipeline.reasons import Why


def boxes(document, words: str) -> list[tuple[float, ...]]:
    at = document.text.index(words)
    return [(box.page, box.x0, box.top, box.x1, box.bottom) for box in document.layout.boxes([Span(at, at + len(words))])]


def test_a_word_has_its_box(read) -> None:
    assert boxes(read("We will plant oaks."), "plant") == [(1, 92, 150, 112, 160)]


def test_words_of_a_line_share_a_box(read) -> None:
    assert boxes(read("We will plant oaks."), "will plant") == [(1, 72, 150, 112, 160)]


def test_part_of_a_word_has_the_box_of_the_word(read) -> None:
    assert boxes(read("We will plant oaks."), "lan") == [(1, 92, 150, 112, 160)]


def test_a_paragraph_has_a_box_for_each_line(read) -> None:
    document = read("We will plant oaks in all parks\nand water them.")
    assert boxes(document, document.text) == [(1, 60, 150, 184, 160), (1, 60, 162, 120, 172)]


def test_a_paragraph_over_two_pages_has_boxes_on_both(read) -> None:
    document = read("We will plant oaks in each of the parks and", "water them.")
    assert [box[0] for box in boxes(document, document.text)] == [1, 2]


def test_boxes_know_nothing_of_running_heads_between_them(read, page, draw) -> None:
    pages = [
        page(draw("Our town", y=40), draw(text, y=400)) for text in ("We will plant oaks in each of the parks and", "water them.", "Yes.")
    ]
    document = read(*pages)
    assert [(box[0], box[2]) for box in boxes(document, document.blocks[0].span.of(document.text))] == [(1, 400), (2, 400)]


def test_a_cell_has_boxes_of_its_own(read) -> None:
    picture = """
    ----------------------------------------
    | Plant oaks in all    | Clerk         |
    | parks                |               |
    ----------------------------------------
    """
    document = read(picture)
    assert [[box.x0 for box in document.layout.boxes(cell.parts)] for cell in document.blocks[0].cells] == [[68, 68], [160]]


def test_boxes_are_right_behind_a_mended_word(read) -> None:
    document = read("We \ufb01nd o\ufb03ces.\n\nWe will plant oaks.")
    assert boxes(document, "plant") == [(1, 92, 174, 112, 184)]


def test_boxes_are_right_behind_a_word_left_out(read) -> None:
    assert boxes(read("•  We will plant oaks."), "plant") == [(1, 104, 150, 124, 160)]


def test_a_label_is_no_word_of_its_item(read) -> None:
    document = read("3.5  We will plant oaks.")
    assert document.layout.boxes([document.blocks[0].span])[0].x0 == 80


def test_a_block_is_on_the_page_it_begins_on(read) -> None:
    document = read("We will plant oaks in each of the parks and", "water them.")
    assert document.layout.page(document.blocks[0].span) == 1


def test_the_pages_are_told_as_read(read, page, draw) -> None:
    document = read(page(draw("Oaks"), width=300, height=400)._replace(source="ocr", engine="tesseract"), "Limes")
    assert [tuple(each) for each in document.layout.pages] == [(1, 300, 400, "ocr", "tesseract"), (2, 595, 842, "text", "pdfium")]


def test_what_was_not_read_is_told_with_its_page(read, page) -> None:
    document = read("Oaks", page("Limes")._replace(notes=(Why("picture", "A picture was not read"),)))
    assert [tuple(issue) for issue in document.issues] == [("A picture was not read", "page 2", "picture")]


def test_a_paper_without_pages_is_empty(read) -> None:
    document = read()
    assert (document.text, document.blocks, document.layout.pages) == ("", (), ())


def test_a_page_without_words_is_a_page(read) -> None:
    document = read("Oaks", "", "Limes")
    assert [each.number for each in document.layout.pages] == [1, 2, 3]


def test_words_without_height_are_read(read, page, draw) -> None:
    flat = [word._replace(bottom=word.top) for word in draw("Oaks\n\nLimes").words]
    assert read(page(type(draw(""))(tuple(flat)))).text.split() == ["Oaks", "Limes"]
