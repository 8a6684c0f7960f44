"""A process that stands by: one at a time, replaced when other terms are wanted or when it has died, not shared with a fork."""

from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context

import pytest

from pipeline.standby import Attendant, Standby

ECHO = """
import socket
with socket.socket(fileno={door}) as door:
    while asked := door.recv(99):
        door.sendall({word!r} + asked)
"""


class Echo(Attendant):
    def __init__(self, word: bytes) -> None:
        super().__init__(ECHO, word=word)


@pytest.fixture
def standby() -> Iterator[Standby]:
    made = Standby(Echo)
    yield made
    made.end()


def test_it_answers(standby) -> None:
    assert [standby.take(b"I say ").ask(asked, []) for asked in (b"one", b"two")] == [b"I say one", b"I say two"]


def test_it_is_kept(standby) -> None:
    assert standby.take(b"") is standby.take(b"")


def test_other_terms_end_it_and_start_another(standby) -> None:
    first = standby.take(b"I say ")
    assert standby.take(b"You say ").ask(b"one", []) == b"You say one"
    with pytest.raises(ConnectionError):
        first.ask(b"two", [])


def test_one_that_has_died_is_said_to_have_ended(standby) -> None:
    one = standby.take(b"")
    one._process.kill()
    with pytest.raises(ConnectionError, match="has ended"):
        one.ask(b"one", [])


def test_to_end_one_that_is_replaced_leaves_the_other(standby) -> None:
    first, second = standby.take(b"a"), standby.take(b"b")
    standby.end(first)
    assert standby.take(b"b") is second


def test_a_fork_forgets_it_and_does_not_end_it(standby) -> None:
    one = standby.take(b"I say ")

    def take_another() -> None:
        with closing(standby.take(b"I say ")) as other:
            assert other is not one

    child = get_context("fork").Process(target=take_another)
    child.start()
    child.join()
    assert child.exitcode == 0
    assert one.ask(b"one", []) == b"I say one"
