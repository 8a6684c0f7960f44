"""What the clerk's pages share while the site is served: the folder, the reader, who may send, and the latest receipts."""

import secrets
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pipeline.site.intake.arriving import Receipt
from pipeline.site.intake.folder import Folder
from pipeline.site.intake.reader import Progress, Reader

ROLE = "clerk"
SENDERS = 4
"""So many may send papers at once."""
KEPT = 100
"""Receipts of so many deliveries; they are for the sender, who has just sent them."""
_ATTRIBUTE = "_pledgebook_intake"
_IDLE = Progress(frozenset(), frozenset(), 0, 0, joining=False, is_busy=False, trouble="", stamp=0)


class Intake:
    """The folder of papers and what reads them; None where this site has none."""

    def __init__(self, folder: Folder | None, reader: Reader | None) -> None:
        self.folder, self.reader = folder, reader
        self._receipts: OrderedDict[str, Sequence[Receipt]] = OrderedDict()
        self._senders = 0

    @property
    def obstacle(self) -> str:
        """Why no papers can be put in here; empty where they can."""
        if self.folder is None:
            return "This site was started without its folder of papers, so that none can be put in here."
        if not self.folder.is_writable:
            return "Nobody may write to the folder of papers, so that none can be put in here."
        return ""

    @property
    def progress(self) -> Progress:
        """How far the reading is."""
        return self.reader.progress if self.reader else _IDLE

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Whether one more may send papers now; counts while the block lasts."""
        is_free = self._senders < SENDERS
        self._senders += is_free
        try:
            yield is_free
        finally:
            self._senders -= is_free

    def keep(self, receipts: Sequence[Receipt]) -> str:
        """Keeps what a sender is to be told; gives the word to ask for it by."""
        word = secrets.token_urlsafe(12)
        self._receipts[word] = receipts
        while len(self._receipts) > KEPT:
            self._receipts.popitem(last=False)
        return word

    def receipts(self, word: str) -> Sequence[Receipt]:
        """What a sender is to be told."""
        return self._receipts.get(word, ())


def keep_intake(datasette: Any, intake: Intake) -> None:
    """Tell a Datasette where its papers are put in; not by its metadata, which anybody may read."""
    setattr(datasette, _ATTRIBUTE, intake)


def intake_of(datasette: Any) -> Intake:
    """The intake of a Datasette; one without a folder where nobody has set one up."""
    found: Intake = getattr(datasette, _ATTRIBUTE, None) or Intake(None, None)
    return found


def clerk_of(request: Any) -> str | None:
    """Who is signed in and sees to the papers; None for all others."""
    return name_of_clerk(request.actor)


def name_of_clerk(actor: dict[str, Any] | None) -> str | None:
    """The name of an actor who is a clerk."""
    roles = (actor or {}).get("roles") or ()
    return str(actor["id"]) if actor and ROLE in roles and actor.get("id") else None
