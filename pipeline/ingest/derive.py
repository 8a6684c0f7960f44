"""One paper's way: its bytes to its record to its JSON. The same input gives the same bytes."""

import gc
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import ReadError
from pipeline.ingest.documents import keep_document, kept_document
from pipeline.ingest.papers import paper_bytes
from pipeline.model.document import Document
from pipeline.model.paper import Paper, Sidecar
from pipeline.reasons import Reason
from pipeline.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.extract import Extractor

RARELY = (50_000, 20, 20)  # new objects before garbage is looked for, and how often that goes deeper


class Task(NamedTuple):
    """A paper to read. `size`, in bytes, and `sha256` are those it had when it was listed; `documents` is where what was read is kept.

    `is_new` tells that no earlier run took it in.
    """

    path: Path
    file: str
    slug: str
    size: int
    sha256: str
    sidecar: Sidecar
    documents: Path | None = None
    is_new: bool = False


def derive_paper(data: bytes, file: str, slug: str, sidecar: Sidecar, extractor: "Extractor") -> Paper:
    """The paper that the bytes hold, with its flags. Raises ReadError."""
    from pipeline.read import read_paper  # an ingest that finds nothing new needs no reader

    task = Task(Path(file), file, slug, len(data), hashlib.sha256(data).hexdigest(), sidecar)
    return derive_document(read_paper(data, file), task, extractor)


def derive_document(document: Document, task: Task, extractor: "Extractor") -> Paper:
    """The paper of a task that was read as the document, with its flags."""
    from pipeline.checks import run_checks  # an ingest that finds nothing new needs no checks

    paper = extractor.extract(document, task.slug, task.file, task.sha256, task.sidecar)
    return paper.model_copy(update={"flags": run_checks(paper)})


def read_task(task: Task) -> Document:
    """The document of a task, read unless it is kept. Raises ReadError or OSError, also when the file is no longer what was listed."""
    if task.documents and (document := kept_document(task.documents, task.sha256, task.file)):
        return document
    from pipeline.read import read_paper

    data = paper_bytes(task.path)
    if hashlib.sha256(data).hexdigest() != task.sha256:
        raise ReadError(Reason.CHANGED.told())
    document = read_paper(data, task.file)
    if task.documents:
        keep_document(task.documents, task.sha256, task.file, document)
    return document


def make_extractor(rulebook: Rulebook) -> "Extractor":
    """The extractor by these rules."""
    gc.disable()  # importing makes much and throws nothing away; not looking for garbage meanwhile saves a fifth of a second
    try:
        from pipeline.extract import Extractor  # spaCy takes most of a second to import, and an unchanged corpus needs none

        return Extractor(rulebook)
    finally:
        gc.enable()
        gc.freeze()  # rules and language are never garbage; records hardly ever are, and looking among them costs a tenth of reading
        gc.set_threshold(*RARELY)


def paper_json(paper: Paper) -> str:
    """What `extracted/<slug>.json` holds: keys in the order of the model, one space a level, a line feed at the end."""
    return paper.model_dump_json(indent=1) + "\n"
