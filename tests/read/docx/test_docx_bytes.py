"""Word files that are broken, locked or hostile."""

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import LockedError, ReadError
from pipeline.model.document import Document
from pipeline.read.docx import package, read_docx

PIECES = st.lists(
    st.tuples(
        st.sampled_from(["We will plant oaks.", "Our Parks", "OUR PARKS AND ROADS", "(a) mow", "3.1 dig", "• act", "", "a\u00a0b\u200bc"]),
        st.one_of(st.none(), st.integers(0, 5)),
        st.integers(0, 4),
        st.sampled_from(["", "Heading1", "Heading2", "Title", "Caption"]),
        st.booleans(),
    ),
    max_size=12,
)


def zipped(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", zipped({}), zipped({"a.xml": b"<a/>"}), b"PK\x03\x04" + bytes(200)])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="no Word file"):
        read_docx(data)


def test_a_locked_paper_is_told() -> None:
    with pytest.raises(LockedError):
        read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))


def test_a_paper_of_pictures_alone_is_refused(read, p) -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    with pytest.raises(ReadError, match="pictures"):
        read(p(f"<w:r><w:drawing>{blip}</w:drawing></w:r>"))


def test_pictures_among_few_words_are_told(read, p) -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    document = read(p("Our plan in a picture.") + p(f"<w:r><w:drawing>{blip}</w:drawing></w:r>"))
    assert [issue.message for issue in document.issues] == ["1 picture was not read, nor any words in it"]


def test_a_paper_without_words_is_refused(read) -> None:
    with pytest.raises(ReadError, match="no words"):
        read("")


def test_a_part_that_unpacks_to_much_is_refused_before_it_is_unpacked(paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_XML", 10_000)
    with pytest.raises(ReadError, match="bomb"):
        read_docx(paper("<w:p/>" * 5_000))


def test_a_file_that_unpacks_to_much_is_refused(paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_FILE", 1_000)
    with pytest.raises(ReadError, match="unpacks"):
        read_docx(paper("<w:p/>"))


@pytest.mark.parametrize("entity", ['"' + "a" * 50 + '"', 'SYSTEM "file:///etc/hostname"'])
def test_a_paper_that_defines_entities_is_refused(paper, p, entity: str) -> None:
    data = paper(p("We will &b; plant."))
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = f"<!DOCTYPE x [<!ENTITY b {entity}>]>".encode() + parts["word/document.xml"]
    with pytest.raises(ReadError, match="bomb"):
        read_docx(zipped(parts))


def test_tags_that_nest_without_end_are_refused(read, p) -> None:
    with pytest.raises(ReadError):
        read("<w:sdt><w:sdtContent>" * 50_000 + p("We will act."))


@given(pieces=PIECES)
@settings(max_examples=50, deadline=None)
def test_every_word_is_in_the_source_and_blocks_are_sound(
    pieces: list[tuple[str, int | None, int, str, bool]], read: Callable[[str], Document], p: Callable[..., str], is_sound
) -> None:
    words = Counter(" ".join(piece[0] for piece in pieces).split())
    try:
        document = read("".join(p(*piece) for piece in pieces))
    except ReadError:
        assert not words
        return
    assert is_sound(document)
    assert not words - Counter(document.source().split())


def test_mutated_papers_are_read_or_refused(paper, p, table, is_sound) -> None:
    random = Random(5)
    body = p("Parks", style="Heading1") + p("We will:", 1) + p("plant", 2) + table([["v:Action", "2:When"], ["^", "May", "June"]])
    with ZipFile(BytesIO(paper(body))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(200):
        name = random.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        mutant = bytearray(parts[name])
        for _ in range(random.randint(1, 8)):
            mutant[random.randrange(len(mutant))] = random.randrange(256)
        try:
            assert is_sound(read_docx(zipped(parts | {name: bytes(mutant)})))
        except ReadError as error:
            assert str(error)


def test_mutated_archives_are_read_or_refused(paper, p) -> None:
    random = Random(6)
    whole = paper(p("We will act."))
    for _ in range(100):
        mutant = bytearray(whole)
        for _ in range(random.randint(1, 30)):
            mutant[random.randrange(len(mutant))] = random.randrange(256)
        try:
            read_docx(bytes(mutant[: random.randrange(len(mutant))] if random.random() < 0.2 else mutant))
        except ReadError as error:
            assert str(error)
