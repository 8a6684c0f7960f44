"""What somebody asks of the search, as it stands in the address."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from pipeline.site.asked import number_of, one_line
from pipeline.site.words import FLAGS

LAST_PAGE = 500

STATES = {
    "overdue": "Date has passed",
    "due_soon": "Due in 90 days",
    "ahead": "Still to come",
    "without_date": "Without a date",
    "without_owner": "Without an owner",
    "flagged": "With a flag",
    "done": "Said to be done",
    "under_way": "Said to be under way",
}
ORDERS = {"best": "Best match", "due": "Due soonest (with a date only)", "late": "Due latest", "paper": "Order of the papers"}
KINDS = {"commitment": "Commitment", "action": "Action", "recommendation": "Recommendation", "indicator": "Indicator"}


class Wanted(NamedTuple):
    """The fields of the form; empty where nothing is asked. `due_from` and `due_to` are ISO days, both inclusive; `page` counts from 1."""

    q: str = ""
    state: str = ""
    publisher: str = ""
    paper: str = ""
    owner: str = ""
    kind: str = ""
    theme: str = ""
    due_from: str = ""
    due_to: str = ""
    figure: str = ""
    flag: str = ""
    order: str = ""
    page: int = 1

    @classmethod
    def of(cls, asked: dict[str, str]) -> "Wanted":
        """What an address asks; what it asks that there is not is left out."""
        words: dict[str, Any] = {name: one_line(asked.get(name, "")) for name in cls._fields if name != "page"}
        wanted = cls()._replace(**words)
        return wanted._replace(
            state=wanted.state if wanted.state in STATES else "",
            kind=wanted.kind if wanted.kind in KINDS else "",
            flag=wanted.flag if wanted.flag in FLAGS else "",
            order=wanted.order if wanted.order in ORDERS else "",
            figure="1" if wanted.figure else "",
            due_from=_day(wanted.due_from),
            due_to=_day(wanted.due_to),
            page=number_of(asked.get("page", ""), LAST_PAGE),
        )

    @property
    def has_words(self) -> bool:
        """Whether words are asked for, of the text or of its headings."""
        return bool(self.q or self.theme)

    @property
    def sorted_by(self) -> str:
        """The order, a key of `ORDERS`: as asked, or else the one that suits the question."""
        if self.order and (self.order != "best" or self.has_words):
            return self.order
        if self.has_words:
            return "best"
        return {"overdue": "late", "due_soon": "due", "ahead": "due"}.get(self.state, "due" if self.due_from or self.due_to else "paper")

    def asks(self) -> Iterator[tuple[str, str]]:
        """The fields that narrow what is found, by name."""
        return ((name, value) for name, value in self._asdict().items() if value and name not in ("page", "order"))

    def query(self, **changes: object) -> str:
        """The part of an address behind the question mark that asks the same, but for the changes; on its first page unless they name one.

        >>> Wanted(q="bus lane", kind="action", page=3).query(kind="")
        'q=bus+lane'
        """
        fields = {**self._asdict(), "page": 1, **changes}
        return urlencode({name: value for name, value in fields.items() if value and not (name == "page" and value == 1)})


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return ""
