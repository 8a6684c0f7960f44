"""Folders: whether there is room, whether we may read and write, and what was left lying about."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.doctor.finding import Finding, count, named

ROOM, RIGHTS, LEFT = "Room on the disk", "Folders", "Left-over files"
LEAST, ENOUGH = 100_000_000, 1_000_000_000
"""Bytes: with less than the first, papers will soon be refused; with less than the second, it is time to make room."""
AN_HOUR = 3_600.0
"""Seconds after which a file that is only half written is nobody's any more."""


def examine_room(out: Path) -> Finding:
    """Whether the disk of the outputs has room, and that of temporary files."""
    places = {"the outputs": _existing(out), "temporary files": Path(tempfile.gettempdir())}
    words, free = min(((words, shutil.disk_usage(place).free) for words, place in places.items()), key=lambda pair: pair[1])
    says = f"{free / 1e9:,.1f} GB are free for {words}."
    if free >= ENOUGH:
        return Finding(ROOM, "ok", says)
    return Finding(ROOM, "problem" if free < LEAST else "warning", says, "Make room: papers are refused while the disk is full.")


def examine_rights(corpus: Path, out: Path) -> Finding:
    """Whether the papers can be read, and the outputs written."""
    if not corpus.is_dir():
        return Finding(RIGHTS, "warning", f"there is no folder {corpus}.", "Make it, or name the folder of papers with --corpus.")
    unreadable = [path for path in (corpus, *_inside(corpus)) if not os.access(path, os.R_OK | (os.X_OK if path.is_dir() else 0))]
    if unreadable:
        says = f"{count(len(unreadable), 'file')} in {corpus} may not be read, such as {unreadable[0].name}."
        return Finding(RIGHTS, "problem", says, "Allow whoever runs pledgebook to read them.")
    if not os.access(_existing(out), os.W_OK | os.X_OK):
        return Finding(
            RIGHTS, "problem", f"{out} may not be written to.", "Allow whoever runs pledgebook to write there, or name another with --out."
        )
    return Finding(RIGHTS, "ok", f"{corpus} can be read, and {out} written.")


def examine_leftovers(out: Path, now: float) -> Finding:
    """What programs that were killed have left; `now` is in seconds since 1970."""
    places = [*out.glob(".*.half"), *out.glob("*/.*.half"), *Path(tempfile.gettempdir()).glob("pledgebook-*")]
    old = sorted(path for path in places if _age(path, now) > AN_HOUR)
    if old:
        says = f"{count(len(old), 'thing')} left by a program that was killed, such as {old[0]}."
        return Finding(LEFT, "warning", says, f"Delete {'it' if len(old) == 1 else 'them'}: {named(map(str, old))}.")
    return Finding(LEFT, "ok", "there are none.")


def _inside(folder: Path) -> Iterator[Path]:
    """All that lies in a folder and below it."""
    for path, folders, files in os.walk(folder):
        yield from (Path(path, name) for name in (*folders, *files))


def _existing(path: Path) -> Path:
    """The folder itself, or the one that it would be made in."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())


def _age(path: Path, now: float) -> float:
    """Seconds since it was last written; 0 for what is gone."""
    try:
        return now - path.stat().st_mtime
    except OSError:
        return 0.0
