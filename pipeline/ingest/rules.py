"""The rules as this program can use them."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pipeline.ingest.fingerprint import program_digest
from pipeline.ingest.whole import write_whole
from pipeline.rulebook import Rulebook, load_rulebook, rules_digest


def load_rules(folder: Path) -> Rulebook:
    """The rules under `folder`. Raises RulebookError, before anything is read by them, naming file, rule, key and cure."""
    from pipeline.extract.demands import check_demands  # imported on use, as in derive.py

    rulebook = load_rulebook(folder)
    check_demands(rulebook, str(folder))
    return rulebook


def demand_usable(folder: Path, mark: Path, meanwhile: Callable[[str], object]) -> str:
    """The digest of the rules under `folder`, which this program can use. Raises RulebookError as `load_rules` does.

    To find that out takes a second, so what this program once found usable has its digest in the file `mark`. Where it does take one,
    `meanwhile` is called first, with the digest, to start what can go on beside it.
    """
    digest = rules_digest(folder)
    if _marked(digest, mark):
        return digest
    meanwhile(digest)
    return load_rules(folder).digest


def mark_usable(digest: str, mark: Path) -> None:
    """Notes that rules are usable, where that can be noted."""
    if not _marked(digest, mark):
        with suppress(OSError):
            mark.parent.mkdir(exist_ok=True)
            write_whole(mark, _text(digest), lasting=False)


def _marked(digest: str, mark: Path) -> bool:
    try:
        return mark.read_bytes() == _text(digest)
    except OSError:
        return False


def _text(digest: str) -> bytes:
    return f"{digest} {program_digest()}\n".encode()
