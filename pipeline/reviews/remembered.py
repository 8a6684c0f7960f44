"""The log as it is kept in memory: since it only ever grows, only what came since is read from the disk."""

from pipeline.reviews.log import ReviewLog
from pipeline.reviews.verdict import Entry


class Remembered:
    """All entries of a log in their order, and by the flag that they are about, as of the last `catch_up`."""

    def __init__(self, log: ReviewLog) -> None:
        self._log = log
        self.entries: list[Entry] = []
        self.by_flag: dict[str, list[Entry]] = {}

    def catch_up(self) -> list[Entry]:
        """Reads what came since, and returns it; the whole log where another was put in its place. Raises ReviewError."""
        came = self._log.since(self.entries[-1].number) if self.entries else self._log.entries()
        # The last entry that is known is read once more: were it another now, so would be all before it.
        if self.entries and came[:1] != self.entries[-1:]:
            self.entries, self.by_flag = [], {}
            came = self._log.entries()
        elif self.entries:
            came = came[1:]
        for entry in came:
            self.entries.append(entry)
            self.by_flag.setdefault(entry.verdict.seen.flag, []).append(entry)
        return came
