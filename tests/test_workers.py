"""Worker processes: what they give, how they may end, and that nothing of them stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.ingest.derive import Task, derive_document, make_extractor
from pipeline.ingest.helpers import GROUP, large_first
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.workers import Workers
from pipeline.model.document import Document
from pipeline.model.paper import Sidecar
from pipeline.read import read_paper
from pipeline.rulebook import load_rulebook

PLAN = read_paper("1. We will plant 100 trees by June 2030.\n2. Wir öffnen £5 🌱.\n".encode(), "plan.txt")


def task(file: str = "plan.txt", size: int = 0) -> Task:
    return Task(Path(file), file, "plan", size, "0" * 64, Sidecar(title="Plan"))


RULES = Path(__file__).parent.parent / "rules"


@pytest.fixture(scope="module")
def one() -> Iterator[Workers]:
    """A single worker."""
    with Workers(1, RULES) as workers:
        yield workers


def forking(workers: Workers) -> int:
    """The process that forked the last worker; when it is asked, the worker has answered."""
    return workers._processes[-1].pid


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list the children of a process")
    return [int(child) for child in listed.read_text().split()]


def test_a_worker_gives_the_paper_that_this_process_would(one: Workers) -> None:
    assert one.extract(PLAN, task()) == derive_document(PLAN, task(), make_extractor(load_rulebook(RULES)))


def test_an_internal_error_is_an_outcome_with_its_traceback(one: Workers) -> None:
    found = one.extract(Document("We will mow.", (None,)), task())
    assert isinstance(found, Outcome)
    assert found.text.startswith("not read: internal error (AttributeError)")
    assert "derive_document" in str(found.trace)


def test_nothing_runs_beside_the_thread_that_forks(one: Workers) -> None:
    one.extract(PLAN, task())
    assert len(os.listdir(f"/proc/{forking(one)}/task")) == 1  # noqa: PTH208 - a thread that has ended is no matter here


def test_a_worker_that_is_killed_is_replaced(one: Workers) -> None:
    one.extract(PLAN, task())
    os.kill(children(forking(one))[0], signal.SIGKILL)
    with pytest.raises(ReadError, match="was killed"):
        one.extract(PLAN, task())
    assert one.extract(PLAN, task()) == one.extract(PLAN, task())


def test_an_error_ends_workers_at_once() -> None:
    workers = Workers(2, RULES)
    workers.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert workers._processes[0].returncode == -signal.SIGKILL


def test_workers_that_have_nothing_to_do_end_by_themselves() -> None:
    with Workers(2, RULES) as workers:
        workers.extract(PLAN, task())
    assert workers._processes[0].returncode == 0


PROGRAM = """
import os, sys
from pathlib import Path
from pipeline.ingest.workers import Workers
with Workers(2, Path({rules!r})):
    print("begun", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_is_ended_leaves_no_worker(root: Path, end: signal.Signals) -> None:
    code = PROGRAM.format(rules=str(root / "rules"))
    program = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.read(6) == b"begun\n"
    program.send_signal(end)
    program.communicate()  # until nobody holds its error stream
    assert program.returncode == -end


def test_large_papers_come_first_in_each_group() -> None:
    sizes = [task.size for task in large_first([task(size=size) for size in range(GROUP + 3)])]
    assert sizes == [*range(GROUP - 1, -1, -1), GROUP + 2, GROUP + 1, GROUP]


def test_workers_that_got_no_work_are_not_waited_for() -> None:
    with Workers(2, RULES) as workers:
        pass
    assert workers._processes[0].returncode == -signal.SIGKILL
