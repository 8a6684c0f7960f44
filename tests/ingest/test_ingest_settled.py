"""One run does all there is to do: whatever clerks have done to the folder, a second run finds nothing left, and changes nothing."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.extract import Extractor
from pipeline.ingest import Order, ingest, run

sys.path.insert(0, str(Path(__file__).parent / "samples"))

from disturbed.outputs import differences, outputs
from disturbed.papers import edit, make
from disturbed.steps import workers

PAPERS = 24


@pytest.mark.parametrize("first", [11, 21])
def test_a_second_run_changes_nothing(first: int, root: Path, tmp_path: Path, extractor: Extractor, monkeypatch) -> None:
    monkeypatch.setattr(run, "Workers", workers(extractor))
    order = Order((), tmp_path / "corpus", tmp_path / "out", root / "rules")
    make(order.corpus, PAPERS)
    for turn in range(first, first + 8):
        settle(order)
        once = outputs(order.out)
        settle(order)
        assert differences(once, outputs(order.out)) == [], turn
        edit(order.corpus, turn)


def settle(order: Order) -> None:
    """An ingestion in this process."""
    ingest(order, date(2026, 11, 22), lambda: datetime(2026, 11, 22, tzinfo=UTC), lambda *_: None)
