"""Damaged PDFs: some of those that benchmarks/hostile.py reads by the hundred."""

import pytest
from hostile.mutants import mutant, seeds
from hostile.trial import attempt, traces


@pytest.fixture(scope="module")
def originals() -> list[bytes]:
    return seeds()


def test_every_original_is_read(originals: list[bytes]) -> None:
    assert [attempt("plan.pdf", data).fate for data in originals] == ["read"] * len(originals)


def test_sixty_mutants_end_plainly_and_leave_nothing(originals: list[bytes]) -> None:
    attempt("plan.pdf", originals[0])
    before = traces()[:2]
    trials = [attempt("plan.pdf", mutant(originals[at % len(originals)], at)) for at in range(60)]
    assert not any("\n" in words for trial in trials for words in trial.told)
    assert traces()[:2] == before


def test_a_seed_always_gives_the_same_mutant(originals: list[bytes]) -> None:
    assert mutant(originals[0], 5) == mutant(originals[0], 5) != mutant(originals[0], 6)
