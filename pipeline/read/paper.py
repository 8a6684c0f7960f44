"""The one door to reading: picks the reader for a paper."""

from pipeline.errors import ReadError
from pipeline.model.document import Document
from pipeline.read.text import read_text

SUFFIXES = (".txt", ".md")


def read_paper(data: bytes, name: str) -> Document:
    """The document that `data`, the bytes of the file `name`, holds.

    Raises ReadError with a plain reason when there is nothing to read.
    """
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), None)
    if suffix is None:
        ending = name[name.rindex(".") :] if "." in name else "without an ending"
        raise ReadError(f"papers of this kind ({ending}) are not read yet; save it as text ({', '.join(SUFFIXES)})")
    return read_text(data)
