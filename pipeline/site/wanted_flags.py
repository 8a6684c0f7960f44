"""What somebody asks of the queue of flags, as it stands in the address."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from pipeline.site import asked
from pipeline.site.words import STATES_OF_FLAGS

SEVERITIES = ("high", "medium", "low")
SHOWN = {
    "review": "What is to review",
    "decided": "What is decided",
    **{state: words for state, words in STATES_OF_FLAGS.items() if state != "open"},
    "all": "All flags",
}
"""What can be asked for: all that still needs an auditor, all that does not, what stands in one way, or everything."""


class WantedFlags(NamedTuple):
    """The filters of the queue; empty where nothing is asked. `state` is a key of `SHOWN`."""

    kind: str = ""
    severity: str = ""
    paper: str = ""
    publisher: str = ""
    state: str = "review"

    @classmethod
    def of(cls, request: Any) -> "WantedFlags":
        """What an address asks; what it asks that there is not is left out."""
        wanted = cls(**{name: asked.words(request, name) for name in cls._fields})
        return wanted._replace(
            state=wanted.state if wanted.state in SHOWN else "review",
            severity=wanted.severity if wanted.severity in SEVERITIES else "",
        )

    def query(self, **changes: str) -> str:
        """The part of an address behind the question mark that asks the same, but for the changes.

        >>> WantedFlags(kind="no_date").query(said="f1")
        'kind=no_date&said=f1'
        """
        fields = {**self._asdict(), **changes}
        return urlencode({name: value for name, value in fields.items() if value and (name, value) != ("state", "review")})
