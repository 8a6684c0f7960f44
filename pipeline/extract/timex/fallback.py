"""The last resort: dateparser reads a cell that is a date which no rule of ours normalises. It never searches running text."""

import re

from pipeline.extract.timex.value import TimeValue

LONGEST = 30
LOOKS_DATED = re.compile(r"\d.*[A-Za-z]{3}|[A-Za-z]{3}.*\d|\d[/.-]\d")
SETTINGS: dict[str, object] = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["month", "year"], "PREFER_DAY_OF_MONTH": "last"}
SETTINGS["PARSERS"] = ["absolute-time"]  # the others count from today's clock: `£200.27m` would be 27 minutes ago


def read_by_dateparser(cell: str) -> TimeValue | None:
    """The day that a whole cell names, in English and day first; None for what names none."""
    if len(cell) > LONGEST or not LOOKS_DATED.search(cell):
        return None
    import dateparser  # only here: it takes a tenth of a second to load, and hardly any cell needs it

    day = dateparser.parse(cell, languages=["en"], settings=SETTINGS)
    return TimeValue("DATE", day.date().isoformat()) if day else None
