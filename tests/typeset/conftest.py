"""The five papers typeset, and read back, each way once a session."""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

# The typesetter is a package of this folder, which benchmarks use too; tests are none.
sys.path.insert(0, str(Path(__file__).parent.parent))

from pipeline.evaluate import Figures
from pipeline.extract import Extractor
from pipeline.model.paper import Paper
from pipeline.rulebook import load_rulebook
from typeset.editions import as_text, as_web, as_word, by_office, find_texts, page_to_save, printed
from typeset.measure import Editions, score
from typeset.office import has_office

collect_ignore = ["conftest.py"]

Readings = Callable[[str], dict[str, Paper]]


@pytest.fixture(scope="session")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder for LibreOffice. Where it is missing the test is skipped; but checks that decide must not skip."""

    def folder(name: str) -> Path:
        if not has_office():
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
                "LibreOffice is not installed: apt-get install libreoffice-writer"
            )
        return tmp_path_factory.mktemp(name)

    return folder


@pytest.fixture(scope="session")
def texts() -> dict[str, bytes]:
    return find_texts(Path(__file__).parents[2])


@pytest.fixture(scope="session")
def gold() -> Path:
    return Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(load_rulebook(Path(__file__).parents[2] / "rules"))


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
def figures(readings: Readings, gold: Path) -> Callable[[str], dict[str, Figures]]:
    """The scores of the papers, typeset in a way and read back."""
    return cache(lambda way: score(readings(way), gold))
