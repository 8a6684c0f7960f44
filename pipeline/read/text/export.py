"""Reads text exports (`.txt`, `.md`): what a file holds is told by its content, not by its name."""

from pipeline.model.document import Document
from pipeline.read.headings import settle
from pipeline.read.text.assemble import Assembler
from pipeline.read.text.decode import decode
from pipeline.read.text.inline import find_edits
from pipeline.read.write import write


def read_text(data: bytes) -> Document:
    """The document in the bytes of a text export; raises ReadError where there is no text to read."""
    source, issues = decode(data)
    assembler = Assembler(source)
    protos = assembler.assemble()
    settle(protos, source, assembler.has_markdown)
    return write(protos, source, find_edits, issues)
