"""The five papers typeset, and read back, each way once a session."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline.evaluate import Measured
from pipeline.extract import Extractor
from pipeline.model.paper import Paper
from typeset.editions import as_text, as_web, as_word, by_office, find_texts, page_to_save, printed
from typeset.measure import Editions, score
from typeset.office import has_office

Readings = Callable[[str], dict[str, Paper]]


def _go_without(what: str, packages: str) -> NoReturn:
    """Skips a test that needs what is not installed; but checks that decide must not skip."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{what} is not installed: apt-get install {packages}")


@pytest.fixture(scope="session", autouse=True)
def printer() -> None:
    """The library that prints pages, which needs libraries of the system."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        _go_without("What WeasyPrint needs", "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")


@pytest.fixture(scope="session")
def ocr() -> None:
    """Tesseract, which reads scans."""
    if shutil.which("tesseract") is None:
        _go_without("Tesseract", "tesseract-ocr")


@pytest.fixture(scope="session")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder for LibreOffice."""

    def folder(name: str) -> Path:
        if not has_office():
            _go_without("LibreOffice", "libreoffice-writer")
        return tmp_path_factory.mktemp(name)

    return folder


@pytest.fixture(scope="session")
def texts() -> dict[str, bytes]:
    return find_texts(Path(__file__).parents[2])


@pytest.fixture(scope="session")
def gold() -> Path:
    return Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="session")
def editions(texts: dict[str, bytes], office_folder: Callable[[str], Path]) -> Callable[[str], Editions]:
    """The papers, typeset in a way."""
    makers: dict[str, Callable[[], Editions]] = {
        "text": lambda: as_text(texts),
        "web": lambda: as_web(texts),
        "word": lambda: as_word(texts),
        "office": lambda: by_office(as_word(texts), "pdf", office_folder("office")),
        "office word": lambda: by_office(page_to_save(texts), "docx", office_folder("office-word")),
    }
    return cache(lambda way: makers[way]() if way in makers else printed(texts, way))


@pytest.fixture(scope="session")
def readings(editions: Callable[[str], Editions], extractor: Extractor) -> Readings:
    """The papers, typeset in a way and read back."""
    return cache(lambda way: editions(way).read(extractor))


@pytest.fixture(scope="session")
def figures(readings: Readings, gold: Path) -> Callable[[str], dict[str, Measured]]:
    """The scores of the papers, typeset in a way and read back."""
    return cache(lambda way: score(readings(way), gold))
