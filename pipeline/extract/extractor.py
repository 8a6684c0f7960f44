"""The way from a Document to the records of a Paper."""

from pipeline.model.document import Document
from pipeline.model.paper import Paper, Sidecar
from pipeline.rulebook import Rulebook


class Extractor:
    """Reads commitments out of documents by one rulebook; made once, used for any number of papers."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def extract(self, document: Document, slug: str, file: str, sha256: str, sidecar: Sidecar) -> Paper:
        """The paper without flags; checks add those."""
        raise NotImplementedError
