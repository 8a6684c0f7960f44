"""What a clerk states about a paper in `<file>.yaml` beside it."""

import re
from datetime import date
from pathlib import Path

import yaml

from pipeline.errors import ReadError
from pipeline.ingest.papers import SIDECAR
from pipeline.model.paper import Sidecar

_LARGEST = 100_000  # bytes; more is not a few statements about a paper


def sidecar_bytes(paper: Path) -> bytes:
    """The bytes of the paper's sidecar, empty where there is none. Raises ReadError or OSError."""
    beside = paper.with_name(paper.name + SIDECAR)
    if not beside.exists():
        return b""
    if beside.stat().st_size > _LARGEST:
        raise ReadError(f"its sidecar is larger than {_LARGEST // 1000} kB; a few lines are enough")
    return beside.read_bytes()


def parse_sidecar(data: bytes) -> Sidecar:
    """The statements in `data`; every value is text, so that nobody has to quote a year.

    >>> parse_sidecar(b"title: Annual plan\\npublished: 2020-05").published
    '2020-05'

    Raises ReadError naming the key that is wrong.
    """
    known, stated = tuple(Sidecar.model_fields), {}
    for key, value in _mapping(data).items():
        if key not in known:
            raise ReadError(f"its sidecar has an unknown key {str(key)!r}; known are {', '.join(known)}")
        if not isinstance(value, str):
            raise ReadError(f"its sidecar gives a list or a table for {key!r}; write one value")
        stated[key] = value.strip() or None
    sidecar = Sidecar(**stated)
    if sidecar.published and not _is_iso(sidecar.published):
        raise ReadError(f"its sidecar gives published: {sidecar.published!r}; write a date like 2020-05-31, 2020-05 or 2020")
    return sidecar


def _mapping(data: bytes) -> dict[str, object]:
    """The keys and values of `data`. BaseLoader makes text of every scalar and builds no objects."""
    try:
        loaded = yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except UnicodeDecodeError:
        raise ReadError("its sidecar is not UTF-8 text") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        raise ReadError(f"its sidecar is not YAML{where}; write lines like 'title: Annual plan'") from None
    if not loaded:
        return {}
    if not isinstance(loaded, dict):
        raise ReadError("its sidecar holds no keys; write lines like 'title: Annual plan'")
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
