"""Papers for benchmarks/scale.py: as many as wanted, mostly short, each with words of its own.

    python benchmarks/scale_papers.py FOLDER FIRST LAST

makes the papers of these numbers, counted from 0, the last left out. The same number gives the same paper on every machine.

Four in five are texts: a stretch of a text export, a quarter of its longer words exchanged. The others are PDFs: one or two pages of a real
paper where `../shared/pdfs` is there, with a line of their own above, and else a text set in one font. Each paper has a sidecar that
names one of many publishers, as many to a hundred papers as a county has.
"""

import random
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
PDFS = ROOT.parent / "shared" / "pdfs"
LEAST_TEXT = 300
"""Characters that a page must have: a picture of a page would be read by OCR, which takes seconds."""
PAPERS_A_PUBLISHER = 40
WORD = re.compile(r"\b[a-z]{5,}\b")
LINES_A_PAGE = 55


@cache
def texts() -> tuple[str, ...]:
    """The text exports of the project, and those beside it."""
    folders = (ROOT / "corpus", ROOT / "tests" / "papers", ROOT.parent / "shared" / "papers")
    found = {path.name: path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))}
    return tuple(found[name] for name in sorted(found))


@cache
def words() -> tuple[str, ...]:
    """The longer words of all texts, each as often as it stands there."""
    return tuple(word for text in texts() for word in WORD.findall(text))


@cache
def pdfs() -> tuple[Path, ...]:
    """Real papers; none where they are not there."""
    return tuple(sorted(PDFS.glob("*/*.pdf")))


def pages(chance: random.Random) -> tuple[Path, int]:
    """A real paper, and the place of a page of it that holds text."""
    while True:
        path = chance.choice(pdfs())
        with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(path) as paper:  # some are there because they are broken
            at = chance.randrange(len(paper))
            if paper[at].get_textpage().count_chars() >= LEAST_TEXT:
                return path, at


def text_paper(number: int, chance: random.Random) -> str:
    """A stretch of a text, its words made its own."""
    lines = chance.choice(texts()).splitlines()
    start = chance.randrange(max(1, len(lines) - 20))
    stretch = "\n".join(lines[:3] + lines[start : start + chance.randint(20, 60)])
    own = WORD.sub(lambda match: chance.choice(words()) if chance.random() < 0.25 else match[0], stretch)
    return f"Paper {number} of {1990 + number % 36}\n\n{own}\n"


def set_in_type(lines: Sequence[str]) -> bytes:
    """A page's drawing of these lines, top down."""
    shown = (line.encode("cp1252", "replace").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") for line in lines)
    return b"q BT /PledgebookF 9 Tf 50 815 Td 13.5 TL\n" + b"\n".join(b"(%s) Tj T*" % line for line in shown) + b"\nET Q"


def pdf_paper(number: int, chance: random.Random) -> bytes:
    """Pages of a real paper with a line of their own, or a text in type."""
    with pikepdf.new() as made:
        font = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica))
        if pdfs():
            path, at = pages(chance)
            with pikepdf.open(path) as paper:
                made.pages.extend(paper.pages[at : at + chance.randint(1, 2)])
            drawings = [[f"Paper {number}, page {place}"] for place in range(1, len(made.pages) + 1)]
        else:
            lines = text_paper(number, chance).splitlines()
            drawings = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
            for _ in drawings:
                made.add_blank_page(page_size=(595, 842))
        for page, drawing in zip(made.pages, drawings, strict=True):
            page.add_resource(font, pikepdf.Name.Font, pikepdf.Name.PledgebookF)
            page.contents_add(set_in_type(drawing))
        buffer = BytesIO()
        made.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def make(folder: Path, first: int, last: int) -> None:
    """Writes the papers of these numbers, the last left out, with their sidecars."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, last):
        chance = random.Random(number)
        is_pdf = number % 5 == 4
        path = folder / f"paper-{number:06}.{'pdf' if is_pdf else 'txt'}"
        path.write_bytes(pdf_paper(number, chance) if is_pdf else text_paper(number, chance).encode())
        publisher = f"Council {number // PAPERS_A_PUBLISHER}"
        path.with_name(f"{path.name}.yaml").write_text(f"publisher: {publisher}\npublished: {1990 + number % 36}\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
