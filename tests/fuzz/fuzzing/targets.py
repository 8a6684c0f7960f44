"""Each reader with what it is fed. Whatever it makes of it must be a result, or an error of our own, within some seconds."""

import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple
from unittest import mock

from hostile.mutants import mutant, seeds
from hypothesis import strategies as st

from fuzzing.data import rule_files, sidecars
from fuzzing.markup import pages, word_papers
from fuzzing.words import encoded
from pipeline.errors import PipelineError, ReadError, RulebookError
from pipeline.extract import Extractor
from pipeline.extract.demands import check_demands
from pipeline.ingest import derive_paper
from pipeline.ingest.sidecar import parse_sidecar
from pipeline.model.document import Document
from pipeline.model.paper import Sidecar
from pipeline.read import read_paper
from pipeline.read.docx import read_docx
from pipeline.read.html import read_html
from pipeline.rulebook import load_rulebook

RULES = Path(__file__).parents[3] / "rules"
SECONDS = 30  # that one case may take
MAGIC = {
    ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le"),
    ".rtf": b"{\\rtf1 ",
    ".odt": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
}
ENDINGS = [".pdf", ".docx", ".html", ".txt", ".rtf"]


class Hang(BaseException):
    """A case took too long. No Exception, so that nobody takes it for trouble with a paper."""


class Target(NamedTuple):
    """Something that reads: its cases, what takes one, and how many are run in a short and in a long run."""

    cases: st.SearchStrategy[Any]
    take: Callable[[Any], object]
    short: int
    long: int


def attempt(target: Target, case: Any) -> str:
    """What became of a case: `read`, `with doubt` or `refused`. Raises whatever is no error of our own, and Hang."""
    try:
        with _in_time():
            made = target.take(case)
    except ReadError as error:
        if trace := "".join(getattr(error, "__notes__", [])):
            raise AssertionError(trace) from error  # a bug that the process apart has contained
        return "refused"
    except PipelineError:
        return "refused"
    return "with doubt" if isinstance(made, Document) and made.issues else "read"


def _whole(name: str, data: bytes) -> object:
    """The whole way from bytes to flags."""
    return derive_paper(data, name, "paper", Sidecar(), _extractor())


@cache
def _extractor() -> Extractor:
    return Extractor(load_rulebook(RULES))


def _document(read: Callable[[bytes], Document], data: bytes) -> Document:
    """The document, whose blocks must lie within it."""
    document = read(data)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(document.text), block
    return document


def _rules(files: tuple[bytes, bytes]) -> object:
    with tempfile.TemporaryDirectory(prefix="pledgebook-fuzz-") as name:
        folder = Path(name)
        for file, data in zip(("status/made.yaml", "lexicon/verbs.yaml"), files, strict=True):
            (folder / file).parent.mkdir()
            (folder / file).write_bytes(data)
        rulebook = load_rulebook(folder)
        with suppress(RulebookError):  # what the program wants of a whole set of rules, which these are not
            check_demands(rulebook, name)
        return rulebook


def _damaged_pdf(seed: int) -> bytes:
    originals = _originals()
    return mutant(originals[seed % len(originals)], seed)


@cache
def _originals() -> list[bytes]:
    return seeds()


def _old(paper: tuple[str, bytes]) -> Document:
    """An old Word paper where there is no LibreOffice."""
    suffix, rest = paper
    with mock.patch("shutil.which", return_value=None):
        return read_paper(MAGIC[suffix] + rest, f"paper{suffix}")


def _any(paper: tuple[str, bytes]) -> Document:
    """Bytes that are no paper, whatever their name says; nothing here starts LibreOffice."""
    suffix, data = paper
    with mock.patch("shutil.which", return_value=None):
        return read_paper(data, f"paper{suffix}")


@contextmanager
def _in_time() -> Iterator[None]:
    def ring(number: int, frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _door(name: str) -> Callable[[bytes], Document]:
    return lambda data: read_paper(data, name)


TARGETS = {
    "text": Target(encoded(), partial(_document, _door("paper.txt")), 60, 2000),
    "markdown": Target(encoded(), partial(_document, _door("paper.md")), 30, 1000),
    "web page": Target(pages, partial(_document, read_html), 60, 2000),
    "Word paper": Target(word_papers(), partial(_document, read_docx), 60, 1500),
    "PDF": Target(st.integers(0, 2**32).map(_damaged_pdf), partial(_document, _door("paper.pdf")), 10, 500),
    "old Word paper": Target(st.tuples(st.sampled_from(list(MAGIC)), st.binary(max_size=200)), _old, 20, 300),
    "any bytes": Target(st.tuples(st.sampled_from(ENDINGS), st.binary(max_size=300)), _any, 20, 500),
    "text, to its flags": Target(encoded(), partial(_whole, "paper.txt"), 30, 1000),
    "sidecar": Target(sidecars, parse_sidecar, 60, 1000),
    "rules": Target(rule_files, _rules, 40, 1000),
}
