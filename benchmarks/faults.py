"""What ingestion comes to when it is killed, when the disk is full, when the papers may only be read, and when others use the register.

    python benchmarks/faults.py                 200 papers, 200 kills (SIGKILL), and the table into benchmarks/README.md
    python benchmarks/faults.py PAPERS KILLS    fewer of both; prints the table

Kills: the folder of papers is edited turn after turn, papers changed, renamed, removed, copied, added, spoilt. After each turn one
ingestion runs undisturbed into a folder of its own, and another is killed at a random moment, and again, until it comes to an end; then
records, histories and the rows of all tables must be the same, times apart, and no file may be left over.

The disk is a small tmpfs where this may be mounted (as root), and else a limit on the size of files. The register is held by a reader
through a whole run, and locked by a writer in the middle of one. The same seed gives the same papers, edits and shares of the time at which
to kill.
"""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from faults_place import Place, Result
from report import ROOT, headed, write_section

sys.path.insert(0, str(ROOT / "tests" / "ingest" / "samples"))

from disturbed.outputs import differences, outputs
from disturbed.papers import edit, make
from faults_troubles import full_disk, locked, read_by_others, read_only

PAPERS, KILLS, SEED = 200, 200, 2026
TROUBLES = (full_disk, read_only, read_by_others, locked)
HEAD = "| what was done | how often | runs | seconds | outcome |\n| --- | --- | --- | --- | --- |\n"


def kills(place: Place, papers: int, kills: int) -> Result:
    """Ingestions killed at random moments, until there were so many kills."""
    chance, wrong, runs, done, turn, started = random.Random(SEED), [], 0, 0, 0, time.monotonic()
    never, killed = place.folder / "never", place.folder / "killed"
    make(place.corpus, papers)
    while done < kills:
        began = time.monotonic()
        wrong += _failed(turn, place.ingest(never))
        whole = time.monotonic() - began
        while True:
            runs += 1
            process = place.start(killed)
            try:
                said, _ = process.communicate(timeout=chance.random() * whole * 1.1)
                wrong += _failed(turn, (process.returncode, said.decode()))
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                done += 1
        found = [f"turn {turn}: {told}" for told in differences(outputs(killed), outputs(never))]
        wrong, turn = wrong + found, turn + 1
        print(f"turn {turn}: {done} of {kills} kills, {len(found)} differences", file=sys.stderr, flush=True)
        edit(place.corpus, turn)
    return Result(f"killed at a random moment, over {turn} turns of edits", done, runs, time.monotonic() - started, wrong)


def _failed(turn: int, ended: tuple[int, str]) -> list[str]:
    """What is wrong with a run that came to its end, but not well; 3 says that some paper could not be read."""
    code, said = ended
    return [] if code in (0, 3) else [f"turn {turn}: ended with {code}: {said.strip().rpartition(chr(10))[2]}"]


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
        *(lambda place, f=f: f(place, papers) for f in TROUBLES),
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
        write_section("faults", headed([table(main())]))
