"""Security headers for every answer, and the few pages of Datasette's own that a public register keeps to itself."""

import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Header = tuple[bytes, bytes]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]

POLICY_NAME = "content-security-policy"

STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""For our own pages, and all that is not Datasette's. An answer that brings a policy of its own keeps it."""

# Datasette's own pages hold inline scripts and styles, hence 'unsafe-inline'; nothing may come from another host.
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",  # for browsers that do not know frame-ancestors
    b"referrer-policy": b"same-origin",
}

_DATASETTES = re.compile(r"/(register|-/(actor|allow-debug|logout|messages|patterns|permissions|plugins|settings|versions))([/.]|$)")
"""Where Datasette's own pages are; that for signing in is ours."""

# They tell where on the disk the register lies, what the process is doing, and how passwords are hashed.
_INTERNAL = re.compile(r"/-/(databases|threads|metadata|password-tool)(\.json)?$")


def with_safe_headers(application: Application) -> Application:
    """The same application, with `HEADERS` and a policy on every answer and its internal pages not found."""

    async def safe(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        policy = _POLICY if _DATASETTES.match(scope.get("path", "")) else STRICT_POLICY

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _with_ours(message.get("headers", []), policy)}
            await send(message)

        if scope["type"] == "http" and _INTERNAL.search(scope["path"]):
            await send_safely({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
            await send_safely({"type": "http.response.body", "body": b"Not found"})
        else:
            await application(scope, receive, send_safely)

    return safe


def _with_ours(headers: Iterable[Header], policy: str) -> list[Header]:
    """An answer's headers with ours in place of its own; a policy that our page chose stays."""
    ours = HEADERS | {POLICY_NAME.encode(): policy.encode()}
    given = {name.lower(): value for name, value in headers if name.lower() == POLICY_NAME.encode()}
    kept = [(name, value) for name, value in headers if name.lower() not in ours]
    return [*kept, *(ours | given).items()]
