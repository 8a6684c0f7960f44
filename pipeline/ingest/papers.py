"""Papers as files: which there are, what they are called, and their bytes. Knows nothing of what is written in them."""

import hashlib
import stat
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.read import SUFFIXES

LIMIT = 200_000_000  # bytes; a larger paper would not fit the memory of a small machine together with what is read from it
SIDECAR = ".yaml"
_CLUTTER = {"thumbs.db", "desktop.ini"}  # Windows leaves them in every folder it shows


def find_papers(paths: Sequence[Path], corpus: Path) -> list[Path]:
    """What lies directly inside `corpus`, or the given files and folders of papers instead, sorted by name.

    Hidden files are left out, and so are sidecars whose paper is there. Whether a thing can be read is not asked here.
    """
    listed = [found for path in paths or [corpus] for found in (_inside(path) if path.is_dir() else [path])]
    once = {path.parent.resolve() / path.name: path for path in listed}
    return sorted(once.values(), key=lambda path: (file_name(path), str(path)))


def file_name(path: Path) -> str:
    """The name as recorded: composed accents, so that it is the same on every system; what is not Unicode becomes U+FFFD."""
    return unicodedata.normalize("NFC", path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def names_in(folders: Iterable[Path]) -> set[str]:
    """The recorded names of all that lies directly inside the folders."""
    return {file_name(path) for folder in folders for path in folder.iterdir()}


def paper_digest(path: Path) -> str:
    """The SHA-256 of a paper, without holding it in memory. Raises ReadError or OSError."""
    _demand_paper(path)
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def paper_bytes(path: Path) -> bytes:
    """A paper's bytes. Raises ReadError or OSError."""
    _demand_paper(path)
    return path.read_bytes()


def plain_reason(error: OSError) -> str:
    """Why the system refused, without the file's name.

    >>> plain_reason(PermissionError(13, "Permission denied", "plan.txt"))
    'there is no permission to read it'
    """
    if isinstance(error, FileNotFoundError):
        return "it is no longer there; it vanished, or it is a link that leads nowhere"
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    return f"the system says: {error.strerror or type(error).__name__}"


def _inside(folder: Path) -> list[Path]:
    visible = {path.name: path for path in folder.iterdir() if not path.name.startswith((".", "~$")) and path.name.lower() not in _CLUTTER}
    return [path for name, path in visible.items() if not (path.suffix == SIDECAR and path.stem in visible)]


def _demand_paper(path: Path) -> None:
    """Raises ReadError unless the path is a file of a readable kind and size; looks before anything is read."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise ReadError("it is a folder; papers must lie directly inside the folder that is read")
    if path.suffix == SIDECAR:
        raise ReadError(f"it describes a paper named {path.stem}, which is not beside it")
    if path.suffix.lower() not in SUFFIXES:
        raise ReadError(f"files of this kind cannot be read; {', '.join(SUFFIXES)} can")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("it is a device or a pipe, not a file")
    if status.st_size > LIMIT:
        raise ReadError(f"it is larger than {LIMIT // 1_000_000} MB; split it")
