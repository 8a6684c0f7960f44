"""The rules as this program can use them, kept as it loaded them: to load them takes a second."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.ingest.fingerprint import program_digest
from pipeline.ingest.whole import write_whole
from pipeline.rulebook import Rulebook, load_rulebook, pack_rulebook, rules_digest, unpack_rulebook


class Usable(NamedTuple):
    """Rules that this program can use: their digest, and what they are, where they had to be loaded to find that out."""

    digest: str
    rulebook: Rulebook | None = None


def load_rules(folder: Path) -> Rulebook:
    """The rules under `folder`. Raises RulebookError, before anything is read by them, naming file, rule, key and cure."""
    from pipeline.extract.demands import check_demands  # imported on use, as in derive.py

    rulebook = load_rulebook(folder)
    check_demands(rulebook, str(folder))
    return rulebook


def demand_usable(folder: Path, kept: Path, meanwhile: Callable[[str], object]) -> Usable:
    """The rules under `folder`, which this program can use. Raises RulebookError as `load_rules` does.

    Those that it once found usable are kept in the file `kept`. Where they are others, `meanwhile` is called first, with their digest,
    to start what can go on beside the look at them.
    """
    digest = rules_digest(folder)
    if _kept(digest, kept) is not None:
        return Usable(digest)
    meanwhile(digest)
    rulebook = load_rules(folder)
    return Usable(rulebook.digest, rulebook)


def keep_usable(usable: Usable, kept: Path) -> None:
    """Keeps rules that were loaded, where they can be kept."""
    if usable.rulebook:
        with suppress(OSError):
            kept.parent.mkdir(exist_ok=True)
            write_whole(kept, _head(usable.digest) + pack_rulebook(usable.rulebook), lasting=False)


def kept_rules(digest: str, kept: Path) -> Rulebook | None:
    """The rules of this digest, if they are kept."""
    data = _kept(digest, kept)
    try:
        return None if data is None else unpack_rulebook(data)
    except msgspec.MsgspecError:
        return None


def _kept(digest: str, kept: Path) -> bytes | None:
    """What is kept of the rules of this digest; None where there is nothing."""
    try:
        data = kept.read_bytes()
    except OSError:
        return None
    head = _head(digest)
    return data.removeprefix(head) if data.startswith(head) else None


def _head(digest: str) -> bytes:
    return f"{digest} {program_digest()}\n".encode()
