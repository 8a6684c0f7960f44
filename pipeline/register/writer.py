"""The register: the one place that writes `register.db`."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self

from pipeline.model.paper import Paper
from pipeline.register import due, schema, upkeep, versions
from pipeline.register.opening import insert_rows, open_register, plain_errors, transaction
from pipeline.register.rows import Row, paper_rows
from pipeline.register.runs import RunBook, RunRow, write_run

Relation = Literal["itself", "same bytes", "same words"]


class PaperRow(NamedTuple):
    """What the register knows of a paper it holds: enough to tell whether it must be read again."""

    slug: str
    file: str
    sha256: str
    fingerprint: str


class NameRow(NamedTuple):
    """A file that holds a paper of the register, `paper` by slug: the paper `itself`, or one with the `same bytes` or the `same words`.

    `elsewhere` tells that it was given from outside the folder of papers, and so is not missed there. `fingerprint` is as in `PaperRow`.
    """

    file: str
    paper: str
    relation: Relation
    sha256: str
    elsewhere: bool = False
    fingerprint: str = ""


class Register:
    """`register.db`, open for writing.

    A new file gets its tables; one that another version made is emptied and gets new ones, since all of it can be read again, and the
    histories restored from where they are kept. Without `renew` it is left as it is, as not all of it will be read again.

    Raises:
        RegisterError: on opening and on every method, when the file cannot be read or written, or is no register.
    """

    def __init__(self, path: Path, *, renew: bool = True) -> None:
        self._path, self._db = path, open_register(path, renew=renew)
        self.runs = RunBook(self._db, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._db.close()

    def papers(self) -> dict[str, PaperRow]:
        """The papers in the register, by slug."""
        with self._plain_errors("cannot be read"):
            rows = self._db.execute(f"SELECT {', '.join(PaperRow._fields)} FROM papers ORDER BY slug").fetchall()
        return {row[0]: PaperRow(*row) for row in rows}

    def twins(self, paper: Paper) -> list[PaperRow]:
        """The other papers with the very same words, by slug."""
        query = f"SELECT {', '.join(PaperRow._fields)} FROM papers WHERE text_sha256 = ? AND slug <> ? ORDER BY slug"
        with self._plain_errors("cannot be read"):
            rows = self._db.execute(query, [paper.paper.text_sha256, paper.paper.slug]).fetchall()
        return [PaperRow(*row) for row in rows]

    def write(self, paper: Paper, fingerprint: str, ingested: str, *, elsewhere: bool = False) -> None:
        """Put a paper in, replacing whatever stands there under its slug; all of it or, on an error, nothing.

        Args:
            paper: the paper; its ids must be its own.
            fingerprint: what the caller compares to know whether the paper must be read again.
            ingested: ISO time.
            elsewhere: whether its file lies outside the folder of papers.
        """
        facts = paper.paper
        with self._plain_errors(f"{facts.slug} cannot be written"), self._transaction():
            if versions.note(self._db, paper, ingested):
                self._owe_history(facts.slug)
            self._clear(facts.slug)
            for table, rows in paper_rows(paper, fingerprint, ingested).items():
                insert_rows(self._db, table, rows)
            due.add(self._db, facts.slug)
            upkeep.note(self._db, paper)
            # A copy of other bytes may hold other words by now, and is read again.
            self._db.execute("DELETE FROM names WHERE paper = ? AND (relation = 'itself' OR sha256 <> ?)", [facts.slug, facts.sha256])
            self._name(NameRow(facts.file, facts.slug, "itself", facts.sha256, elsewhere, fingerprint))

    def remove(self, slug: str, recorded: str) -> None:
        """Take a paper out, with all that came from it but its history; nothing happens where there is none. `recorded` is an ISO time."""
        with self._plain_errors(f"{slug} cannot be removed"), self._transaction():
            if versions.note_removal(self._db, slug, recorded):
                self._owe_history(slug)
            self._clear(slug)
            self._db.execute("DELETE FROM names WHERE paper = ?", [slug])

    def odd_names(self) -> dict[str, NameRow]:
        """The files that are more than the name of a paper itself in the folder: copies, and what was given from elsewhere; by name."""
        query = f"SELECT {', '.join(NameRow._fields)} FROM names WHERE relation <> 'itself' OR elsewhere ORDER BY file"
        with self._plain_errors("cannot be read"):
            rows = self._db.execute(query).fetchall()
        return {row[0]: NameRow(*row) for row in rows}

    def name(self, file: str) -> NameRow | None:
        """What a file is to a paper; None where it is not known to hold one."""
        with self._plain_errors("cannot be read"):
            row = self._db.execute(f"SELECT {', '.join(NameRow._fields)} FROM names WHERE file = ?", [file]).fetchone()
        return NameRow(*row) if row else None

    def note_name(self, name: NameRow) -> None:
        """Remember another name of a paper, for as long as the paper stays as it is."""
        with self._plain_errors(f"{name.file} cannot be noted"), self._transaction():
            self._name(name)

    def forget_name(self, file: str) -> None:
        """Forget a name; nothing happens where there is none."""
        with self._plain_errors(f"{file} cannot be forgotten"), self._transaction():
            self._db.execute("DELETE FROM names WHERE file = ?", [file])

    def folder(self) -> tuple[int, int] | None:
        """The device and the number of the folder that papers were found in last."""
        with self._plain_errors("cannot be read"):
            row = self._db.execute("SELECT device, inode FROM folder_read").fetchone()
        return tuple(row) if row else None

    def note_folder(self, device: int, inode: int) -> None:
        """Remember in which folder papers were found."""
        with self._plain_errors("cannot be written"), self._transaction():
            self._db.execute("DELETE FROM folder_read")
            self._db.execute("INSERT INTO folder_read VALUES (?, ?)", [device, inode])

    def histories(self) -> set[str]:
        """The slugs of all papers of which more than one version is known, or which are gone."""
        with self._plain_errors("cannot be read"):
            return {slug for (slug,) in self._db.execute("SELECT DISTINCT slug FROM versions WHERE number > 1")}

    def histories_due(self) -> list[str]:
        """The slugs of the papers whose history has changed since it was last said to be kept."""
        with self._plain_errors("cannot be read"):
            return [slug for (slug,) in self._db.execute("SELECT slug FROM histories_due ORDER BY slug")]

    def history(self, slug: str) -> list[Row]:
        """The versions of a paper as rows, the first first, each with its `changes`."""
        with self._plain_errors("cannot be read"):
            return versions.history(self._db, slug)

    def history_is_kept(self, slug: str) -> None:
        """Note that a history stands where it can be restored from."""
        with self._plain_errors("cannot be written"), self._transaction():
            self._db.execute("DELETE FROM histories_due WHERE slug = ?", [slug])

    def restore_history(self, history: list[Row]) -> None:
        """Put back what `history` gave, into a register that was made anew."""
        with self._plain_errors("its histories cannot be restored"), self._transaction():
            versions.restore(self._db, history)

    def finish(self, today: str, run: RunRow) -> None:
        """Bring up to the ISO day `today` what is made from all papers together, note the run, and tidy the text search a little."""
        with self._plain_errors("cannot be brought up to date"):
            with self._transaction():
                upkeep.refresh(self._db, today)
                write_run(self._db, run, today)
            # A part of the index is tidied at a time: the whole of a million promises would take minutes.
            self._db.execute("INSERT INTO commitments_fts (commitments_fts, rank) VALUES ('merge', 500)")

    def _clear(self, slug: str) -> None:
        if not self._db.execute("SELECT 1 FROM papers WHERE slug = ?", [slug]).fetchone():
            return
        upkeep.forget(self._db, slug)
        due.subtract(self._db, slug)
        for name, table in reversed(schema.TABLES.items()):
            if "paper" in table.columns and name != "names":
                self._db.execute(f"DELETE FROM {name} WHERE paper = ?", [slug])
        self._db.execute("DELETE FROM papers WHERE slug = ?", [slug])

    def _name(self, name: NameRow) -> None:
        self._db.execute("DELETE FROM names WHERE file = ?", [name.file])
        insert_rows(self._db, "names", [name._asdict()])

    def _owe_history(self, slug: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO histories_due VALUES (?)", [slug])

    def _transaction(self) -> AbstractContextManager[None]:
        return transaction(self._db)

    def _plain_errors(self, what: str) -> AbstractContextManager[None]:
        return plain_errors(self._path, what)
