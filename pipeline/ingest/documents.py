"""Papers as read, kept so that other rules need not read them again. Only a help: whatever is wrong with one, its paper is read anew.

They go by the digest of the paper's bytes and the ending of its name, under the digest of the program that read them.
"""

import hashlib
import os
import shutil
import zlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePath

import msgspec

import pipeline
from pipeline.ingest.whole import HALF, write_whole
from pipeline.model.document import Document
from pipeline.read import pack_document, unpack_document
from pipeline.reasons import Reason, reason_of

MOST = 2**30  # bytes of all of them; the oldest go first
FREE = 2**28  # bytes that must stay free on the disk
QUICKLY = 1  # how hard zlib tries: more takes longer than it saves
READERS = ("read/**/*.py", "model/*.py", "reasons.py")
PASSING = {Reason.SECOND_PROGRAM.code, Reason.OCR_SLOW.code}
"""Reasons that another attempt might not meet, besides those that tell it themselves."""


def kept_document(folder: Path, sha256: str, file: str) -> Document | None:
    """The document of a paper, if it is kept."""
    path = _path(folder, sha256, file)
    try:
        document = unpack_document(zlib.decompress(path.read_bytes()))
        os.utime(path)
        return document
    except (OSError, zlib.error, msgspec.MsgspecError, ValueError):
        return None


def keep_document(folder: Path, sha256: str, file: str, document: Document) -> None:
    """Keeps the document of a paper, where there is room for it, and where reading the paper again would give the same."""
    if not all(_lasts(issue.code) for issue in document.issues):
        return
    with suppress(OSError, ValueError):
        data = zlib.compress(pack_document(document), QUICKLY)
        path = _path(folder, sha256, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(path.parent).free > FREE + len(data):
            write_whole(path, data, lasting=False)


def forget_document(folder: Path, sha256: str, file: str) -> None:
    """Has a paper read anew."""
    with suppress(OSError):
        _path(folder, sha256, file).unlink(missing_ok=True)


def tidy(folder: Path, most: int = MOST) -> None:
    """Deletes what another program read, what is half written, and the oldest where there are more bytes than `most`."""
    with suppress(OSError):
        for other in folder.iterdir():
            if other.name != _reader():
                shutil.rmtree(other, ignore_errors=True)
        files = [(_age(entry), entry.path, entry.stat().st_size) for entry in os.scandir(folder / _reader())]
        total = sum(size for *_, size in files)
        for age, path, size in sorted(files):
            if age and total <= most:
                break
            Path(path).unlink()
            total -= size


def _age(entry: "os.DirEntry[str]") -> int:
    """What sorts the files by when they are to go: 0 for one that is half written."""
    return 0 if entry.name.endswith(HALF) else entry.stat().st_mtime_ns


def _lasts(code: str) -> bool:
    return bool(code) and code not in PASSING and reason_of(code).value.stays == "paper"


def _path(folder: Path, sha256: str, file: str) -> Path:
    return folder / _reader() / f"{sha256}{PurePath(file).suffix.lower()}"


@lru_cache(maxsize=1)
def _reader() -> str:
    """A digest of the program's sources that reading depends on; libraries are left out, as in `program_digest`."""
    root = Path(pipeline.__file__).parent
    digest = hashlib.sha256(pipeline.__version__.encode())
    for source in sorted(source for pattern in READERS for source in root.glob(pattern)):
        digest.update(source.relative_to(root).as_posix().encode() + b"\x00" + source.read_bytes() + b"\x00")
    return digest.hexdigest()[:16]
