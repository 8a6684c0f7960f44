"""The auditors' desk: where its log lies, who may write to it, and how each flag stands by it."""

import asyncio
import json
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.reviews import Entry, ReviewLog, Seen, Standing, standing_of

_ATTRIBUTE = "_pledgebook_desk"
ROLE = "reviewer"


class Desk(NamedTuple):
    """The log of verdicts beside a register."""

    log: ReviewLog

    async def by_flag(self) -> dict[str, list[Entry]]:
        """All entries, by the flag that they are about."""
        found: dict[str, list[Entry]] = {}
        for entry in await self.entries():
            found.setdefault(entry.verdict.seen.flag, []).append(entry)
        return found

    async def entries(self, flags: Sequence[str] | None = None) -> list[Entry]:
        """The entries about some flags, or all."""
        return await asyncio.to_thread(self.log.entries, flags)


def keep_desk(datasette: Any, folder: Path) -> None:
    """Tell a Datasette where the log of verdicts lies; not by its metadata, which anybody may read."""
    setattr(datasette, _ATTRIBUTE, Desk(ReviewLog(folder / "reviews.db")))


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


def reviewer_of(request: Any) -> str | None:
    """Who is signed in and may decide; None for all others."""
    actor = request.actor or {}
    roles = actor.get("roles") or [actor.get("role")]
    return str(actor["id"]) if ROLE in roles and actor.get("id") else None


def new_nonce() -> str:
    """What tells a form that is sent twice from two forms."""
    return secrets.token_urlsafe(16)
