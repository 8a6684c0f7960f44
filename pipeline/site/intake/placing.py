"""Papers that have come whole, put into the folder under their names. Nothing that is there is ever overwritten unasked."""

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.ingest.papers import plain_reason
from pipeline.read import demand_kind
from pipeline.site.intake.arriving import Arrived, Receipt, cure_of
from pipeline.site.intake.folder import Folder

_ONE_AT_A_TIME = threading.Lock()
"""Two clerks may send papers of one name in the same moment; and a paper is held in memory while it is looked at."""


def place(files: list[Arrived], folder: Folder, original: Callable[[str], str | None], *, replace: bool) -> Iterator[Receipt]:
    """Puts each file into the folder, or says why not; with `replace`, also in place of a paper of the same name.

    `original` tells by its SHA-256 which paper of the register has the same bytes.
    """
    for file in files:
        with _ONE_AT_A_TIME:
            try:
                yield _place(file, folder, original, replace=replace)
            except ReadError as error:
                yield Receipt(file.name, f"not taken: {error}.", cure_of(error))
            except OSError as error:
                yield Receipt(file.name, f"not taken: {plain_reason(error).text}.", "Tell whoever looks after this machine.")


def _place(file: Arrived, folder: Folder, original: Callable[[str], str | None], *, replace: bool) -> Receipt:
    if file.refusal:
        return file.refusal
    demand_kind(file.half.read_bytes(), file.name)
    there = folder.find(file.name)
    path = there.path if there else folder.path / file.name
    if os.path.lexists(path):
        return _meet(file, path, replace=replace)
    if (same := original(file.sha256)) and folder.find(same):
        return Receipt(file.name, f"not taken: the very same paper is here already, as {same}.")
    _put(file.half, path)
    return Receipt(file.name, "taken in.", file=file.name)


def _meet(file: Arrived, path: Path, *, replace: bool) -> Receipt:
    """A file whose name is taken."""
    if path.is_symlink() or not path.is_file():
        return Receipt(file.name, "not taken: something else in the folder has this name.", "Give the paper another name.")
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256:
            return Receipt(file.name, "it was here already, the same to the last byte; nothing is changed.")
    if not replace:
        cure = "If this is a new version of it, tick “new versions” and send it again; if it is another paper, give it another name."
        return Receipt(file.name, "not taken: a paper of this name is here already, and says something else.", cure)
    file.half.replace(path)
    return Receipt(file.name, "taken in as a new version; what the one before said is kept.", file=file.name)


def _put(half: Path, path: Path) -> None:
    """Gives a file its name, if nothing has it. Raises FileExistsError where something has."""
    try:
        os.link(half, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links; who else writes there in this very moment is not one of ours
        if os.path.lexists(path):
            raise
        half.replace(path)
