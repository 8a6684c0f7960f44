"""Messages over a socket: each is its length in four bytes, then that many bytes of msgpack."""

import socket
import struct
from collections.abc import Callable, Iterator

import msgspec

from pipeline.read.packed import pack_words, unpack_words
from pipeline.read.page import Page
from pipeline.read.sandbox.messages import Message

LENGTH = struct.Struct("!I")
LARGEST = 2**27  # bytes of all that one child may send: five thousand full pages
PIECE = 2**20


_ENCODER = msgspec.msgpack.Encoder(enc_hook=pack_words)
_DECODER: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message, dec_hook=unpack_words)


_PAGE_DECODER = msgspec.msgpack.Decoder(Page)


def pack_page(page: Page) -> msgspec.Raw:
    """A page as a message holds it."""
    return msgspec.Raw(_ENCODER.encode(page))


def unpack_page(packed: msgspec.Raw) -> Page:
    """The page again. Raises msgspec.MsgspecError for what is none."""
    return _PAGE_DECODER.decode(packed)


def send(channel: socket.socket, message: Message) -> None:
    """Sends a message. Raises OSError when nobody listens any more."""
    data = bytearray()
    _ENCODER.encode_into(message, data, LENGTH.size)
    LENGTH.pack_into(data, 0, len(data) - LENGTH.size)
    channel.sendall(data)


def receive(channel: socket.socket, seconds_left: Callable[[], float]) -> Iterator[Message]:
    """The messages that a child sends, until it closes its end or sends half a message.

    Raises TimeoutError when `seconds_left` gives none, msgspec.MsgspecError for what is no message, and OverflowError for too much.
    """
    total = 0
    while head := _exactly(channel, LENGTH.size, seconds_left):
        (size,) = LENGTH.unpack(head)
        total += size
        if total > LARGEST:
            raise OverflowError
        body = _exactly(channel, size, seconds_left)
        if body is None:
            return
        yield _DECODER.decode(body)


def _exactly(channel: socket.socket, size: int, seconds_left: Callable[[], float]) -> bytearray | None:
    """So many bytes; None where the other end is closed before."""
    data = bytearray()
    while len(data) < size:
        if (left := seconds_left()) <= 0:
            raise TimeoutError
        channel.settimeout(left)
        piece = channel.recv(min(size - len(data), PIECE))
        if not piece:
            return None
        data += piece
    return data
