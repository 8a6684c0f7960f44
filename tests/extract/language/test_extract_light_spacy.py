"""spaCy comes without its command line, and whoever wants that can still have it."""

import subprocess
import sys


def ran(code: str) -> str:
    """What a fresh Python prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_the_extractor_does_not_import_an_http_client() -> None:
    assert ran("import sys, pipeline.extract; print('requests' in sys.modules, 'spacy.cli' in sys.modules)") == "False False"


def test_the_command_line_of_spacy_can_be_imported_afterwards() -> None:
    assert ran("import pipeline.extract, spacy.cli; print(spacy.cli.download.__name__)") == "download"


def test_spacy_that_was_imported_before_is_left_alone() -> None:
    assert ran("import spacy, pipeline.extract; print(spacy.info.__name__)") == "info"
