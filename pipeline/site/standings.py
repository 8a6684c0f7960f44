"""How the flags of the register stand by what auditors decided. Only flags that somebody decided about are known; all others are open."""

import json
from collections.abc import Collection, Mapping
from threading import Lock
from typing import Any, NamedTuple

from pipeline.reviews import Entry, Remembered, ReviewLog, Seen, Standing, find_forerunners, standing_of
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.review import flag_ids, listed
from pipeline.site.snapshot import Connection


class Decided(NamedTuple):
    """A flag that somebody decided about, or about one that it has come in the place of, and how it stands by that."""

    kind: str
    severity: str
    paper: str
    publisher: str | None
    standing: Standing


Known = Mapping[str, Decided]
"""By the flag's id."""


def seen_now(flag: Mapping[str, Any]) -> Seen:
    """A flag, a row of the register, as an auditor sees it now."""
    texts = tuple(passage["text"] for passage in json.loads(flag["passages"] or "[]"))
    return Seen(flag=flag["id"], kind=flag["kind"], paper=flag["paper"], message=flag["message"], texts=texts)


class Standings:
    """How flags stand, kept from one page to the next: after a verdict only its flags are looked at again, after a run or a day all."""

    def __init__(self, log: ReviewLog) -> None:
        self._log = Remembered(log)
        self._lock = Lock()
        self._as_of: tuple[object, str] = (None, "")
        self._known: dict[str, Decided] = {}

    def known(self, connection: Connection, today: str | None) -> Known:
        """All flags of the register that are decided, or were; `today` is an ISO day, by default that of the register.

        Raises ReviewError.
        """
        run = last_run(connection)
        as_of = (run["id"], today or run["today"] or "")
        with self._lock:
            came = self._log.catch_up()
            if as_of != self._as_of or len(came) == len(self._log.entries):
                self._as_of, self._known = as_of, self._all(connection, as_of[1])
            elif came:
                self._known = self._known | self._own(connection, {entry.verdict.seen.flag for entry in came}, as_of[1])
            return self._known

    def entries(self, flag: str) -> list[Entry]:
        """The entries about a flag, as of the last time that anybody asked how it stands."""
        return list(self._log.by_flag.get(flag, ()))

    def _all(self, connection: Connection, today: str) -> dict[str, Decided]:
        own = self._own(connection, self._log.by_flag, today)
        gone: dict[tuple[str, str], list[Entry]] = {}
        for flag, entries in self._log.by_flag.items():
            if flag not in own:
                gone.setdefault((entries[-1].verdict.seen.paper, entries[-1].verdict.seen.kind), []).extend(entries)
        for (paper, kind), entries in gone.items():
            undecided = {row["id"]: row for row in listed(connection, sorted(flag_ids(connection, kind, paper) - own.keys()))}
            for flag, earlier in find_forerunners(map(seen_now, undecided.values()), entries).items():
                own[flag] = _decided(undecided[flag], self._log.by_flag[earlier.verdict.seen.flag], today)
        return own

    def _own(self, connection: Connection, flags: Collection[str], today: str) -> dict[str, Decided]:
        """Those of the flags that the register has, by the entries about themselves."""
        return {row["id"]: _decided(row, self._log.by_flag[row["id"]], today) for row in listed(connection, list(flags))}


def _decided(row: Mapping[str, Any], entries: list[Entry], today: str) -> Decided:
    standing = standing_of(seen_now(row), entries, today)
    return Decided(row["kind"], row["severity"], row["paper"], row["publisher"], standing)
