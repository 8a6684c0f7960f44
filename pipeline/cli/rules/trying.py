"""`pledgebook rules try`."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.common import demand_rules, plain_errors, rules_option
from pipeline.harmless import harmless, harmless_json

if TYPE_CHECKING:
    from pipeline.extract.quantities.figures import Amount
    from pipeline.model.record import Budget, Target
    from pipeline.rulebook import Rulebook
    from pipeline.trial import Phrase, Readers
    from pipeline.trial.phrase import Time

LABEL = 10  # the width of what stands before a value


@click.command("try")
@click.argument("text")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day of the paper, as 2012-04-02; else today.")
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Print all values as JSON, one phrase a line.")
def try_(text: str, day: datetime | None, rules: Path, as_json: bool) -> None:
    """Show what the rules read in TEXT: times, figures, sums, owners, and what it promises.

    Behind each value stands the rule it was read by. With - for TEXT, each line of the standard input is a phrase.

    \b
    Examples:
      pledgebook rules try "The Clerk will replace 6 bins by the end of Quarter 2" --date 2012-04-02
      pledgebook rules try --json - < phrases.txt
    """
    from pipeline import trial  # spaCy takes long to import, and not every command needs it

    demand_rules(rules)
    anchor = day.date() if day else datetime.now().astimezone().date()
    with plain_errors():
        rulebook = trial.load_rules(rules)
        phrases = _phrases(trial.Readers(rulebook), text, anchor)
        _print_json(phrases) if as_json else _print(phrases, rulebook, Console(highlight=False))


def _phrases(readers: "Readers", text: str, day: date) -> "Iterator[Phrase]":
    from pipeline.trial import Anchor, read_phrase

    lines: Iterable[str] = sys.stdin if text == "-" else [text]
    for line in lines:
        yield read_phrase(readers, line.rstrip("\r\n"), Anchor(day))


def _print_json(phrases: "Iterable[Phrase]") -> None:
    for phrase in phrases:
        click.echo(harmless_json(json.dumps(phrase.as_json(), ensure_ascii=False)))


def _print(phrases: "Iterable[Phrase]", rulebook: "Rulebook", console: Console) -> None:
    names = {rule.id: rule.rule.name for rule in rulebook.rules}
    for phrase in phrases:
        console.print(Text(harmless(phrase.text), style="bold"), soft_wrap=True)
        lines = list(_lines(phrase))
        for label, said, rule in lines:
            known = f"  {rule} {names.get(rule, '')}".rstrip()
            console.print(Text.assemble((f"  {label:<{LABEL}}", "cyan"), harmless(said), (known, "dim")), soft_wrap=True)
        if not lines:
            console.print(Text("  nothing is read in it", style="yellow"))


def _lines(phrase: "Phrase") -> Iterator[tuple[str, str, str]]:
    """What each value is, what it says, and its rule."""
    if phrase.kind:
        yield "promise", phrase.kind.value or "none: the rule says that it promises nothing", phrase.kind.rule
    if phrase.modality:
        yield "modality", f"“{phrase.modality.text}” {phrase.modality.kind}", phrase.modality.rule
    for time in phrase.times:
        yield "time", _time(time), time.deadline.rule
    for amount in phrase.described:
        yield "figure", _amount(phrase.text, amount), amount.rule
    for target in phrase.targets:
        yield "target", _target(target), target.rule
    for budget in phrase.budgets:
        yield "budget", _budget(budget), budget.rule
    for owner in phrase.owners:
        yield "owner", f"“{owner.text}” {owner.role}", owner.rule
    if phrase.status:
        yield "status", (phrase.status.value or "planned").replace("_", " "), phrase.status.rule


def _time(time: "Time") -> str:
    due, told = time.deadline, time.timex3
    if not time.is_due:
        days = _days(told.start, told.end) or "no calendar day"
        return f"“{due.text}” {', '.join(part for part in [told.type, told.value, told.mod, days, 'only tells'] if part)}"
    days = _days(due.start, due.end) or due.reason or "no calendar day"
    parts = [due.type, due.timex or due.written, due.mod, days, due.relation, due.rrule]
    return f"“{due.text}” {', '.join(part for part in parts if part)}"


def _days(start: object, end: object) -> str:
    return " to ".join(dict.fromkeys(str(day) for day in (start, end) if day))


def _amount(text: str, amount: "Amount") -> str:
    value = f"{amount.low:g}" if amount.value is not None else f"{amount.low:g} to {amount.high:g}"
    parts = [f"{value} {amount.unit}", amount.comparator and amount.comparator.replace("_", " "), "only tells"]
    return f"“{text[amount.start : amount.end]}” {', '.join(part for part in parts if part)}"


def _target(target: "Target") -> str:
    value = "no figure" if target.value is None else f"{target.value:g} {target.unit}"
    parts = [f"{target.direction} {value}", target.comparator and target.comparator.replace("_", " ")]
    before = None if target.baseline is None else f"from {target.baseline:g}"
    return f"“{target.text}” {', '.join(part for part in [*parts, before, f'of: {target.metric}'] if part)}"


def _budget(budget: "Budget") -> str:
    comparator = f", {budget.comparator.replace('_', ' ')}" if budget.comparator else ""
    return f"“{budget.text}” {budget.amount:,.0f} {budget.currency}{comparator}"
