"""`extracted/*.json` and the register, kept in step: what is known of earlier runs, and where a paper is put."""

import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import RegisterError
from pipeline.ingest.cache import CACHE
from pipeline.ingest.derive import paper_json
from pipeline.ingest.documents import tidy
from pipeline.ingest.histories import Histories
from pipeline.ingest.outcome import Outcome, not_read
from pipeline.ingest.places import Known
from pipeline.ingest.room import demand_room, has_room
from pipeline.ingest.whole import clear_halves, settle_names, write_whole
from pipeline.model.paper import Paper
from pipeline.reasons import Reason
from pipeline.register import NameRow, PaperRow, Register


class Shelf:
    """The outputs of all runs so far. `rows` are the papers that the register had as the run began, and which were
    not taken off since, by slug; `names` are those of its names that are not simply a paper's own, by file.

    The record's file is written first and deleted first: whenever a run is killed, the register still has the old fingerprint, or a
    paper without a file, and the next run does again what was not done.
    """

    def __init__(self, out: Path, register: Register, now: Callable[[], datetime]) -> None:
        self.out, self.register, self._now = out, register, now
        self.documents = out / CACHE / "documents"
        clear_halves(out)
        self._histories = Histories(out / "history", register)
        self._histories.restore()
        self.rows, self.names = register.papers(), register.odd_names()
        self._slugs = {row.file: slug for slug, row in self.rows.items()}
        self._is_new = False
        with os.scandir(out) as entries:
            self._records = {entry.name.removesuffix(".json") for entry in entries if entry.name.endswith(".json")}

    def demand_folder(self, corpus: Path, *, is_empty: bool) -> None:
        """Raises RegisterError where an empty folder stands in the place of the one that papers were found in last: that one may be on
        a share that is not there, and its papers are not gone."""
        status = corpus.stat()
        here = (status.st_dev, status.st_ino)
        if not is_empty and self.register.folder() != here:
            self.register.note_folder(*here)
        elif is_empty and self.rows and self.register.folder() not in (None, here):
            raise RegisterError(
                f"{corpus} holds no papers, and is not the folder that was read before; perhaps a share is not there. Nothing was changed. "
                "Bring it back; or, if all papers are meant to leave the register, ingest with --force."
            )

    def known(self, files: Collection[str]) -> dict[str, Known]:
        """Every paper of the register or of `extracted/`, by slug; present when its file is among the given ones."""
        left = sorted(self._records - self.rows.keys())
        facts = {slug: found for slug in left if (found := _facts(self._json(slug)))}
        facts |= {slug: (row.file, row.sha256) for slug, row in self.rows.items()}
        return {slug: Known(file, sha256, file in files) for slug, (file, sha256) in sorted(facts.items())}

    def holds(self, slug: str, fingerprint: str) -> bool:
        """Whether the paper stands here as it would be read again: in the register, and as a file."""
        return slug in self.rows and self.rows[slug].fingerprint == fingerprint and slug in self._records

    def holds_unchanged(self, file: str, fingerprint: str) -> bool:
        """Whether the file is a paper of the folder, and nothing more than that, and stands here as it would be read again."""
        return file in self._slugs and file not in self.names and self.holds(self._slugs[file], fingerprint)

    def knows(self, file: str, fingerprint: str) -> bool:
        """Whether the file was dealt with as it is: as a paper, or as a copy of one."""
        row, name = self.rows.get(self._slugs.get(file, "")), self.names.get(file)
        return fingerprint in (row.fingerprint if row else None, name.fingerprint if name else None)

    def copied(self, file: str, fingerprint: str) -> PaperRow | None:
        """The paper that a file was found to hold the words of, if it is as it was then."""
        name = self.names.get(file)
        is_copy = name is not None and name.relation == "same words" and name.fingerprint == fingerprint
        return self.rows.get(name.paper) if name and is_copy else None

    def twins(self, paper: Paper) -> list[PaperRow]:
        """The other papers with the very same words."""
        return self.register.twins(paper)

    def name(self, name: NameRow) -> None:
        """Remembers what a file is to the paper it holds."""
        if self.register.name(name.file) != name:
            self.register.note_name(name)

    def name_copy(self, name: NameRow, original: str) -> None:
        """Remembers that a file holds the bytes of another one, as a name of the paper that this one is, or holds the words of.

        Nothing is remembered where the register knows no such paper, as of files that cannot be read.
        """
        held = self.register.name(original)
        if held and held.sha256 == name.sha256:
            self.name(name._replace(paper=held.paper, relation="same bytes" if held.relation == "itself" else held.relation))
        elif name.file in self.names:
            self.register.forget_name(name.file)

    def demand_room(self, record: int = 0) -> None:
        """Raises ReadError where the disk is too full for a record of so many bytes, even when all is deleted that is only a help."""
        if not has_room(self.out, record):
            shutil.rmtree(self.out / CACHE, ignore_errors=True)
            demand_room(self.out, record)

    def put(self, paper: Paper, fingerprint: str, *, elsewhere: bool) -> None:
        """Takes a paper in, in place of what its slug held before. Raises ReadError where the disk is full."""
        slug, data = paper.paper.slug, paper_json(paper).encode()
        self.demand_room(len(data))
        self._is_new = True
        if slug in self._records and slug not in self.rows:
            self._restore(slug, other_than=paper.paper.sha256)  # so that its history knows what it said
        write_whole(self._json(slug), data)
        self.register.write(paper, fingerprint, self._time(), elsewhere=elsewhere)
        self._histories.keep()

    def drop(self, slug: str) -> None:
        """Takes a paper off; its history stays."""
        if slug in self._records and slug not in self.rows:
            self._restore(slug)
        self._json(slug).unlink(missing_ok=True)
        self.register.remove(slug, self._time())
        self.rows.pop(slug, None)
        self._records.discard(slug)
        self._histories.keep()

    def settle_absent(self, absent: Iterable[tuple[str, Known]]) -> Iterator[Outcome]:
        """What becomes of papers whose files are gone: they leave. Those given from elsewhere stay, and those of which a register that was
        made anew cannot tell, until their record is deleted."""
        for slug, paper in absent:
            name, stored = self.names.get(paper.file), self._json(slug)
            is_here = slug in self.rows
            if is_here and not (name and name.elsewhere and slug in self._records):
                self.drop(slug)
                yield Outcome(paper.file, "removed", "no longer there; taken off the register, which keeps its history")
            elif is_here or self._restore(slug):
                yield Outcome(paper.file, "kept", f"not in the folder of papers; the register keeps it until {stored} is deleted")
            else:
                yield not_read(paper.file, Reason.OLD_RECORD.told(record=stored))

    def forget_names(self, gone: Iterable[str]) -> Iterator[Outcome]:
        """What becomes of files that only held a copy of a paper, and are gone."""
        for file in gone:
            self.register.forget_name(file)
            yield Outcome(file, "removed", f"no longer there; it held the {self.names[file].relation} as another paper, which stays")

    def settle(self) -> None:
        """Waits until the disk has the names of all records, and keeps no more documents than it should."""
        if self._is_new:
            settle_names(self.out)
            tidy(self.documents)

    def _restore(self, slug: str, other_than: str = "") -> bool:
        """Puts a paper that only its file still holds back into a register that was made anew, unless it is the one with that digest."""
        try:
            paper = Paper.model_validate_json(self._json(slug).read_bytes())
        except (ValidationError, FileNotFoundError):
            return False  # of another version of the program, or nothing of ours
        if paper.paper.sha256 != other_than and paper.paper.slug == slug:
            self.register.write(paper, "", self._time(), elsewhere=True)
        return True

    def _time(self) -> str:
        return self._now().isoformat(timespec="seconds")

    def _json(self, slug: str) -> Path:
        return self.out / f"{slug}.json"


def _facts(path: Path) -> tuple[str, str] | None:
    """The name and SHA-256 of the paper that a stored file holds; None for a file that is not one of ours."""
    try:
        facts = json.loads(path.read_bytes())["paper"]
        return str(facts["file"]), str(facts["sha256"])
    except (ValueError, KeyError, TypeError):
        return None
