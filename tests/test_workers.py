"""Worker processes: what they give, how they may end, and that nothing of them stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import our_rules
import pytest

from pipeline.errors import ReadError
from pipeline.ingest import forker, workers
from pipeline.ingest.derive import Task, derive_document
from pipeline.ingest.forker import Forker
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.rules import Usable, keep_usable
from pipeline.ingest.workers import Workers
from pipeline.model.document import Document
from pipeline.model.paper import Sidecar
from pipeline.read import read_paper

RULES = our_rules.FOLDER
NOWHERE = Path("nowhere")
RULEBOOK = our_rules.rulebook()
PLAN = read_paper("1. We will plant 100 trees by June 2030.\n2. Wir öffnen £5 🌱.\n".encode(), "plan.txt")


def task(file: str = "plan.txt", size: int = 0) -> Task:
    return Task(Path(file), file, "plan", size, "0" * 64, Sidecar(title="Plan"))


@pytest.fixture
def some() -> Iterator[Workers]:
    """The workers of a run."""
    with Workers(RULES, NOWHERE, RULEBOOK.digest) as started:
        yield started


def process() -> int:
    """The process that forks workers."""
    return forker.warm_up(RULES, NOWHERE, RULEBOOK.digest)._process.pid


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list the children of a process")
    return [int(child) for child in listed.read_text().split()]


def test_a_worker_gives_the_paper_that_this_process_would(some: Workers) -> None:
    assert some.extract(PLAN, task()) == derive_document(PLAN, task(), our_rules.extractor())


def test_an_internal_error_is_an_outcome_with_its_traceback(some: Workers) -> None:
    found = some.extract(Document("We will mow.", (None,)), task())
    assert isinstance(found, Outcome)
    assert found.text.startswith("not read: internal error (AttributeError)")
    assert "derive_document" in str(found.trace)


def test_nothing_runs_beside_the_thread_that_forks(some: Workers) -> None:
    some.extract(PLAN, task())
    assert len(os.listdir(f"/proc/{process()}/task")) == 1  # noqa: PTH208 - a thread that has ended is no matter here


def test_a_worker_serves_one_paper_after_the_other(some: Workers) -> None:
    some.extract(PLAN, task())
    before = children(process())
    some.extract(PLAN, task())
    assert children(process()) == before


def test_a_paper_whose_worker_is_killed_is_tried_once_more_in_a_fresh_one(some: Workers) -> None:
    first = some.extract(PLAN, task())
    os.kill(children(process())[0], signal.SIGKILL)
    assert some.extract(PLAN, task()) == first


def test_a_forker_that_is_killed_is_replaced(some: Workers) -> None:
    first = some.extract(PLAN, task())
    before = process()
    os.killpg(before, signal.SIGKILL)
    assert some.extract(PLAN, task()) == first
    assert process() != before


def test_a_worker_that_takes_too_long_is_ended(some: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forker, "START", forker.START.replace("main(", f"exec({SLEEPY!r}); main("))
    monkeypatch.setattr(workers, "SECONDS", 0.0)
    with pytest.raises(ReadError, match=r"^looking for commitments took longer than 0 s$") as caught:
        some.extract(PLAN, task())
    assert caught.value.why.code == "search_slow"
    assert not some._busy


SLEEPY = """
import signal
from pipeline.ingest import work
work.derive_document = lambda *others: signal.pause()
"""


def test_a_worker_is_renewed_after_many_papers(some: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "RENEWED", 1)
    some.extract(PLAN, task())
    assert not some._idle


def test_the_next_run_needs_no_new_forker() -> None:
    with Workers(RULES, NOWHERE, RULEBOOK.digest) as first:
        first.extract(PLAN, task())
    before = process()
    with Workers(RULES, NOWHERE, RULEBOOK.digest) as second:
        second.extract(PLAN, task())
    assert process() == before


def test_rules_that_are_kept_are_not_looked_for(tmp_path: Path) -> None:
    keep_usable(Usable(RULEBOOK.digest, RULEBOOK), tmp_path / "kept")
    by_what_is_kept = Forker(forker.START, NOWHERE, tmp_path / "kept", RULEBOOK.digest)
    assert by_what_is_kept.fork().pid in children(by_what_is_kept._process.pid)
    by_what_is_kept.close()


def test_rules_that_changed_meanwhile_find_nothing() -> None:
    with Workers(RULES, NOWHERE, "0" * 64) as some, pytest.raises(ReadError, match="was killed"):
        some.extract(PLAN, task())
    forker.close()


PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # which is not so where a shell runs the tests in the background
from pathlib import Path
from pipeline.ingest import forker
worker = forker.warm_up(Path({rules!r}), Path("nowhere"), {digest!r}).fork()
print("begun", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_is_ended_leaves_no_worker(root: Path, end: signal.Signals) -> None:
    code = PROGRAM.format(rules=str(RULES), digest=RULEBOOK.digest)
    program = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.read(6) == b"begun\n"
    program.send_signal(end)
    program.communicate()  # until nobody holds its error stream
    assert program.returncode == -end
