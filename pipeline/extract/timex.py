"""Finds time expressions by rules/time and resolves them against the paper's own dates.

Two steps, as the best taggers do: first the value as written, which may lack its year; then its days.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median_low
from typing import NamedTuple

from pipeline.extract.calendar import days_covered, financial_quarter, financial_year, nearest_year
from pipeline.extract.normalise import NORMALISERS, TimeValue
from pipeline.model.record import Deadline, Relation
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

LOOK_BACK = 70
WINDOW = 50
MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
FALLBACK_RULE = "dateparser"
LOOKS_DATED = re.compile(r"\d.*[A-Za-z]{3}|[A-Za-z]{3}.*\d|\d[/.-]\d")


class Timex(NamedTuple):
    """A time expression where it stands in the text, as written, with the rule that read it."""

    span: Span
    rule: str
    value: TimeValue


class Anchor(NamedTuple):
    """What the paper itself tells of time: `day` is its date or, failing that, the middle of the dates it names; `year` the
    interval of its plan as a TIMEX3 value; both None where nothing tells. `month` is the one, from 1, its publisher's financial
    year begins in."""

    day: date | None = None
    year: str | None = None
    month: int = 4


class TimexFinder:
    """Reads the times of a text by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = [rule for rule in rulebook.of("time") if rule.rule.normaliser]
        self._rules = [rule for rule in rules if not rule.pattern.pattern.startswith(r"\A")]
        self._cell_rules = [rule for rule in rules if rule.pattern.pattern.startswith(r"\A")]
        self._hot = re.compile(rulebook.fragments["hot"])
        self._relations = rulebook.of("time/relations")

    def find(self, text: str) -> list[Timex]:
        """All times of the text in order; of those that overlap the longest, of equals the rule that stands first."""
        found = [
            Timex(Span(*match.span("text" if match.groupdict().get("text") else 0)), rule.id, value)
            for rule, match in self._matches(text, _lower(text))
            if (value := NORMALISERS[rule.rule.normaliser or ""](match, rule.rule.value))
        ]
        return _longest(found)

    def _matches(self, text: str, lower: str) -> Iterator[tuple[CompiledRule, re.Match[str]]]:
        for start, end in self._windows(lower):
            near = lower[start:end]
            for rule in self._rules:
                if rule.may_match(near):
                    for match in rule.pattern.finditer(text, start, end):
                        yield rule, match

    def _windows(self, lower: str) -> list[tuple[int, int]]:
        """The stretches of the text, given in lower case, in which a time may stand, apart from each other."""
        windows: list[tuple[int, int]] = []
        for match in self._hot.finditer(lower):
            start, end = match.start() - WINDOW, match.end() + WINDOW
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], end)
            else:
                windows.append((max(start, 0), end))
        return windows

    def read_cell(self, text: str, span: Span, found: list[Timex]) -> list[Timex]:
        """The times of a timescale cell: those in it, or the one that the whole cell says in words of its own."""
        cell = span.of(text)
        for rule in self._cell_rules:
            match = rule.pattern.match(cell)
            if match and (value := NORMALISERS[rule.rule.normaliser or ""](match, rule.rule.value)):
                return [Timex(span, rule.id, value)]
        return within(found, span) or self._fallback(cell, span)

    def relation(self, text: str, start: int, begin: int) -> Relation | None:
        """What the words between `begin` and `start` make of a time that begins at `start`; None where they say nothing."""
        before = text[max(begin, start - LOOK_BACK) : start]
        for rule in self._relations:
            if rule.pattern.search(before):
                relation: Relation = rule.rule.value["relation"]
                return relation
        return None

    def _fallback(self, cell: str, span: Span) -> list[Timex]:
        """dateparser reads a cell that is a date which no rule of ours normalises; it never searches running text."""
        if not LOOKS_DATED.search(cell) or len(cell) > 30:
            return []
        import dateparser  # only here: it takes a tenth of a second to load, and hardly any cell needs it

        settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["month", "year"], "PREFER_DAY_OF_MONTH": "last"}
        day = dateparser.parse(cell, languages=["en"], settings=settings)
        return [Timex(span, FALLBACK_RULE, TimeValue("DATE", day.date().isoformat()))] if day else []


def within(found: list[Timex], span: Span) -> list[Timex]:
    """The times that stand wholly inside `span`; `found` is in order."""
    first = bisect_left(found, span.start, key=lambda timex: timex.span.start)
    inside = []
    for timex in found[first:]:
        if timex.span.start >= span.end:
            break
        if timex.span.end <= span.end:
            inside.append(timex)
    return inside


def anchor_day(published: str | None, found: Iterable[Timex]) -> date | None:
    """The day to which dates without a year are near: the paper's own, else the middle one of the months it names in full."""
    if published:
        return days_covered(published)[0]
    days = [days_covered(value)[0] for timex in found if (value := timex.value.timex) and MONTH_OR_DAY.fullmatch(value)]
    return median_low(days) if days else None


def resolve(timex: Timex, text: str, relation: Relation, anchor: Anchor) -> Deadline:
    """The deadline that a time makes: its days where the calendar and the paper tell them, else None."""
    value = timex.value
    written = _with_year(value.timex, anchor) if value.timex and value.type == "DATE" else None
    days = days_covered(written, value.mod) if written else None
    if days and value.mod == "END" and value.timex == "PRESENT-YEAR":
        days = (days[1], days[1]) if relation == "by" else days
    return Deadline(
        text=" ".join(timex.span.of(text).split()),
        span=timex.span,
        rule=timex.rule,
        type=value.type,
        timex=written if value.type == "DATE" else value.timex,
        start=days[0].isoformat() if days else None,
        end=days[1].isoformat() if days else None,
        relation=value.relation or relation,
        rrule=value.rrule,
    )


def _with_year(timex: str, anchor: Anchor) -> str | None:
    """The value with the year that the paper implies; None where it implies none, or no such day exists in it."""
    if timex in ("PRESENT-YEAR", "NEXT-YEAR"):
        return _year_of_plan(anchor, later=timex == "NEXT-YEAR")
    if timex.startswith("FY"):
        year, _, quarter = timex[2:].partition("-Q")
        return financial_quarter(int(year), int(quarter), anchor.month) if quarter else financial_year(int(year), anchor.month)
    if "XXXX" in timex:
        if anchor.day is None:
            return None
        timex = timex.replace("XXXX", str(nearest_year(int(timex[5:7]), anchor.day)))
    try:
        days_covered(timex)
    except ValueError:  # 29 February of a year that is no leap year
        return None
    return timex


def _year_of_plan(anchor: Anchor, later: bool) -> str | None:
    if anchor.year:
        first, last = days_covered(anchor.year)
        if not later:
            return anchor.year
        return financial_year(first.year + 1, first.month) if first.month > 1 else str(last.year + 1)
    return str(anchor.day.year + later) if anchor.day else None


def _lower(text: str) -> str:
    """The text in lower case, and of the same length: a few letters, as the Turkish dotted I, would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _longest(found: list[Timex]) -> list[Timex]:
    kept: list[Timex] = []
    for timex in sorted(found, key=lambda timex: (timex.span.start, -timex.span.end)):
        if not kept or timex.span.start >= kept[-1].span.end:
            kept.append(timex)
        elif timex.span.end - timex.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = timex
    return kept
