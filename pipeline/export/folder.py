"""The folder of an export: made beside its place and renamed into it, so that there is all of it or nothing."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import PipelineError

SUMS = "SHA256SUMS"
"""The digests of all other files, as `sha256sum -c` reads them."""


class ExportError(PipelineError):
    """An export cannot be made or used as asked; the message says what to do."""


class Place:
    """A folder in the making: `half` is to be filled; `aside` is where what lay at the place has been moved, None where nothing was."""

    def __init__(self, half: Path) -> None:
        self.half = half
        self.aside: Path | None = None


@contextmanager
def new_folder(place: Path, force: bool) -> Iterator[Path]:
    """A folder to fill with an export, which takes its place at the end; after an error nothing is left of it.

    What lies at the place already must be an older export with nothing else in it; it is deleted when the new one is there. With
    `force`, anything else is moved aside. Raises ExportError or OSError.
    """
    stranger = _stranger(place)
    if stranger and not force:
        raise ExportError(f"{place} holds {stranger}: choose another folder, or say --force to have it moved aside.")
    with made_beside(place) as made:
        yield made.half
        _seal(made.half)
    if made.aside and not stranger:
        shutil.rmtree(made.aside)


@contextmanager
def made_beside(place: Path) -> Iterator[Place]:
    """A folder to fill, which takes the place at the end; what lay there is moved aside. After an error, all is as it was.

    Raises OSError.
    """
    place = place.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Place(place.with_name(f".{place.name}.half"))
    shutil.rmtree(made.half, ignore_errors=True)
    made.half.mkdir()
    try:
        yield made
        _settle(made.half)
        if place.exists() and (place.is_file() or any(place.iterdir())):
            made.aside = _free_name(place)
            place.rename(made.aside)
        made.half.rename(place)
    finally:
        shutil.rmtree(made.half, ignore_errors=True)


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of an export, by its path in the folder, as they were when it was made; none where it is none.

    Raises OSError.
    """
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def digest_of(path: Path) -> str:
    """The SHA-256 of a file. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _seal(folder: Path) -> None:
    """Notes the digest of every file."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{digest_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def _settle(folder: Path) -> None:
    """Waits until the disk has all of it."""
    for path in [*folder.rglob("*"), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _stranger(place: Path) -> str | None:
    """The first file there that is not part of an export; None where there is none, or nothing at all."""
    if place.is_file():
        return "a file"
    known = sums(place)
    names = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if not path.is_dir())
    return next((name for name in names if name not in known and not (known and name == SUMS)), None)


def _free_name(place: Path) -> Path:
    """A name that nothing has: `export.before`, `export.before-2` …"""
    numbered = (place.with_name(f"{place.name}.before{f'-{number}' if number > 1 else ''}") for number in range(1, 10_000))
    return next(path for path in numbered if not path.exists())
