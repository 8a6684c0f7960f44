"""When a thing counts as settled."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.watch.settling import Settling

STATES = st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 2))), min_size=1, max_size=12)


def test_a_new_file_waits_its_time() -> None:
    settling = Settling(5)
    settling.see({"a": (1,)}, 100)
    assert settling.waiting(102) == {"a": 3}
    assert settling.waiting(105) == {}


def test_a_change_begins_the_wait_anew() -> None:
    settling = Settling(5)
    settling.see({"a": (1,)}, 0)
    settling.see({"a": (2,)}, 4)
    assert settling.waiting(6) == {"a": 3}


def test_what_is_gone_for_good_is_forgotten() -> None:
    settling = Settling(5)
    settling.see({"a": (1,)}, 0)
    settling.see({}, 1)
    assert settling.waiting(2) == {"a": 4}
    settling.see({}, 6)
    assert (settling.waiting(6), settling.quiet("a", 6)) == ({}, 0)


@given(STATES)
def test_a_file_is_settled_just_when_its_last_states_are_the_same_for_so_long(states: list[tuple[int] | None]) -> None:
    settling = Settling(3)
    for second, state in enumerate(states):
        settling.see({"a": state} if state else {}, second)
    same = next((back for back, state in enumerate(reversed(states)) if state != states[-1]), len(states)) - 1
    never = all(state is None for state in states)
    assert ("a" in settling.waiting(len(states) - 1)) == (same < 3 and not never)
