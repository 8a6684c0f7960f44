"""PDFs that chance has damaged: the same seed gives the same damage."""

import random
import re
from collections.abc import Callable
from io import BytesIO

import pikepdf

from hostile import broken
from hostile.objects import TEXT, flate, page, stream

NUMBER = re.compile(rb"\d+")
KEYS = [
    b"/Length",
    b"/Filter",
    b"/Type",
    b"/Kids",
    b"/Count",
    b"/Contents",
    b"/Resources",
    b"/MediaBox",
    b"/Parent",
    b"/Root",
    b"endobj",
    b"obj",
]


def seeds() -> list[bytes]:
    """Sound PDFs to damage: with and without compression, with a form, and one as qpdf writes them."""
    form = stream(TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> ")
    packed = BytesIO()
    with pikepdf.open(BytesIO(broken.sound(5))) as opened:
        opened.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with_form = page(flate(TEXT + b"/X Do"), resources=b"/XObject << /X 10 0 R >>", more={10: form})
    return [broken.sound(), page(stream(TEXT * 20)), with_form, packed.getvalue()]


def mutant(data: bytes, seed: int) -> bytes:
    """The PDF with one to eight damages."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 8)):
        data = chance.choice(DAMAGES)(data, chance) or data
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 20) + data[end:]


def _noise(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) // 2, len(data))]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Another number in the place of one, often too large."""
    found = chance.choice(list(NUMBER.finditer(data)) or [None])
    other = chance.choice([b"0", b"-1", b"65536", b"2147483647", b"99999999999999999999", b"%d" % chance.randrange(100)])
    return data[: found.start()] + other + data[found.end() :] if found else data


def _key(data: bytes, chance: random.Random) -> bytes:
    """One name in the place of another."""
    places = [match.start() for match in re.finditer(re.escape(chance.choice(KEYS)), data)]
    if not places:
        return data
    at, other = chance.choice(places), chance.choice(KEYS)
    return data[:at] + other + data[at + len(other) :]


def _range(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.randint(1, 200))


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [_flip, _flip, _cut, _double, _noise, _truncate, _number, _number, _key]
