"""The histories of papers as files, `<slug>.jsonl`, one version a line: what a register that was made anew cannot read from the papers.

The register is written first; whose file is behind it, it remembers until the file is there.
"""

import json
from pathlib import Path

from pipeline.errors import RegisterError
from pipeline.ingest.whole import clear_halves, write_whole
from pipeline.register import Register


class Histories:
    """The histories in a folder, which is made when there is one to keep. Every method raises RegisterError or OSError."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._folder, self._register = folder, register

    def restore(self) -> None:
        """Puts back into the register what it no longer knows, and keeps what is not kept: a process was ended, or files are lost."""
        clear_halves(self._folder)
        self.keep()
        known = self._register.histories()
        kept = {path.stem for path in self._folder.glob("*.jsonl")}
        for slug in sorted(kept - known):
            self._restore(self._folder / f"{slug}.jsonl")
        for slug in sorted(known - kept):
            self._write(slug)

    def keep(self) -> None:
        """Writes the histories that have changed."""
        for slug in self._register.histories_due():
            self._write(slug)
            self._register.history_is_kept(slug)

    def _write(self, slug: str) -> None:
        self._folder.mkdir(exist_ok=True)
        lines = (json.dumps(version, ensure_ascii=False) for version in self._register.history(slug))
        write_whole(self._folder / f"{slug}.jsonl", "".join(f"{line}\n" for line in lines).encode())

    def _restore(self, path: Path) -> None:
        try:
            versions = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            self._register.restore_history(versions)
        except (ValueError, TypeError, AttributeError) as error:
            raise RegisterError(f"{path} is no history of a paper ({error}): put it back as it was, or move it away.") from error
