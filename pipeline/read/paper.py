"""The one door to reading: picks the reader for a paper by what it is, and only then by its name."""

from collections.abc import Callable
from functools import partial

from pipeline.errors import ReadError
from pipeline.model.document import Document, ReadingIssue
from pipeline.read import sandbox
from pipeline.read.limits import Limits
from pipeline.read.sniff import HEAD, NAMES, Kind, sniff
from pipeline.read.text import read_text
from pipeline.read.text.decode import MAX_CHARACTERS, decode
from pipeline.reasons import Reason

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".doc": "doc",
    ".rtf": "rtf",
    ".odt": "odt",
}
SUFFIXES = tuple(KINDS)
LOOKED_AT = 2**16  # bytes by which text is told from anything else
DOCX, HTML = "pipeline.read.docx:read_docx", "pipeline.read.html:read_html"


def warm_up(name: str) -> None:
    """Starts the process in which papers of this name's kind are read, and does not wait for it; nothing for text."""
    suffix = "." + name.lower().rpartition(".")[2]
    if KINDS.get(suffix, "text") != "text":
        sandbox.warm_up()


def read_paper(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """The document that `data`, the bytes of the file `name`, holds; `limits` bound formats other than text.

    Raises ReadError with a plain reason when there is nothing to read.
    """
    suffix, kind = _demand_kind(data, name)
    document = READERS[kind](data, limits or Limits())
    if not document.text.strip():
        raise ReadError(Reason.NO_WORDS.told())
    if len(document.text) > MAX_CHARACTERS:
        raise ReadError(Reason.TOO_LONG.told(length=len(document.text), limit=MAX_CHARACTERS))
    if kind == KINDS[suffix]:
        return document
    issue = ReadingIssue.of(Reason.OTHER_ENDING.told(suffix=suffix, kind=NAMES[kind]))
    return document._replace(issues=(issue, *document.issues))


def demand_kind(data: bytes, name: str) -> None:
    """Raises ReadError where the first bytes of the file `name`, or its name, show that there is nothing to read. Reads nothing."""
    _, kind = _demand_kind(data, name)
    if kind == "text":
        decode(data.lstrip()[:LOOKED_AT])


def _demand_kind(data: bytes, name: str) -> tuple[str, Kind]:
    """The ending of the name, and what the bytes are. Raises ReadError where nothing can be read that is so called, or so begins."""
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), None)
    if suffix is None:
        raise ReadError(Reason.UNKNOWN_KIND.told(kinds=", ".join(SUFFIXES)))
    if not data:
        raise ReadError(Reason.EMPTY.told())
    return suffix, _kind(data, KINDS[suffix])


def _kind(data: bytes, stated: Kind) -> Kind:
    """What the paper is. Raises ReadError where it is neither what its name states nor anything else that can be read."""
    found = sniff(data)
    if found is None:
        return stated if stated == "text" else _demand_text(data, stated)
    if stated == "text" and (found.kind is None or (found.kind == "pdf" and not data.lstrip().startswith(b"%PDF-"))):
        return "text"  # which says itself what it cannot read
    if found.kind is None:
        raise ReadError(Reason.OTHER_KIND.told(kind=found.name))
    return found.kind


def _demand_text(data: bytes, stated: Kind) -> Kind:
    """Raises ReadError unless a file that bears no mark of any kind begins as text, which part of a web page does too."""
    try:
        decode(data.strip()[:HEAD])
    except ReadError:
        raise ReadError(Reason.NOT_ITS_KIND.told(kind=NAMES[stated])) from None
    return "html" if stated == "html" else "text"


# Imported on use: nobody who reads text alone should wait for what the other formats need.
def _read_pdf(data: bytes, limits: Limits) -> Document:
    from pipeline.read.pdf.ladder import read_pdf

    return read_pdf(data, limits)


def _read_office(suffix: str, data: bytes, limits: Limits) -> Document:
    from pipeline.read.office import to_docx

    return _read_apart(DOCX, to_docx(data, suffix), limits)


def _read_apart(reader: str, data: bytes, limits: Limits) -> Document:
    """The document that the reader finds, in a process apart. Raises ReadError."""
    from pipeline.read.sandbox import run

    reading = run(reader, data, limits)
    if reading.document is None:
        error = ReadError(reading.told if reading.reason else Reason.NO_READER.told())
        if reading.trace:
            error.add_note(reading.trace)
        raise error
    return reading.document


READERS: dict[Kind, Callable[[bytes, Limits], Document]] = {
    "text": lambda data, _: read_text(data),
    "pdf": _read_pdf,
    "docx": partial(_read_apart, DOCX),
    "html": partial(_read_apart, HTML),
    "doc": partial(_read_office, ".doc"),
    "rtf": partial(_read_office, ".rtf"),
    "odt": partial(_read_office, ".odt"),
}
