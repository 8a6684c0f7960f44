"""What benchmarks/faults.py does besides killing: each trouble met in one run, and what the next comes to."""

import re
import shutil
import sqlite3
import time
from contextlib import closing

from disturbed.outputs import differences, outputs
from disturbed.papers import edit, make
from faults_place import Place, Result, small_disk, unwritable

FULL = re.compile(r"not read: .*(the disk is full|File too large|The disk)")
"""How a disk without room is told; where only the size of files is limited, the system tells it so."""
LOCKED = "Another program has kept it locked"
MOST_WAITED = 60.0  # seconds, on a busy machine


def full_disk(place: Place, papers: int) -> Result:
    """A disk that is full in the middle of a run, and then has room again."""
    make(place.corpus, papers)
    never, out, started = place.folder / "never", place.folder / "small", time.monotonic()
    place.ingest(never)
    with small_disk(out) as (prepare, grow):
        ended, said = place.ingest(out, prepare)
        refused = int(found[1]) if (found := re.search(r"(\d+) not read", said)) else 0
        wrong = [] if ended in (2, 3) and 0 < refused < papers else [f"ended with {ended} and {refused} refused: {said[-300:]}"]
        wrong += ["a paper was refused for another reason"] * (len(FULL.findall(said)) < refused)
        grow()
        ended, said = place.ingest(out)
        wrong += [f"with room ended with {ended}: {said[-300:]}"] * (ended != 0)
        wrong += differences(outputs(out), outputs(never))
    return Result(f"disk full after {papers - refused} of {papers} papers, then room again", refused, 2, time.monotonic() - started, wrong)


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
    # Problems tell of the note beside the paper, and the folder is another.
    told = (one for one in differences(outputs(out), outputs(never)) if "problems" not in one and "folder_read" not in one)
    return Result("papers that may only be read", papers, 1, time.monotonic() - started, [*wrong, *told])


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


def locked(place: Place, papers: int) -> Result:
    """A program that begins to write to the register in the middle of a run, and does not end: the run ends after one wait."""
    make(place.corpus, papers)
    never, out, started = place.folder / "never", place.folder / "out", time.monotonic()
    place.ingest(never)
    process = place.start(out)
    while process.poll() is None and len(list(out.glob("*.json"))) <= papers // 4:
        time.sleep(0.05)
    with closing(sqlite3.connect(out / "register.db", isolation_level=None, timeout=MOST_WAITED)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        said = process.communicate()[0].decode()
        waited = time.monotonic() - began
    wrong = [f"ended with {process.returncode}: {said[-300:]}"] * (process.returncode != 2)
    wrong += [f"said {said.count(LOCKED)} times that it is locked"] * (said.count(LOCKED) != 1)
    wrong += [f"ended after {waited:.0f} s"] * (waited > MOST_WAITED)
    ended, said = place.ingest(out)
    wrong += [f"when it was free again, ended with {ended}: {said[-300:]}"] * (ended != 0)
    wrong += differences(outputs(out), outputs(never))
    what = f"a writer locks the register in the middle; the run ends {waited:.0f} s later, the next completes it"
    return Result(what, 1, 2, time.monotonic() - started, wrong)
