"""The five papers, typeset in every way."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from typeset import styles
from typeset.content import Part, Table, parts_of
from typeset.measure import Editions
from typeset.office import convert
from typeset.printer import print_page
from typeset.web import Labels, page, web_page
from typeset.word import write_word

RUNNING = "Draft for consultation"
FILTERS = {"docx": "docx:MS Word 2007 XML"}  # LibreOffice takes a web page for one of a kind that it cannot save as Word, unless told
PRINTED: Mapping[str, tuple[str, Labels, bool]] = {  # a way's style sheet, its labels, and whether headings stand in tables
    "sans": (styles.SANS, "marked", False),
    "serif": (styles.SERIF, "typed", True),
    "columns": (styles.COLUMNS, "marked", False),
    "unruled": (styles.UNRULED, "typed", False),
    "floating": (styles.FLOATING, "marked", False),
}

Texts = Mapping[str, bytes]


def find_texts(root: Path) -> dict[str, bytes]:
    """The text exports by slug: those in the corpus, and those whose PDF is there."""
    paths = [*(root / "corpus").glob("*.txt"), *(root / "tests" / "papers").glob("*.txt")]
    return {path.stem: path.read_bytes() for path in sorted(paths, key=lambda path: path.stem)}


def as_text(texts: Texts) -> Editions:
    """The text exports themselves."""
    return Editions({slug: (f"{slug}.txt", data) for slug, data in texts.items()})


def printed(texts: Texts, way: str) -> Editions:
    """PDFs by WeasyPrint, in a way of `PRINTED`."""
    return Editions({slug: (f"{slug}.pdf", print_parts(parts_of(data, PRINTED[way][2]), slug, way)) for slug, data in texts.items()})


def print_parts(parts: Sequence[Part], title: str, way: str) -> bytes:
    """One PDF by WeasyPrint; on its side where a table is wide."""
    css, labels, _ = PRINTED[way]
    return print_page(page(parts, title, css + (styles.LANDSCAPE if is_wide(parts) else ""), labels))


def is_wide(parts: Sequence[Part]) -> bool:
    """Whether a table needs the page on its side."""
    return any(isinstance(part, Table) and part.columns > 4 for part in parts)


def as_web(texts: Texts) -> Editions:
    """Web pages."""
    return Editions({slug: (f"{slug}.html", web_page(parts_of(data), slug).encode()) for slug, data in texts.items()})


def page_to_save(texts: Texts) -> Editions:
    """Plain web pages, for a word processor to save in its own format."""
    return Editions({slug: (f"{slug}.html", page(parts_of(data), slug, "", "counted").encode()) for slug, data in texts.items()})


def as_word(texts: Texts) -> Editions:
    """Word files, built as Word builds them."""
    parts = {slug: parts_of(data, spanning=True) for slug, data in texts.items()}
    return Editions({slug: (f"{slug}.docx", write_word(parts[slug], is_wide(parts[slug]), running=RUNNING)) for slug in parts})


def by_office(editions: Editions, target: str, folder: Path) -> Editions:
    """The editions as LibreOffice saves them in the format `target`. Raises as `convert`."""
    sources, results = folder / "sources", folder / target
    sources.mkdir(parents=True)
    results.mkdir()
    for name, data in editions.files.values():
        (sources / name).write_bytes(data)
    convert([sources / name for name, _ in editions.files.values()], FILTERS.get(target, target), results)
    return Editions({slug: (f"{slug}.{target}", (results / f"{slug}.{target}").read_bytes()) for slug in editions.files})
