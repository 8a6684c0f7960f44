"""A folder in which much happens at once, and what the register makes of it: one command, one table.

    python benchmarks/watch.py            300 files within a minute by eight writers; the table goes into benchmarks/README.md
    python benchmarks/watch.py --poll     the same without events

The writers drop files slowly, by rename, by copy and piece by piece, overwrite, move and delete them, in sub-folders, under odd names.
On the way the folder is taken away and put back, the register is locked, and the watch is killed and started again.
"""

import hashlib
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from report import ROOT, write_section

sys.path.insert(0, str(ROOT / "tests" / "watch"))

from drops import drops

from pipeline.ingest.papers import papers_in

FILES, WRITERS, SECONDS, SEED = 300, 8, 60, 2026
PATIENCE = 300  # seconds for the watch to come to rest
PAUSE = SECONDS * WRITERS / (FILES * 11)  # a file takes about so many acts


class Office:
    """A folder of papers, its outputs, and a watch over them in a process of its own."""

    def __init__(self, folder: Path, options: list[str]) -> None:
        self.corpus, self.out, self._options = folder / "corpus", folder / "extracted", options
        self.corpus.mkdir()
        self.log = (folder / "log").open("a+")

    def start(self) -> None:
        """Starts the watch."""
        places = ["--corpus", str(self.corpus), "--out", str(self.out), "--rules", str(ROOT / "rules"), "--settle", "2"]
        command = [sys.executable, "-c", "from pipeline.cli import main; main()", "watch", *places, *self._options]
        self.watch = subprocess.Popen(command, stdout=self.log, stderr=self.log, cwd=ROOT)

    def status(self) -> dict[str, object]:
        """What the watch says of itself."""
        try:
            found: dict[str, object] = json.loads((self.out / "watch.status").read_bytes())
        except FileNotFoundError:
            return {}
        return found

    def lying(self) -> dict[str, str]:
        """The papers in the folder, with the digests of their bytes."""
        return {found.file: hashlib.sha256(found.path.read_bytes()).hexdigest() for found in papers_in(self.corpus)}

    def held(self) -> dict[str, str]:
        """The papers in the register, with the same."""
        with sqlite3.connect(f"file:{self.out / 'register.db'}?mode=ro", uri=True) as db:
            return dict(db.execute("SELECT file, sha256 FROM papers"))


def write_all(corpus: Path, gate: threading.Event) -> None:
    """Has the writers drop all files; they pause while the gate is shut."""
    numbers = iter(range(FILES))

    def write(seed: int) -> None:
        chance = random.Random(seed)
        for number in numbers:
            for _ in drops(corpus, number, chance):
                time.sleep(chance.uniform(0, 2 * PAUSE))
                gate.wait()

    writers = [threading.Thread(target=write, args=(SEED + writer,)) for writer in range(WRITERS)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()


def disturb(office: Office, gate: threading.Event) -> Iterator[str]:
    """What goes wrong on the way, each told when it is over."""
    time.sleep(SECONDS / 4)
    gate.clear()
    time.sleep(0.5)
    away = office.corpus.with_name("away")
    office.corpus.rename(away)
    time.sleep(5)
    away.rename(office.corpus)
    gate.set()
    yield "the folder was away for 5 s"
    time.sleep(SECONDS / 6)
    with sqlite3.connect(office.out / "register.db", isolation_level=None) as db:
        db.execute("BEGIN IMMEDIATE")
        time.sleep(8)
        db.execute("ROLLBACK")
    yield "the register was locked for 8 s"
    time.sleep(SECONDS / 6)
    office.watch.kill()
    office.watch.wait()
    office.start()
    yield "the watch was killed, and started again"


def rest(office: Office, since: str) -> None:
    """Waits until the watch has nothing more to do."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        status = office.status()
        if (
            status.get("doing") == "watching"
            and not status["waiting"]
            and str(status["updated"]) > since
            and office.held() == office.lying()
        ):
            return
        time.sleep(1)


def measure(options: list[str]) -> Iterator[str]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name:
        office, gate = Office(Path(name), options), threading.Event()
        gate.set()
        office.start()
        started = time.monotonic()
        trouble: list[str] = []
        nuisance = threading.Thread(target=lambda: trouble.extend(disturb(office, gate)))
        nuisance.start()
        write_all(office.corpus, gate)
        nuisance.join()
        written, since = time.monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
        rest(office, since)
        rested = time.monotonic()
        lying, held = office.lying(), office.held()
        office.watch.send_signal(signal.SIGTERM)
        code = office.watch.wait(60)
        office.log.seek(0)
        said = office.log.read().splitlines()
        yield "| measured | result |"
        yield "| --- | --- |"
        yield f"| files dropped, by {WRITERS} writers, within | {FILES}, {written - started:.0f} s |"
        yield f"| went wrong meanwhile | {'; '.join(trouble)} |"
        yield f"| ingestions | {sum(' paper' in line[:14] for line in said)} |"
        yield f"| at rest after the last act | {rested - written:.0f} s |"
        yield f"| papers in the folder, in the register | {len(lying)}, {len(held)} |"
        missing, many = lying.keys() - held.keys(), held.keys() - lying.keys()
        other = [file for file, digest in lying.items() if file in held and held[file] != digest]
        yield f"| missing, of other bytes, too many | {len(missing)}, {len(other)}, {len(many)} |"
        yield f"| ended by SIGTERM with | {code} |"
        if lying != held:
            shutil.copytree(name, Path(tempfile.gettempdir()) / f"watch-{int(time.time())}")


def main() -> None:
    """Measures, and writes."""
    lines = [f"{datetime.now(UTC):%d %B %Y}", ""]
    for line in measure(["--poll", "1"] if "--poll" in sys.argv else []):
        print(line, flush=True)
        lines.append(line)
    if "--poll" in sys.argv:
        return
    write_section("watch", "\n".join(lines))


if __name__ == "__main__":
    main()
