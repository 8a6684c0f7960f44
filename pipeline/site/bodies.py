"""How much may be sent to the site: asked before anything of it is heard, and held to."""

from collections.abc import Awaitable, Callable
from typing import Any

from python_multipart.exceptions import FormParserError

from pipeline.site.headers import Application, Message, Send

MOST = 1_000_000
"""Bytes of a form that carries no papers."""
HINDERED = {
    403: b"Only clerks who are signed in put papers in.\n",
    413: b"That is more than may be sent at once.\n",
    400: b"That is no form.\n",
}


class GoneError(BaseException):
    """Whoever was sending has gone. No Exception, so that no page is made to tell him."""


class TooMuchError(BaseException):
    """More was sent than announced. No Exception, for the same reason."""


def with_bounded_bodies(application: Application, most: Callable[[Message], int]) -> Application:
    """The same application; `most` gives, for the scope of a request, how many bytes it may send, 0 where it may send none."""

    async def bounded(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return await application(scope, receive, send)
        limit, length = most(scope), _length(scope)
        if limit == 0 or length > limit:
            return await _hinder(send, 403 if limit == 0 else 413)
        heard, is_whole, has_begun = 0, False, False

        async def hear() -> Message:
            nonlocal heard, is_whole
            message = await receive()
            if message["type"] == "http.disconnect" and not is_whole:
                raise GoneError
            heard += len(message.get("body", b""))
            is_whole = is_whole or not message.get("more_body", False)
            if heard > limit:
                raise TooMuchError
            return message

        async def tell(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await application(scope, hear, tell)
        except GoneError:
            return None
        except (TooMuchError, FormParserError) as error:
            if has_begun:
                raise
            await _hinder(send, 413 if isinstance(error, TooMuchError) else 400)

    return bounded


def has_files(scope: Message) -> bool:
    """Whether a request is a form that can carry files."""
    headers: dict[bytes, bytes] = dict(scope.get("headers") or [])
    return headers.get(b"content-type", b"").strip().lower().startswith(b"multipart/")


def _length(scope: Message) -> int:
    headers: dict[bytes, Any] = dict(scope["headers"])
    length = headers.get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


async def _hinder(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": HINDERED[status]})
