"""Writes what a clerk states about a paper into `<file>.yaml` beside it, so that it reads back as it was meant."""

import errno
from pathlib import Path

import yaml

from pipeline.errors import ReadError
from pipeline.ingest.papers import SIDECAR, plain_reason
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.ingest.whole import write_whole
from pipeline.model.paper import Sidecar


def write_sidecar(paper: Path, stated: Sidecar) -> None:
    """Puts the statements in the place of those beside the paper, in one step; where nothing is stated, there is no file then.

    Lines of comment that somebody wrote stay, at the top. Raises ReadError for a date that is none, and OSError.
    """
    beside = paper.with_name(paper.name + SIDECAR)
    if beside.is_symlink():
        raise OSError(errno.ELOOP, "what is stated of it lies elsewhere, behind a link")
    facts = {name: value for name, value in stated.model_dump().items() if value}
    lines = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10_000) if facts else ""
    data = (_comments(paper) + lines).encode()
    if facts:
        parse_sidecar(data)
    if data:
        write_whole(beside, data)
    else:
        beside.unlink(missing_ok=True)


def stated_beside(paper: Path) -> tuple[Sidecar, str]:
    """What is stated beside the paper; and why that cannot be used, empty where it can."""
    try:
        data = sidecar_bytes(paper)
        return parse_sidecar(data) if data else Sidecar(), ""
    except ReadError as error:
        return Sidecar(), str(error)
    except OSError as error:
        return Sidecar(), plain_reason(error).text


def _comments(paper: Path) -> str:
    try:
        known = sidecar_bytes(paper).decode("utf-8", "replace")
    except ReadError:
        return ""
    return "".join(f"{line}\n" for line in known.splitlines() if line.startswith("#"))
