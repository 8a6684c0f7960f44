"""Forms that carry files, in whatever pieces they come."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.site.intake.multipart import FormError, pour

BODY = (
    b'--xyz\r\nContent-Disposition: form-data; name="csrftoken"\r\n\r\nabc\r\n'
    b'--xyz\r\nContent-Disposition: form-data; name="papers"; filename="Pl\xc3\xa4ne %22a%22.txt"\r\nContent-Type: text/plain\r\n\r\n'
    b"We will\r\n--xy mow.\r\n"
    b"--xyz--\r\n"
)


class Request:
    """A request whose body comes in these pieces."""

    def __init__(self, *pieces: bytes, kind: str = "multipart/form-data; boundary=xyz") -> None:
        self.headers = {"content-type": kind}
        self._pieces = list(pieces)

    async def receive(self) -> dict[str, Any]:
        return {"type": "http.request", "body": self._pieces.pop(0), "more_body": bool(self._pieces)}


class Sink:
    """Gathers what is poured."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, str | None, bytes]] = []

    def begin(self, field: str, file: str | None) -> None:
        self.parts.append((field, file, b""))

    def write(self, data: bytes) -> None:
        field, file, before = self.parts[-1]
        self.parts[-1] = field, file, before + data

    def end(self) -> None:
        pass


def poured(*pieces: bytes, **more: str) -> list[tuple[str, str | None, bytes]]:
    sink = Sink()
    asyncio.run(pour(Request(*pieces, **more), sink))
    return sink.parts


WHOLE = [("csrftoken", None, b"abc"), ("papers", 'Pläne "a".txt', b"We will\r\n--xy mow.")]


def test_each_part_comes_with_its_field_and_the_name_of_its_file() -> None:
    assert poured(BODY) == WHOLE


@given(st.integers(1, len(BODY) - 1), st.integers(1, len(BODY) - 1))
def test_it_does_not_matter_where_the_pieces_are_cut(one: int, other: int) -> None:
    first, second = sorted((one, other))
    assert poured(BODY[:first], BODY[first:second], BODY[second:]) == WHOLE


@pytest.mark.parametrize("kind", ["", "text/plain", "multipart/form-data", "application/json", "multipart/form-data; boundary="])
def test_what_is_no_form_with_files_is_refused(kind: str) -> None:
    with pytest.raises(FormError):
        poured(BODY, kind=kind)


@pytest.mark.parametrize(
    "body", [b"", b"nothing like it", BODY[:-8], BODY[:60], b"--xyz\r\n" + b"X: y\r\n" * 50, b"--xyz\r\nX: " + b"y" * 9000]
)
def test_a_broken_form_is_refused(body: bytes) -> None:
    with pytest.raises(FormError):
        poured(body)


async def test_who_stops_in_the_middle_is_not_waited_for() -> None:
    class Stopping(Request):
        async def receive(self) -> dict[str, Any]:
            if not self._pieces:
                await asyncio.Event().wait()
            return {"type": "http.request", "body": self._pieces.pop(0), "more_body": True}

    with pytest.raises(FormError, match="stopped coming"):
        await pour(Stopping(BODY[:50]), Sink(), patience=0.01)
