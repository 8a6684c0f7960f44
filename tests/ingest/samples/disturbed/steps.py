"""An ingestion killed at each of its steps: before and after it writes, renames or deletes a file, and around each transaction.

    python steps.py FOLDER RULES PAPERS EVERY

makes papers in the folder, ingests them, edits them, and then, for every so manieth step of the second ingestion, kills one there and has
another finish; prints as JSON how many steps there are, how many were tried, and where the outcome differs from that of one never killed.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from disturbed.outputs import differences, outputs
from disturbed.papers import edit, make
from pipeline.ingest import Order, ingest, run
from pipeline.ingest.derive import derive_document, make_extractor
from pipeline.ingest.fingerprint import program_digest
from pipeline.rulebook import load_rulebook

WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}


class Steps:
    """Counts the steps of this process, and ends it at the `last` one, if any."""

    def __init__(self, out: Path, last: int | None) -> None:
        self.count, self._out, self._last = 0, str(out), last
        sys.addaudithook(self._hear)
        connect = sqlite3.connect

        def connected(*args: Any, **options: Any) -> sqlite3.Connection:
            connection = connect(*args, **options)
            connection.set_trace_callback(self._hear_statement)
            return connection

        sqlite3.connect = connected

    def step(self) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        is_write = event in WRITES or (event == "open" and isinstance(args[1], str) and "w" in args[1])
        if is_write and str(args[0]).startswith(self._out):
            self.step()

    def _hear_statement(self, statement: str) -> None:
        """Heard before a statement is carried out: before a transaction is committed, and, as the next begins, after that."""
        if statement.startswith(("BEGIN", "COMMIT")):
            self.step()


def workers(extractor: Any) -> Callable[..., Any]:
    """What stands for worker processes: all that a paper needs is found in this one, by an extractor that was made beforehand."""

    class Here:
        def __init__(self, *_: object) -> None: ...

        def warm_up(self) -> None: ...

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

        def extract(self, document: Any, task: Any) -> Any:
            return derive_document(document, task, extractor)

    return Here


def attempt(corpus: Path, out: Path, rules: Path, last: int | None = None) -> int | None:
    """The number of steps of an ingestion in a child; None where it was killed at the last one."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if not pid:
        steps = Steps(out, last)
        ingest(Order((), corpus, out, rules), date(2026, 11, 22), lambda: datetime(2026, 11, 22, tzinfo=UTC), lambda *_: None)
        os.write(theirs, str(steps.count).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as answer:
        count = answer.read()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return None
    assert status == 0, "the ingestion failed"
    return int(count)


def killed(folder: Path, rules: Path, papers: int, every: int) -> dict[str, object]:
    """What killing an ingestion of so many papers at every so manieth step comes to."""
    rules = Path(shutil.copytree(rules, folder / "rules"))
    run.Workers = workers(make_extractor(load_rulebook(rules)))  # type: ignore[misc,assignment]
    program_digest()  # once for all, whoever may change the program meanwhile
    corpus, before, never = folder / "corpus", folder / "before", folder / "never"
    make(corpus, papers)
    attempt(corpus, before, rules)
    edit(corpus, 1)
    shutil.copytree(before, never)
    steps = attempt(corpus, never, rules)
    assert steps
    wanted, found = outputs(never), []
    tried = range(1, steps + 1, every)
    for last in tried:
        out = folder / "killed"
        shutil.copytree(before, out)
        assert attempt(corpus, out, rules, last) is None
        attempt(corpus, out, rules)
        found += [f"step {last}: {told}" for told in differences(outputs(out), wanted)]
        shutil.rmtree(out)
    return {"steps": steps, "tried": len(tried), "differences": found}


if __name__ == "__main__":
    print(json.dumps(killed(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))
