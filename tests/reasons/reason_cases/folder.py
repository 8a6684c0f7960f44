"""What lies in the folder and beside a paper, and what the machine refuses."""

import errno
import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pipeline.errors import RegisterError
from pipeline.ingest.derive import Task, read_task
from pipeline.ingest.digests import Digests
from pipeline.ingest.listing import Listing
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import Found, paper_digest
from pipeline.ingest.shelf import Shelf
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.model.paper import Sidecar
from pipeline.reasons import Reason, Why
from pipeline.register import Register
from reason_cases.cases import Tools, case, raising, simple, told

simple(Reason.PERMISSION, raising(PermissionError(errno.EACCES, "Permission denied")))
simple(Reason.DISK_FULL, raising(OSError(errno.ENOSPC, "No space left on device")))
simple(Reason.SYSTEM, raising(OSError(errno.EIO, "Input/output error")))
simple(Reason.REGISTER, raising(RegisterError("register.db: plan cannot be written. The disk is full.")))
simple(Reason.SEARCH_MEMORY, raising(MemoryError()))
simple(Reason.BUG, raising(ZeroDivisionError()))
simple(Reason.SIDECAR_KEY, partial(parse_sidecar, b"titel: Plan\n"))
simple(Reason.SIDECAR_VALUE, partial(parse_sidecar, b"title: [a, b]\n"))
simple(Reason.SIDECAR_DATE, partial(parse_sidecar, b"published: May 2020\n"))
simple(Reason.SIDECAR_ENCODING, partial(parse_sidecar, b"title: \xff\xfe\n"))
simple(Reason.SIDECAR_YAML, partial(parse_sidecar, b"title: [unclosed\n"))
simple(Reason.SIDECAR_EMPTY, partial(parse_sidecar, b"just words\n"))


def digest(path: Path) -> list[Why]:
    return told(partial(paper_digest, path))


@case(Reason.FOLDER_LINK)
def folder_link(tools: Tools) -> list[Why]:
    (tools.folder / "link.txt").symlink_to(tools.folder)
    return digest(tools.folder / "link.txt")


@case(Reason.LONE_SIDECAR)
def lone_sidecar(tools: Tools) -> list[Why]:
    (tools.folder / "plan.txt.yaml").write_text("title: Plan\n")
    return digest(tools.folder / "plan.txt.yaml")


@case(Reason.UNKNOWN_KIND)
def unknown_kind(tools: Tools) -> list[Why]:
    (tools.folder / "sheet.xlsx").write_bytes(b"PK")
    return digest(tools.folder / "sheet.xlsx")


@case(Reason.NO_FILE)
def no_file(tools: Tools) -> list[Why]:
    os.mkfifo(tools.folder / "pipe.txt")
    return digest(tools.folder / "pipe.txt")


@case(Reason.TOO_LARGE)
def too_large(tools: Tools) -> list[Why]:
    with (tools.folder / "huge.txt").open("wb") as file:
        file.truncate(300_000_000)
    return digest(tools.folder / "huge.txt")


@case(Reason.VANISHED)
def vanished(tools: Tools) -> list[Why]:
    return digest(tools.folder / "gone.txt")


@case(Reason.SAME_NAME)
def same_name(tools: Tools) -> list[Why]:
    paper = tools.folder / "plan.txt"
    paper.write_text("1. We will mow.\n")
    listing = Listing("rules", Digests(tools.folder / "digests", 0.0), lambda *_: False)
    second = list(listing.papers([Found(paper, "plan.txt")] * 2))[1]
    assert isinstance(second, Outcome) and second.why
    return [second.why]


@case(Reason.CHANGED)
def changed(tools: Tools) -> list[Why]:
    paper = tools.folder / "plan.txt"
    paper.write_text("1. We will mow.\n")
    return told(partial(read_task, Task(paper, "plan.txt", "plan", 16, "0" * 64, Sidecar())))


@case(Reason.SIDECAR_LARGE)
def sidecar_large(tools: Tools) -> list[Why]:
    (tools.folder / "plan.txt.yaml").write_text("a" * 100_001)
    return told(partial(sidecar_bytes, tools.folder / "plan.txt"))


@case(Reason.OLD_RECORD)
def old_record(tools: Tools) -> list[Why]:
    (tools.folder / "old.json").write_text('{"paper": {"file": "old.txt", "sha256": "0"}}')
    with Register(tools.folder / "register.db") as register:
        shelf = Shelf(tools.folder, register, lambda: datetime(2030, 1, 1, tzinfo=UTC))
        (outcome,) = shelf.settle_absent(shelf.known(set()).items())
    assert outcome.why
    return [outcome.why]
