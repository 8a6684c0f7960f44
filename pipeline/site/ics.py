"""Deadlines as a calendar file (RFC 5545): events of a whole day, which neither a time zone nor a clock can move."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

WIDTH = 75
"""Octets of a line, its end aside."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Event(NamedTuple):
    """A day on which something is due: `uid` is the same for ever, `day` an ISO day, `link` an address."""

    uid: str
    day: str
    summary: str
    description: str
    link: str
    categories: tuple[str, ...] = ()


def calendar(name: str, description: str, stamp: str, events: Iterable[Event], alarm: int | None = None) -> str:
    """The whole file. `stamp` is the ISO time at which the facts were so; `alarm` says how many days before each event to remind people."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pledgebook//Deadlines//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"DESCRIPTION:{text(description)}",
        f"X-WR-CALDESC:{text(description)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    moment = _moment(stamp)
    lines = [*head, *(line for event in events for line in _lines(event, moment, alarm)), "END:VCALENDAR"]
    return "".join(fold(line) for line in lines)


def _lines(event: Event, stamp: str, alarm: int | None) -> Iterator[str]:
    start = date.fromisoformat(event.day)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_basic(start)}"
    if start < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(start + timedelta(days=1))}"  # exclusive
    yield f"SUMMARY:{text(event.summary)}"
    yield f"DESCRIPTION:{text(event.description)}"
    yield f"URL:{_CONTROL.sub('', event.link)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(text(each) for each in event.categories)}"
    yield "TRANSP:TRANSPARENT"  # a deadline makes nobody busy
    if alarm is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{alarm}D", f"DESCRIPTION:{text(event.summary)}", "END:VALARM")
    yield "END:VEVENT"


def _basic(day: date) -> str:
    """A day in the basic format: all four figures of the year, which `strftime` does not give everywhere."""
    return day.isoformat().replace("-", "")


def text(value: str) -> str:
    r"""A value of type TEXT.

    >>> text("bins; lamps, and C:\\signs")
    'bins\\; lamps\\, and C:\\\\signs'
    """
    clean = _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    # A table for `translate` says the same, and takes ten times as long.
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    r"""A line with its end, broken so that none is longer than `WIDTH` octets, and none within a character.

    >>> fold("X" * 76)[-7:]
    'X\r\n X\r\n'
    """
    if line.isascii():  # nearly all are: octets are characters
        if len(line) <= WIDTH:
            return line + "\r\n"
        rest = (line[start : start + WIDTH - 1] for start in range(WIDTH, len(line), WIDTH - 1))
        return "\r\n ".join([line[:WIDTH], *rest]) + "\r\n"
    octets = line.encode()
    folded: list[str] = []
    while len(octets) > (room := WIDTH - bool(folded)):
        end = room
        while octets[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        folded.append(octets[:end].decode())
        octets = octets[end:]
    return "\r\n ".join([*folded, octets.decode()]) + "\r\n"


def _moment(iso: str) -> str:
    """An ISO time as one of UTC; a time that names no zone is taken for UTC.

    >>> _moment("2026-11-22T13:07:56+01:00")
    '20261122T120756Z'
    """
    return as_utc(iso).strftime("%Y%m%dT%H%M%SZ")


def as_utc(iso: str) -> datetime:
    """An ISO time in UTC; one that names no zone is taken for UTC."""
    moment = datetime.fromisoformat(iso)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
