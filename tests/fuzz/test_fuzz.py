"""Some hundred papers, sidecars and rules that nobody wrote; benchmarks/fuzz.py reads ten thousand."""

from typing import Any

import pytest
from fuzzing import TARGETS, attempt
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_it_is_fed_ends_well_or_with_an_error_of_our_own(name: str) -> None:
    target = TARGETS[name]

    @seed(2026)
    @settings(
        max_examples=target.short,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def feed(data: Any) -> None:
        attempt(target, data.draw(target.cases))

    feed()
