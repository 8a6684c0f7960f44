"""Messages over a socket."""

import socket

import msgspec
import pytest

from pipeline.model.document import Document
from pipeline.model.layout import Layout, PlacedWord, PlacedWords
from pipeline.read.sandbox.messages import DocumentRead, Ended, Message
from pipeline.read.sandbox.wire import LENGTH, receive, send

WORDS = PlacedWords.of([PlacedWord(0, 4, 1, 1, 10, 20, 30, 40), PlacedWord(5, 9, 1, 1, 35, 20, 60, 40)])
READ = DocumentRead(Document("Mow. Dig.", (), layout=Layout(WORDS, (), [])))


def received(data: bytes) -> list[Message]:
    """What is heard of these bytes."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(data)
        return list(receive(ours, lambda: 10))


def sent(*messages: Message) -> bytes:
    """The bytes that the messages are sent as."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            for message in messages:
                send(theirs, message)
        return ours.recv(2**16)


def test_messages_arrive_in_order() -> None:
    assert received(sent(READ, Ended("finished"))) == [READ, Ended("finished")]


def test_placed_words_arrive_as_they_were_packed() -> None:
    (message,) = received(sent(READ))
    assert isinstance(message, DocumentRead)
    assert message.document.layout == READ.document.layout


def test_half_a_message_is_none() -> None:
    assert received(sent(READ, READ)[:-1]) == [READ]


@pytest.mark.parametrize("words", [b"half a word", ["no words"], None])
def test_words_that_were_not_packed_are_no_message(words: object) -> None:
    read = msgspec.to_builtins(DocumentRead(Document("", ())))
    body = msgspec.msgpack.encode(read | {"document": ("", (), (), (), (words, (), ()))})
    with pytest.raises(msgspec.ValidationError):
        received(LENGTH.pack(len(body)) + body)
