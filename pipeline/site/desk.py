"""The auditors' desk: where its log lies, who may write to it, and how each flag stands by it."""

import asyncio
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.reviews import AlreadySaidError, Entry, ReviewLog, Seen, Standing, Verdict, standing_of

_ATTRIBUTE = "_pledgebook_desk"
ROLE = "reviewer"


class Desk(NamedTuple):
    """The log of verdicts beside a register, and the clock, by which verdicts are dated; without one nobody can decide anything."""

    log: ReviewLog
    now: Callable[[], datetime] | None

    async def by_flag(self) -> dict[str, list[Entry]]:
        """All entries, by the flag that they are about."""
        found: dict[str, list[Entry]] = {}
        for entry in await self.entries():
            found.setdefault(entry.verdict.seen.flag, []).append(entry)
        return found

    async def entries(self, flags: Sequence[str] | None = None) -> list[Entry]:
        """The entries about some flags, or all."""
        return await asyncio.to_thread(self.log.entries, flags)

    async def record(self, verdicts: Sequence[Verdict], reviewer: str) -> None:
        """Adds verdicts; a form that was sent twice is recorded once."""
        assert self.now, "a desk without a clock takes no verdicts"
        with suppress(AlreadySaidError):
            await asyncio.to_thread(self.log.add, verdicts, reviewer, self.now().isoformat(timespec="seconds"))


def keep_desk(datasette: Any, folder: Path, now: Callable[[], datetime] | None) -> None:
    """Tell a Datasette where the log of verdicts lies; not by its metadata, which anybody may read. `now` gives the time in UTC."""
    setattr(datasette, _ATTRIBUTE, Desk(ReviewLog(folder / "reviews.db"), now))


def desk_of(datasette: Any) -> Desk:
    """The desk of a Datasette that `keep_desk` has set up."""
    desk: Desk = getattr(datasette, _ATTRIBUTE)
    return desk


def seen_now(flag: Mapping[str, Any]) -> Seen:
    """A flag, a row of the register, as an auditor sees it now."""
    texts = tuple(passage["text"] for passage in json.loads(flag["passages"] or "[]"))
    return Seen(flag=flag["id"], kind=flag["kind"], paper=flag["paper"], message=flag["message"], texts=texts)


def standings(flags: Sequence[Mapping[str, Any]], entries: Mapping[str, Sequence[Entry]], today: str) -> dict[str, Standing]:
    """How each of some flags stands, by its id."""
    return {flag["id"]: standing_of(seen_now(flag), entries.get(flag["id"], ()), today) for flag in flags}


def reviewer_of(datasette: Any, request: Any) -> str | None:
    """Who is signed in and may decide; None for all others."""
    actor = (request.actor or {}) if desk_of(datasette).now else {}
    roles = actor.get("roles") or [actor.get("role")]
    return str(actor["id"]) if ROLE in roles and actor.get("id") else None


def new_nonce() -> str:
    """What tells a form that is sent twice from two forms."""
    return secrets.token_urlsafe(16)
