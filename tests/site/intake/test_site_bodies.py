"""How much may be sent to the site."""

from typing import Any

import pytest

from pipeline.site.bodies import has_files, with_bounded_bodies


async def sent(*pieces: bytes, most: int = 10, length: int | None = None, gone: bool = False) -> tuple[int | None, bytes]:
    """The status of the answer to a request in these pieces, and what of it the application has heard."""
    left, heard, answers = list(pieces), [], []

    async def receive() -> dict[str, Any]:
        if not left:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left) or gone}

    async def application(scope: Any, receive: Any, send: Any) -> None:
        is_more = True
        while is_more:
            message = await receive()
            heard.append(message["body"])
            is_more = message["more_body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: dict[str, Any]) -> None:
        answers.append(message)

    headers = [] if length is None else [(b"content-length", str(length).encode())]
    scope = {"type": "http", "method": "POST", "path": "/", "headers": headers}
    await with_bounded_bodies(application, lambda _: most)(scope, receive, send)
    return (answers[0]["status"] if answers else None), b"".join(heard)


async def test_what_is_short_enough_is_heard() -> None:
    assert await sent(b"12345", b"67890", length=10) == (200, b"1234567890")


async def test_what_is_announced_as_too_long_is_not_heard_at_all() -> None:
    assert await sent(b"12345", length=11) == (413, b"")


async def test_what_is_longer_than_announced_is_heard_no_further() -> None:
    assert await sent(b"12345", b"67890", b"1", length=1) == (413, b"1234567890")


async def test_who_may_send_nothing_is_not_heard() -> None:
    assert await sent(b"1", most=0) == (403, b"")


async def test_who_is_gone_gets_no_answer() -> None:
    assert await sent(b"12", gone=True) == (None, b"12")


@pytest.mark.parametrize(("kind", "has"), [(b"multipart/form-data; boundary=x", True), (b" Multipart/mixed", True), (b"text/plain", False)])
def test_forms_with_files_are_told_by_their_kind(kind: bytes, has: bool) -> None:
    assert has_files({"headers": [(b"content-type", kind)]}) is has


@pytest.mark.parametrize("address", ["/-/review/f1", "/-/login", "/-/papers/file", "/register", "/-/papers.json"])
async def test_no_other_address_takes_files(clerk, address: str) -> None:
    answer = await clerk.site.client.post(address, files=[("papers", ("plan.txt", b"x"))], cookies=clerk.cookies)
    assert answer.status_code == 403


async def test_a_long_form_is_refused(clerk) -> None:
    assert (await clerk.site.client.post("/-/login", data={"a": "b" * 1_000_001})).status_code == 413
