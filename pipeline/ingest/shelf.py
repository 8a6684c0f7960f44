"""`extracted/*.json` and the register, kept in step: what is known of earlier runs, and where a paper is put."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from pipeline.ingest.derive import write_paper
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import names_in
from pipeline.ingest.places import Known
from pipeline.model.paper import Paper
from pipeline.register import CopyRow, PaperRow, Register


class Shelf:
    """The outputs of all runs so far. `rows` are the register's papers as the run began, by slug."""

    def __init__(self, out: Path, register: Register, now: Callable[[], datetime]) -> None:
        self.out, self.register, self.now = out, register, now
        self.rows = register.papers()
        self._copies = register.copies()
        self._texts = {row.text_sha256: (slug, row.file) for slug, row in self.rows.items()}

    def known(self, folders: Iterable[Path], corpus: Path) -> dict[str, Known]:
        """Every paper of the register or of `extracted/`, by slug; present when a file of its name lies in one of the folders."""
        facts = {path.stem: found for path in sorted(self.out.glob("*.json")) if path.stem not in self.rows and (found := _facts(path))}
        facts |= {slug: (row.file, row.sha256) for slug, row in self.rows.items()}
        names = names_in(folders, corpus)
        return {slug: Known(file, sha256, file in names) for slug, (file, sha256) in sorted(facts.items())}

    def holds(self, slug: str, fingerprint: str) -> bool:
        """Whether the paper stands here as it would be read again: in the register, and as a file."""
        return slug in self.rows and self.rows[slug].fingerprint == fingerprint and self._json(slug).is_file()

    def copied(self, file: str, fingerprint: str) -> PaperRow | None:
        """The paper that a file was found to be a copy of, if it is as it was then."""
        copy = self._copies.get(file)
        return self.rows.get(copy.paper) if copy and copy.fingerprint == fingerprint else None

    def twin(self, paper: Paper) -> str | None:
        """The file of another paper with the very same words; None where there is none."""
        slug, file = self._texts.get(paper.paper.text_sha256, (paper.paper.slug, ""))
        return file if slug != paper.paper.slug else None

    def put_aside(self, paper: Paper, fingerprint: str) -> None:
        """Takes a paper with the words of another for its copy."""
        facts = paper.paper
        self.drop(facts.slug)
        self.register.note_copy(CopyRow(facts.file, self._texts[facts.text_sha256][0], facts.sha256, fingerprint))

    def put(self, paper: Paper, fingerprint: str) -> None:
        """Takes a paper in, in place of what its slug held before."""
        # The file first: when the register then fails, its old fingerprint has the paper read again next time.
        write_paper(paper, self._json(paper.paper.slug))
        self.register.write(paper, fingerprint, self.now().isoformat(timespec="seconds"))
        self._forget_text(paper.paper.slug)
        self._texts[paper.paper.text_sha256] = (paper.paper.slug, paper.paper.file)

    def drop(self, slug: str) -> None:
        """Forgets a paper."""
        self._forget_text(slug)
        if slug in self.rows:
            self.register.remove(slug)
        self._json(slug).unlink(missing_ok=True)

    def _forget_text(self, slug: str) -> None:
        """The words that the register held under a slug are no longer there."""
        text = self.rows[slug].text_sha256 if slug in self.rows else ""
        if self._texts.get(text, ("", ""))[0] == slug:
            del self._texts[text]

    def settle_absent(self, absent: Iterable[tuple[str, Known]]) -> Iterator[Outcome]:
        """What becomes of papers whose files are gone: they stay, until somebody deletes their file in `extracted/` too."""
        for slug, paper in absent:
            stored = self._json(slug)
            if not stored.is_file():
                self.drop(slug)
                yield Outcome(paper.file, "removed", f"taken off the register: neither the paper nor {stored} is there any more")
            elif slug in self.rows or self._restore(slug):
                yield Outcome(paper.file, "kept", f"no longer there; the register keeps it until {stored} is deleted")
            else:
                yield Outcome(paper.file, "not_read", f"not read: no longer there, and {stored} is from another version of Pledgebook")

    def _restore(self, slug: str) -> bool:
        """Puts a paper that only its file still holds back into a register that was made anew."""
        try:
            paper = Paper.model_validate_json(self._json(slug).read_bytes())
        except ValidationError:
            return False
        self.register.write(paper, "", self.now().isoformat(timespec="seconds"))
        return True

    def _json(self, slug: str) -> Path:
        return self.out / f"{slug}.json"


def _facts(path: Path) -> tuple[str, str] | None:
    """The name and SHA-256 of the paper that a stored file holds; None for a file that is not one of ours."""
    try:
        facts = json.loads(path.read_bytes())["paper"]
        return str(facts["file"]), str(facts["sha256"])
    except (ValueError, KeyError, TypeError):
        return None
