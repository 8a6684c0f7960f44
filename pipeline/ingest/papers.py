"""Papers as files: which there are, what they are called, and their bytes. Knows nothing of what is written in them."""

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import ReadError
from pipeline.read import SUFFIXES
from pipeline.reasons import Reason, Why

LIMIT = 200_000_000  # bytes; a larger paper would not fit the memory of a small machine together with what is read from it
SIDECAR = ".yaml"
NOTE = ".problem.txt"
"""How the name of a paper goes on in that of the note beside it, which says why it cannot be read."""
REGISTER = "register.db"
# What systems and shares leave in folders, and what copiers and editors call a file until it is whole.
_CLUTTER = ("thumbs.db", "desktop.ini", "lost+found", "@eadir", "#recycle", "$recycle.bin", "system volume information")
_HALF = (".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp", ".temp", ".swp", "~")


class Found(NamedTuple):
    """A paper as a file, and the name it is recorded by: below the folder of papers, with a slash after each folder."""

    path: Path
    file: str


def find_papers(paths: Sequence[Path], corpus: Path) -> list[Found]:
    """What lies in `corpus` at any depth, or the given files and folders of papers instead, sorted by name.

    Names count from `corpus`, and from the given path where that lies elsewhere. Whether a thing can be read is not asked here.
    """
    listed = [found for path in paths or [corpus] for found in _find(path, corpus)]
    if len(paths) > 1:  # which may hold one another
        listed = list({found.path.parent.resolve() / found.path.name: found for found in listed}.values())
    return sorted(listed, key=lambda found: (found.file, str(found.path)))


def file_name(path: Path) -> str:
    """The name as recorded: composed accents, so that it is the same on every system; what is not Unicode becomes U+FFFD."""
    return recorded(path.name)


def papers_in(folder: Path, above: str = "") -> Iterator[Found]:
    """What lies in a folder at any depth, unsorted; `above` stands before each name.

    Not followed are links to folders, which are given themselves, and folders below that hold a register: those hold outputs.
    Raises OSError where the folder itself cannot be looked into.
    """
    with os.scandir(folder) as entries:
        shown = {entry.name: entry for entry in entries if not is_clutter(entry.name)}
    if above and REGISTER in shown:
        return
    for name, entry in shown.items():
        if entry.is_dir(follow_symlinks=False):
            yield from _below(folder / name, f"{above}{name}")
        elif not (name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in shown):
            yield Found(folder / name, recorded(above + name))


def names_in(folders: Iterable[Path], corpus: Path) -> set[str]:
    """The recorded names of all papers that lie in the folders, as `find_papers` gives them."""
    return {found.file for folder in folders for found in _find(folder, corpus)}


def is_clutter(name: str) -> bool:
    """Whether a file or folder is nothing a clerk put there: hidden, left by a system, a note of ours, or half a copy.

    >>> is_clutter("Thumbs.db"), is_clutter("plan.pdf.part"), is_clutter("plan.pdf")
    (True, True, False)
    """
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER or name.lower().endswith((*_HALF, NOTE))


def paper_status(path: Path) -> os.stat_result:
    """What the system tells of a paper. Raises ReadError unless it is a file of a readable kind and size, before it is read, or OSError."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        os.scandir(path).close()  # says why, where it is no link
        raise ReadError(Reason.FOLDER_LINK.told())
    if path.suffix == SIDECAR:
        raise ReadError(Reason.LONE_SIDECAR.told(paper=path.stem))
    if path.suffix.lower() not in SUFFIXES:
        raise ReadError(Reason.UNKNOWN_KIND.told(kinds=", ".join(SUFFIXES)))
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(Reason.NO_FILE.told())
    if status.st_size > LIMIT:
        raise ReadError(Reason.TOO_LARGE.told(limit=f"{LIMIT // 1_000_000} MB"))
    return status


def paper_digest(path: Path) -> str:
    """The SHA-256 of a paper, without holding it in memory. Raises ReadError or OSError."""
    paper_status(path)
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def paper_bytes(path: Path) -> bytes:
    """A paper's bytes. Raises ReadError or OSError."""
    paper_status(path)
    return path.read_bytes()


def plain_reason(error: OSError) -> Why:
    """Why the system refused, without the file's name.

    >>> plain_reason(PermissionError(13, "Permission denied", "plan.txt")).text
    'there is no permission to read it'
    """
    if isinstance(error, FileNotFoundError):
        return Reason.VANISHED.told()
    if isinstance(error, PermissionError):
        return Reason.PERMISSION.told()
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Reason.DISK_FULL.told()
    return Reason.SYSTEM.told(words=error.strerror or type(error).__name__)


def recorded(name: str) -> str:
    """A name, or a path below the folder of papers, as it is recorded."""
    if name.isascii():
        return name
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _find(path: Path, corpus: Path) -> Iterator[Found]:
    """The papers at a path, which is one or holds them."""
    base = corpus.resolve()
    if path.is_dir():
        whole = path.resolve()
        yield from papers_in(path, f"{whole.relative_to(base).as_posix()}/".removeprefix("./") if whole.is_relative_to(base) else "")
    elif not path.name.lower().endswith(NOTE):
        whole = path.parent.resolve() / path.name
        yield Found(path, recorded(whole.relative_to(base).as_posix() if whole.is_relative_to(base) else path.name))


def _below(folder: Path, file: str) -> list[Found]:
    """What lies in a folder of the folder of papers; the folder itself where nobody may look into it, so that it is told of."""
    try:
        return list(papers_in(folder, f"{file}/"))
    except OSError:
        return [Found(folder, recorded(file))]
