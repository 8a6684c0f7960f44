"""A date that is moved, a figure that is lowered: as words, in the style that they were printed in."""

import re

_NAMES = "January February March April May June July August September October November December"
MONTHS = _NAMES.split()
SHORT = [month[:3] for month in MONTHS]
MONTH_YEAR = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS + SHORT)}) (20\d\d)")
YEAR = re.compile(r"(.*\b)(20\d\d)")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def later(text: str, months: int) -> str | None:
    """The date expression so many months later, or the next year where only a year is printed; None for what has none.

    >>> later("Oct 2020", 5), later("31 March 2013", 3), later("end of 2020", 3), later("Annual", 3)
    ('Mar 2021', '28 June 2013', 'end of 2021', None)
    """
    if match := MONTH_YEAR.fullmatch(text):
        names = MONTHS if match[2] in MONTHS else SHORT
        number = names.index(match[2]) + months
        day = f"{min(int(match[1]), 28)} " if match[1] else ""
        return f"{day}{names[number % 12]} {int(match[3]) + number // 12}"
    if match := YEAR.fullmatch(text):
        return f"{match[1]}{int(match[2]) + 1}"
    return None


def lower(text: str, value: float) -> str | None:
    """The target with a smaller figure; None where its value is not printed in figures.

    >>> lower("300 new parking spaces", 300), lower("6.83", 6.83), lower("every pupil over 12", 100)
    ('240 new parking spaces', '5.46', None)
    """
    match = FIGURE.search(text)
    if not match or value < 2 or not f"{value:g}".startswith(match[0].replace(",", "")):
        return None
    value = float(match[0].replace(",", "")) * 0.8
    shown = f"{value:.2f}" if "." in match[0] else f"{value:.0f}"
    return text[: match.start()] + shown + text[match.end() :]
