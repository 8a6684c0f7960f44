"""What reading one paper may cost, and which of its pages are wanted."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds on the process that reads one paper.

    `memory` is address space in bytes. Processor time is `seconds`, and `page_seconds` more for each page that has been read, and
    `picture_seconds` more for each read by OCR, whose picture is drawn and made level; the clock may show `patience` times as much,
    and `scan_seconds` more for each page read by OCR, and for the next page, which may have to be: that program has processor time of
    its own. Pages are wanted from `first` to
    `last`, both inclusive, counted from 1; a reader gives none where there are none.
    """

    memory: int = 2**30
    seconds: float = 10
    page_seconds: float = 0.25
    picture_seconds: float = 3
    scan_seconds: float = 60
    patience: float = 4
    first: int = 1
    last: int = 5_000


class Allowance:
    """The seconds that reading may take so far; each page that comes out adds to them. `processor` is processor time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._scans = 0
        self.processor = limits.seconds

    def add(self, is_scan: bool) -> None:
        """Allows what one more page may cost."""
        self.processor += self._limits.page_seconds + is_scan * self._limits.picture_seconds
        self._scans += is_scan

    @property
    def clock(self) -> float:
        """Seconds by the clock."""
        return self._limits.patience * self.processor + self._limits.scan_seconds * (self._scans + 1)
