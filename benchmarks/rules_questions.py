"""The questions of `rules.py`: texts with the values that stand in them, from the papers read by hand and from our rules' examples."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median_low
from typing import Any, NamedTuple

from pipeline.trial import Anchor, Readers, read_phrase

ROOT = Path(__file__).resolve().parent.parent
DAY = "2012-04-02"  # the day of a paper that has none, and of every example
ENDS = re.compile(r"(?<=[.;:?!]) |[\n\t]")


class Want(NamedTuple):
    """A value that stands in a text: a time by its first day, last day and TIMEX3 value, as far as it has them, or a number."""

    start: int
    end: int
    first: str | None = None
    last: str | None = None
    timex: str | None = None
    number: float | None = None


class Question(NamedTuple):
    """A text, the values that are wanted, the day of its paper, and the plan's period where the paper has one."""

    text: str
    wants: tuple[Want, ...]
    day: str = DAY
    period: str | None = None


def of_gold(gold: Path) -> Iterator[Question]:
    """Each commitment read by hand that has a deadline, target or budget; a value of another cell is a question of its own."""
    for path in sorted(path for path in gold.glob("*.json") if path.name != "baseline.json"):
        paper = json.loads(path.read_text(encoding="utf-8"))
        day, period = _day(paper), _period(paper)
        for commitment in paper["commitments"]:
            wants = list(_gold_wants(commitment))
            text = commitment["text"]
            inside = tuple(_placed(text, words, want) for words, want in wants if words in text)
            if inside:
                yield Question(text, inside, day, period)
            yield from (Question(words, (_placed(words, words, want),), day, period) for words, want in wants if words not in text)


def of_examples(readers: Readers) -> Iterator[Question]:
    """Each example of the rules of times and quantities, with the value that its rule reads there, as the tests hold it to."""
    for rule in (*readers.rulebook.of("time"), *readers.rulebook.of("quantity")):
        for example in rule.rule.examples:
            phrase = read_phrase(readers, example.text, Anchor(date.fromisoformat(DAY)))
            wants = [_time(time) for time in phrase.times if time.deadline.rule == rule.id]
            wants += [_number(value) for value in (*phrase.targets, *phrase.budgets) if value.rule == rule.id]
            kept = tuple(want for want in wants if want.first or want.timex or want.number is not None)
            if kept:
                yield Question(example.text, kept)


def ours(readers: Readers, question: Question) -> tuple[Want, ...]:
    """What our rules read in a text."""
    phrase = read_phrase(readers, question.text, Anchor(date.fromisoformat(question.day), question.period))
    return (*map(_time, phrase.times), *map(_number, (*phrase.targets, *phrase.budgets)))


def sentences() -> list[str]:
    """The sentences and lines of the papers that are texts."""
    papers = sorted([*(ROOT / "corpus").glob("*.txt"), *(ROOT / "tests" / "papers").glob("*.txt")])
    return [line for path in papers for line in ENDS.split(path.read_text(encoding="utf-8")) if line.strip()]


def _gold_wants(commitment: dict[str, Any]) -> Iterator[tuple[str, Want]]:
    """The values that count; doubtful ones do not."""
    for deadline in commitment["deadlines"]:
        if not deadline.get("optional") and (deadline["end"] or deadline["rrule"]):
            yield deadline["text"], Want(0, 0, deadline["start"], deadline["end"], deadline["timex"])
    for target in commitment["targets"]:
        if target["value"] is not None and not target.get("optional"):
            yield target["text"], Want(0, 0, number=target["value"])
    for budget in commitment["budgets"]:
        yield budget["text"], Want(0, 0, number=budget["amount"])


def _placed(text: str, words: str, want: Want) -> Want:
    start = text.index(words)
    return want._replace(start=start, end=start + len(words))


def _time(time: Any) -> Want:
    """A time as a deadline; one that only tells, by the TIMEX3 standard."""
    due, told = time.deadline, time.timex3
    if time.is_due:
        return Want(*due.span, due.start, due.end, due.timex)
    return Want(*due.span, told.start and told.start.isoformat(), told.end and told.end.isoformat(), told.value)


def _number(value: Any) -> Want:
    return Want(*value.span, number=getattr(value, "amount", None) if hasattr(value, "amount") else value.value)


def _day(paper: dict[str, Any]) -> str:
    """The paper's day, else the middle one of its deadlines."""
    published = paper["paper"]["published"]
    days = [deadline["start"] for commitment in paper["commitments"] for deadline in commitment["deadlines"] if deadline["start"]]
    return f"{published}-01-01"[:10] if published else median_low(days) if days else DAY


def _period(paper: dict[str, Any]) -> str | None:
    start, end = paper["paper"]["period_start"], paper["paper"]["period_end"]
    return f"{start}/{end}" if start and end else None
