"""The parts of a form that carries files, as they come in; nothing is held but the piece at hand."""

import asyncio
from typing import Any, Protocol

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from pipeline.errors import PipelineError

PATIENCE = 60.0
"""Seconds; whoever has gone without a word must not keep others from sending."""


class FormError(PipelineError):
    """What was sent is no form that carries files."""


class Sink(Protocol):
    """Where the parts go, one after the other; called from another thread."""

    def begin(self, field: str, file: str | None) -> None:
        """A part begins; `file` is the name that the sender gives it, None where it is no file."""

    def write(self, data: bytes) -> None:
        """A piece of the part."""

    def end(self) -> None:
        """The part is whole."""


async def pour(request: Any, sink: Sink, patience: float = PATIENCE) -> None:
    """Pours the parts of a request into the sink.

    Raises FormError where the body is no such form, ends before its end, or does not go on for `patience` seconds.
    """
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise FormError("This is no form that carries files.")
    reading = _Reading(sink)
    try:
        parser = MultipartParser(options[b"boundary"], reading.callbacks())  # type: ignore[arg-type] # a dict of them
        is_more = True
        while is_more:
            message = await asyncio.wait_for(request.receive(), patience)
            await asyncio.to_thread(parser.write, message.get("body", b""))
            is_more = message.get("more_body", False)
        parser.finalize()
    except TimeoutError as error:
        raise FormError("It stopped coming.") from error
    except FormParserError as error:
        raise FormError("The form that carries the files is broken.") from error
    if not reading.is_whole:
        raise FormError("The form ended before its end.")


class _Reading:
    """Gathers the header of each part, and hands its body on."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._name, self._value = b"", b""
        self._disposition = b""
        self.is_whole = False

    def callbacks(self) -> dict[str, Any]:
        """What the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._field,
            "on_header_value": self._more,
            "on_header_end": self._header,
            "on_headers_finished": self._headers,
            "on_part_data": lambda data, start, end: self._sink.write(data[start:end]),
            "on_part_end": self._sink.end,
            "on_end": self._end,
        }

    def _begin(self) -> None:
        self._disposition = b""

    def _field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _more(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._disposition = self._value
        self._name, self._value = b"", b""

    def _headers(self) -> None:
        _, options = parse_options_header(self._disposition)
        file = options.get(b"filename")
        self._sink.begin(_text(options.get(b"name", b"")), None if file is None else _text(file))

    def _end(self) -> None:
        self.is_whole = True


def _text(value: bytes) -> str:
    """A name as browsers send it: in UTF-8, with a quotation mark written as `%22`."""
    return value.decode("utf-8", "replace").replace("%22", '"')
