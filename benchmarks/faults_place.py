"""Where benchmarks/faults.py works: folders with a copy of the program, disks with little room, folders that may only be read."""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

DISK = 8_000_000  # bytes of the small disk


class Result(NamedTuple):
    """A row of the table; `wrong` says what is not as it should be."""

    what: str
    times: int
    runs: int
    seconds: float
    wrong: list[str]


class Place(NamedTuple):
    """Folders to work in, with a copy of the program and the rules, whoever may change those meanwhile."""

    folder: Path

    @property
    def corpus(self) -> Path:
        """The papers."""
        return self.folder / "corpus"

    def start(self, out: Path, prepare: Callable[[], None] | None = None) -> "subprocess.Popen[bytes]":
        """An ingestion under way, as a clerk starts it."""
        code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from pipeline.cli import main; main()"
        program, rules = self.folder / "program", self.folder / "program" / "rules"
        arguments = ["ingest", "--corpus", self.corpus, "--out", out, "--rules", rules, "--jobs", "2"]
        command = [sys.executable, "-P", "-c", code, program, *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=prepare)

    def ingest(self, out: Path, prepare: Callable[[], None] | None = None) -> tuple[int, str]:
        """An ingestion to its end: how it ended, and what it said."""
        process = self.start(out, prepare)
        said, _ = process.communicate()
        return process.returncode, said.decode()


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[Callable[[], None] | None, Callable[[], None]]]:
    """A folder with little room; what has a process feel it, and what gives the folder room."""
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder], capture_output=True, check=False).returncode:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (DISK // 16, DISK // 16)), lambda: None
        return
    try:
        yield None, lambda: subprocess.run(["mount", "-o", "remount,size=1g", folder], check=True) and None
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """A folder that may only be read, by root too where it may be mounted so."""
    is_mounted = not subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode
    if is_mounted:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
    folder.chmod(0o555) if not is_mounted else None
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True) if is_mounted else folder.chmod(0o755)
