"""What keeps the sign-in safe, around the plugin that does it: few tries, no password in every request, and a cookie that scripts and
plain connections do not get."""

import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from pipeline.site.headers import Application, Header, Message, Send

ADDRESS = "/-/login"
TRIES, MINUTES = 10, 5
"""So many tries from one address in so many minutes."""
MOST_ADDRESSES = 10_000
COOKIES = (b"ds_actor=", b"ds_csrftoken=", b"ds_messages=")
"""None of them is for scripts."""
_TOO_MANY = f"Too many tries to sign in. Wait {MINUTES} minutes.\n".encode()
_ELSEWHERE = b"This was sent by a page of another site.\n"


class Tries:
    """The tries of each address, of the last minutes only; `clock` gives seconds, from whenever."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_address: dict[str, deque[float]] = defaultdict(deque)

    def may_try(self, address: str) -> bool:
        """Whether one more try is allowed; if so it counts."""
        now = self._clock()
        if len(self._by_address) > MOST_ADDRESSES:
            self._by_address.clear()
        tries = self._by_address[address]
        while tries and tries[0] <= now - 60 * MINUTES:
            tries.popleft()
        if len(tries) >= TRIES:
            return False
        tries.append(now)
        return True


def with_safe_sign_in(application: Application, tries: Tries) -> Application:
    """The same application with its sign-in guarded, and with no form taken but its own."""

    async def guarded(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        if scope["type"] != "http":
            return await application(scope, receive, send)
        if scope["method"] == "POST" and _is_from_elsewhere(scope):
            return await _refuse(send, 403, _ELSEWHERE)
        is_safe = scope["scheme"] == "https" or (b"x-forwarded-proto", b"https") in scope["headers"]

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [_safe(header, is_safe) for header in message.get("headers", [])]}
            await send(message)

        if scope["path"] == ADDRESS and scope["method"] == "POST" and not tries.may_try(_address(scope)):
            return await _refuse(send, 429, _TOO_MANY)
        # The plugin would take a password with any request, and so any number of tries.
        return await application({**scope, "headers": list(_without_passwords(scope["headers"]))}, receive, send_safely)

    return guarded


def _is_from_elsewhere(scope: Message) -> bool:
    """Whether a page of another site has sent this, as browsers tell it; not even to sign in as somebody whom its author knows."""
    return dict(scope["headers"]).get(b"sec-fetch-site", b"none") not in (b"same-origin", b"none")


async def _refuse(send: Send, status: int, why: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
    await send({"type": "http.response.body", "body": why})


def _address(scope: Message) -> str:
    client: Any = scope.get("client") or ("", 0)
    return str(client[0])


def _without_passwords(headers: Iterable[Header]) -> Iterable[Header]:
    return (header for header in headers if not (header[0].lower() == b"authorization" and header[1].lower().startswith(b"basic")))


def _safe(header: Header, is_safe: bool) -> Header:
    """A cookie with the flags that it lacks."""
    name, value = header
    if name.lower() != b"set-cookie" or not value.startswith(COOKIES):
        return header
    flags = value.lower()
    value += b"" if b"httponly" in flags else b"; HttpOnly"
    value += b"" if b"samesite" in flags else b"; SameSite=Lax"
    value += b"" if b"secure" in flags or not is_safe else b"; Secure"
    return name, value
