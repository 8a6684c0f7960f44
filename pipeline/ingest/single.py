"""One paper by itself, without register or outputs."""

from functools import partial
from pathlib import Path

from pipeline.ingest.boundary import guarded
from pipeline.ingest.derive import derive_paper, make_extractor
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import file_name, paper_bytes
from pipeline.ingest.places import slug_of
from pipeline.ingest.rules import load_rules
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.model.paper import Paper
from pipeline.rulebook import Rulebook


def read_single(path: Path, rules: Path) -> Paper | Outcome:
    """The paper at the path, as an ingestion would store it, or the outcome that says why it cannot be read.

    Raises RulebookError.
    """
    return guarded(file_name(path), partial(_read, path, load_rules(rules)))


def _read(path: Path, rulebook: Rulebook) -> Paper:
    file = file_name(path)
    data, sidecar = paper_bytes(path), parse_sidecar(sidecar_bytes(path))
    return derive_paper(data, file, slug_of(file), sidecar, make_extractor(rulebook))
