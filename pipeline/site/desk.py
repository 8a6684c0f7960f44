"""The auditors' desk: where its log lies, who may write to it, and what a form must bring along to be recorded."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.reviews import AlreadySaidError, Entry, ReviewLog, Verdict
from pipeline.site.snapshot import Connection
from pipeline.site.standings import Known, Standings

_ATTRIBUTE = "_pledgebook_desk"
ROLE = "reviewer"


class NotRecordedError(Exception):
    """What was sent is no verdict, or comes too late; says so to whoever sent it, with the HTTP status for it."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


class Desk:
    """The log of verdicts beside a register, and the clock, by which verdicts are dated; without one nobody can decide anything.

    Where the log cannot be used, all methods raise ReviewError.
    """

    def __init__(self, log: ReviewLog, now: Callable[[], datetime] | None) -> None:
        self.log = log
        self.now = now
        self._standings = Standings(log)

    @property
    def today(self) -> str | None:
        """The ISO day, in UTC; None without a clock."""
        return self.now().date().isoformat() if self.now else None

    def known(self, connection: Connection) -> Known:
        """How the flags stand that anybody decided about, today."""
        return self._standings.known(connection, self.today)

    def about(self, flag: str) -> list[Entry]:
        """The entries about a flag in their order, as of the last time that `known` was asked."""
        return self._standings.entries(flag)

    async def entries(self) -> list[Entry]:
        """All entries, as they stand on the disk."""
        return await asyncio.to_thread(self.log.entries)

    async def given_with(self, nonce: str) -> list[Entry]:
        """What came with one form: one verdict, or several as one."""
        return await asyncio.to_thread(self.log.given_with, nonce)

    async def record(self, verdicts: Sequence[Verdict], reviewer: str) -> None:
        """Adds verdicts that came with one form; one that is sent twice is recorded once.

        Raises NotRecordedError where the form has brought another verdict before.
        """
        assert self.now, "a desk without a clock takes no verdicts"
        try:
            await asyncio.to_thread(self.log.add, verdicts, reviewer, self.now().isoformat(timespec="seconds"))
        except AlreadySaidError as error:
            before = [entry.verdict for entry in await self.given_with(verdicts[0].nonce)]
            if before != list(verdicts):
                raise NotRecordedError("This form was sent before, with another verdict. Look again, and decide anew.", 409) from error


def keep_desk(datasette: Any, folder: Path, now: Callable[[], datetime] | None) -> None:
    """Tell a Datasette where the log of verdicts lies; not by its metadata, which anybody may read. `now` gives the time in UTC."""
    setattr(datasette, _ATTRIBUTE, Desk(ReviewLog(folder / "reviews.db"), now))


def desk_of(datasette: Any) -> Desk:
    """The desk of a Datasette that `keep_desk` has set up."""
    desk: Desk = getattr(datasette, _ATTRIBUTE)
    return desk


def reviewer_of(datasette: Any, request: Any) -> str | None:
    """Who is signed in and may decide; None for all others."""
    actor = (request.actor or {}) if desk_of(datasette).now else {}
    roles = actor.get("roles") or [actor.get("role")]
    return str(actor["id"]) if ROLE in roles and actor.get("id") else None


def new_nonce() -> str:
    """What tells a form that is sent twice from two forms."""
    return secrets.token_urlsafe(16)


def mark_of(*seen: str) -> str:
    """What tells, when a form comes back, whether somebody still decides about what he saw."""
    return hashlib.sha256("\x1f".join(seen).encode()).hexdigest()[:16]
