"""What a clerk states about a paper in `<file>.yaml` beside it."""

import errno
import os
import re
from datetime import date
from pathlib import Path

import yaml

from pipeline.errors import ReadError
from pipeline.ingest.papers import SIDECAR
from pipeline.model.paper import Sidecar
from pipeline.reasons import Reason

_LARGEST = 100_000  # bytes; more is not a few statements about a paper


def sidecar_status(paper: Path) -> os.stat_result | None:
    """What the system tells of the paper's sidecar; None where there is none. Raises ReadError or OSError."""
    try:
        status = os.stat(f"{paper}{SIDECAR}")  # noqa: PTH116 - a Path takes four times as long, for each of ten thousand papers
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENAMETOOLONG):
            return None
        raise
    if status.st_size > _LARGEST:
        raise ReadError(Reason.SIDECAR_LARGE.told(limit=_LARGEST // 1000))
    return status


def sidecar_bytes(paper: Path) -> bytes:
    """The bytes of the paper's sidecar, empty where there is none. Raises ReadError or OSError."""
    return paper.with_name(paper.name + SIDECAR).read_bytes() if sidecar_status(paper) else b""


def parse_sidecar(data: bytes) -> Sidecar:
    """The statements in `data`; every value is text, so that nobody has to quote a year.

    >>> parse_sidecar(b"title: Annual plan\\npublished: 2020-05").published
    '2020-05'

    Raises ReadError naming the key that is wrong.
    """
    known, stated = tuple(Sidecar.model_fields), {}
    for key, value in _mapping(data).items():
        if key not in known:
            raise ReadError(Reason.SIDECAR_KEY.told(key=str(key), known=", ".join(known)))
        if not isinstance(value, str):
            raise ReadError(Reason.SIDECAR_VALUE.told(key=key))
        stated[key] = value.strip() or None
    sidecar = Sidecar(**stated)
    if sidecar.published and not _is_iso(sidecar.published):
        raise ReadError(Reason.SIDECAR_DATE.told(value=sidecar.published))
    return sidecar


def _mapping(data: bytes) -> dict[str, object]:
    """The keys and values of `data`. BaseLoader makes text of every scalar and builds no objects."""
    try:
        loaded = yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except UnicodeDecodeError:
        raise ReadError(Reason.SIDECAR_ENCODING.told()) from None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        raise ReadError(Reason.SIDECAR_YAML.told(where=where)) from None
    if not loaded:
        return {}
    if not isinstance(loaded, dict):
        raise ReadError(Reason.SIDECAR_EMPTY.told())
    return loaded


def _is_iso(text: str) -> bool:
    """Whether `text` is an existing day, month or year in ISO 8601.

    >>> _is_iso("2020-02"), _is_iso("2020-02-30"), _is_iso("May 2020")
    (True, False, False)
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text + "-01" * (2 - text.count("-")))
    except ValueError:
        return False
    return True
