"""What ingestion comes to when it is killed, when the disk is full, when the papers may only be read, and when others read the register.

    python benchmarks/faults.py                 200 papers, 200 kills (SIGKILL), and the table into benchmarks/README.md
    python benchmarks/faults.py PAPERS KILLS    fewer of both; prints the table

Kills: the folder of papers is edited turn after turn, papers changed, renamed, removed, copied, added, spoilt. After each turn one
ingestion runs undisturbed into a folder of its own, and another is killed at a random moment, and again, until it comes to an end; then
records, histories and the rows of all tables must be the same, times apart, and no file may be left over.

The disk is a small tmpfs where this may be mounted (as root), and else a limit on the size of files. The same seed gives the same papers,
edits and shares of the time at which to kill.
"""

import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "ingest" / "samples"))

from disturbed.outputs import differences, outputs  # noqa: E402 - found by the path above
from disturbed.papers import edit, make  # noqa: E402

README = ROOT / "benchmarks" / "README.md"
START, END = "<!-- faults -->", "<!-- /faults -->"
PAPERS, KILLS, SEED = 200, 200, 2026
DISK = 8_000_000  # bytes of the small disk
HEAD = "| what was done | how often | runs | seconds | outcome |\n| --- | --- | --- | --- | --- |\n"


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


def kills(place: Place, papers: int, kills: int) -> Result:
    """Ingestions killed at random moments, until there were so many kills."""
    chance, wrong, runs, done, turn, started = random.Random(SEED), [], 0, 0, 0, time.monotonic()
    never, killed = place.folder / "never", place.folder / "killed"
    make(place.corpus, papers)
    while done < kills:
        began = time.monotonic()
        place.ingest(never)
        whole = time.monotonic() - began
        while True:
            runs += 1
            process = place.start(killed)
            try:
                process.communicate(timeout=chance.random() * whole * 1.1)
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                done += 1
        wrong += [f"turn {turn}: {told}" for told in differences(outputs(killed), outputs(never))]
        turn += 1
        edit(place.corpus, turn)
    return Result(f"killed at a random moment, over {turn} turns of edits", done, runs, time.monotonic() - started, wrong)


def full_disk(place: Place, papers: int) -> Result:
    """A disk that is full in the middle of a run, and then has room again."""
    make(place.corpus, papers)
    never, out, started = place.folder / "never", place.folder / "small", time.monotonic()
    place.ingest(never)
    with small_disk(out) as (prepare, grow):
        ended, said = place.ingest(out, prepare)
        refused = int(found[1]) if (found := re.search(r"(\d+) not read", said)) else 0
        wrong = [] if ended == 3 and 0 < refused < papers else [f"ended with {ended} and {refused} refused: {said[-300:]}"]
        wrong += ["a paper was refused for another reason"] * (said.count("not read: the disk is full") < refused)
        grow()
        ended, said = place.ingest(out)
        wrong += [f"with room ended with {ended}: {said[-300:]}"] * (ended != 0)
        wrong += differences(outputs(out), outputs(never))
    return Result(f"disk full after {papers - refused} of {papers} papers, then room again", refused, 2, time.monotonic() - started, wrong)


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


def read_only(place: Place, papers: int) -> Result:
    """Papers that nobody may write beside, one of them spoilt."""
    make(place.corpus, papers)
    (place.corpus / "spoilt.pdf").write_bytes(b"")
    never, out, started = place.folder / "never", place.folder / "out", time.monotonic()
    shutil.copytree(place.corpus, place.folder / "copy")
    place.ingest(never)
    shutil.rmtree(place.corpus)
    (place.folder / "copy").rename(place.corpus)
    with unwritable(place.corpus):
        before = sorted((path.name, path.stat().st_mtime_ns) for path in place.corpus.rglob("*"))
        ended, said = place.ingest(out)
        wrong = [f"ended with {ended}: {said[-300:]}"] * (ended != 3)
        wrong += ["the corpus was written to"] * (
            before != sorted((path.name, path.stat().st_mtime_ns) for path in place.corpus.rglob("*"))
        )
    told = (one for one in differences(outputs(out), outputs(never)) if "problems" not in one)  # which tell of the note beside the paper
    return Result("papers that may only be read", papers, 1, time.monotonic() - started, [*wrong, *told])


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


def read_by_others(place: Place, papers: int) -> Result:
    """A reader that keeps its view of the register open through a whole run: it sees no half of it, and stops nothing."""
    make(place.corpus, papers)
    never, out, started = place.folder / "never", place.folder / "out", time.monotonic()
    for folder in (never, out):
        place.ingest(folder)
    edit(place.corpus, 1)
    place.ingest(never)
    with closing(sqlite3.connect(out / "register.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        before = reader.execute("SELECT count(*), group_concat(id) FROM commitments").fetchall()
        ended, said = place.ingest(out)
        wrong = [f"ended with {ended}: {said[-300:]}"] * (ended not in (0, 3))
        wrong += ["the reader saw a change"] * (before != reader.execute("SELECT count(*), group_concat(id) FROM commitments").fetchall())
    wrong += differences(outputs(out), outputs(never))
    return Result("a reader holds the register through the run", 1, 1, time.monotonic() - started, wrong)


def table(results: list[Result]) -> str:
    """The results, for people."""
    rows = (
        f"| {r.what} | {r.times} | {r.runs} | {r.seconds:.0f} | {' '.join('; '.join(r.wrong).split())[:400] or 'the same as undisturbed'} |"
        for r in results
    )
    return HEAD + "\n".join(rows)


def main(papers: int = PAPERS, kills_wanted: int = KILLS) -> list[Result]:
    """All faults, one after the other."""
    tries = (
        lambda place: kills(place, papers, kills_wanted),
        *(lambda place, f=f: f(place, papers) for f in (full_disk, read_only, read_by_others)),
    )
    results = []
    for attempt in tries:
        with tempfile.TemporaryDirectory() as folder:
            place = Place(Path(folder))
            for part in ("pipeline", "rules"):
                shutil.copytree(ROOT / part, place.folder / "program" / part, ignore=shutil.ignore_patterns("__pycache__"))
            results.append(attempt(place))
            print(table(results[-1:]).rpartition("\n")[2], flush=True)
    return results


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(*map(int, sys.argv[1:]))
    else:
        told, text = table(main()), README.read_text()
        head, rest = text.split(START)
        README.write_text(f"{head}{START}\n{told}\n{END}{rest.split(END)[1]}")
