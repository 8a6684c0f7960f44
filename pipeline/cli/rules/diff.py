"""`pledgebook rules diff`."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.common import WrongUse, demand_rules, folder, plain_errors, rules_option
from pipeline.errors import RulebookError
from pipeline.harmless import harmless
from pipeline.terminal import progress_bar

if TYPE_CHECKING:
    from pipeline.evaluate import Measured
    from pipeline.ingest.papers import Found
    from pipeline.trial.corpus import Before, Compared, Comparison
    from pipeline.trial.difference import Difference, FieldChange

STYLES = {"gained": "green", "lost": "red", "changed": "yellow", "+": "green", "-": "red"}
LABEL = 9  # the width of what stands before a record


@click.command()
@rules_option
@click.option("--against", metavar="DIR|COMMIT", help="The rules to compare with; else those of the last commit.")
@click.option("--corpus", type=folder, default="corpus", show_default=True, metavar="DIR", help="The papers to try both on.")
@click.option(
    "--extracted", type=folder, default="extracted", show_default=True, metavar="DIR", help="Compared with where there is no git."
)
@click.option("--gold", type=folder, default="tests/gold", show_default=True, metavar="DIR", help="The papers as read by hand.")
def diff(rules: Path, against: str | None, corpus: Path, extracted: Path, gold: Path) -> None:
    """Show what a change of the rules gains, loses and changes in the papers, before anything is written.

    Ends with 0 when nothing changes, with 1 when something does.

    \b
    Examples:
      pledgebook rules diff
      pledgebook rules diff --against HEAD~3
      pledgebook rules diff --rules my-rules --against rules --corpus ~/minutes
    """
    demand_rules(rules)
    if not corpus.is_dir():
        raise WrongUse(f"{corpus} is no folder. Say where the papers are with --corpus.")
    console = Console(highlight=False)
    with plain_errors():
        changed = _run(rules, against, corpus, extracted, gold, console)
    if changed:
        raise SystemExit(1)


def _run(rules: Path, against: str | None, corpus: Path, extracted: Path, gold: Path, console: Console) -> bool:
    from pipeline import trial  # spaCy takes long to import, and not every command needs it

    rulebook = trial.load_rules(rules)
    name, before = _before(rules, against, extracted)
    console.print(Text(f"Compared with {harmless(name)}:", style="bold"), soft_wrap=True)
    return _print_all(trial.Comparison(before, trial.make_extractor(rulebook), gold), trial.find_papers((), corpus), console)


def _before(rules: Path, against: str | None, extracted: Path) -> "tuple[str, Before]":
    """What to compare with, and its name."""
    from pipeline import trial

    if against is None and not trial.has_commit(rules):
        return f"the records in {extracted}", trial.as_stored(extracted)
    name = f"the rules of {against or 'the last commit'}"
    with tempfile.TemporaryDirectory() as into:
        other = Path(against) if against and Path(against).is_dir() else trial.rules_at(against or "HEAD", rules, Path(into))
        try:
            return name, trial.by_rules(trial.make_extractor(trial.load_rules(other)))
        except RulebookError as error:
            raise WrongUse(f"{name.capitalize()} cannot be used by this version of the program.\n{error}") from error


def _print_all(comparison: "Comparison", papers: "list[Found]", console: Console) -> bool:
    """Prints what changes in each paper, then the sums and the scores; tells whether anything changes."""
    totals: Counter[str] = Counter()
    with progress_bar("Reading papers", console) as bar:
        for paper in bar.track(comparison.papers(papers), len(papers)):
            totals.update(_counts(paper))
            for line in _paper(paper):
                console.print(line, soft_wrap=True)
    console.print(Text(_summary(totals), style="bold"), soft_wrap=True)
    for line in _scores(comparison.figures()):
        console.print(line, soft_wrap=True)
    return totals["papers changed"] > 0


def _counts(paper: "Compared") -> Counter[str]:
    if paper.difference is None:
        return Counter({"not read": 1})
    kinds = Counter(change.kind for change in paper.difference.changes)
    return Counter(kinds) + Counter({"papers": 1, "commitments": paper.commitments, "papers changed": int(not paper.difference.is_empty)})


def _summary(totals: Mapping[str, int]) -> str:
    papers = f"{totals['papers']} paper{'' if totals['papers'] == 1 else 's'}, {totals['commitments']} commitments"
    if not totals["papers changed"]:
        return f"{papers}: nothing changes"
    changes = ", ".join(f"{totals[kind]} {kind}" for kind in ("gained", "lost", "changed"))
    return f"{papers}: {changes}, in {totals['papers changed']} of the papers"


def _paper(paper: "Compared") -> Iterator[Text]:
    if paper.difference is None:
        yield Text.assemble(harmless(paper.file), ": ", (harmless(paper.reason), "bold red"))
    elif not paper.difference.is_empty:
        yield Text(harmless(paper.file), style="bold cyan")
        yield from _difference(paper.difference)


def _difference(difference: "Difference") -> Iterator[Text]:
    yield from map(_field, difference.facts)
    for change in difference.changes:
        one = change.commitment
        said = f"{one.ref} {one.text}" if one.ref else one.text
        label = (f"  {change.kind:<{LABEL}}", STYLES[change.kind])
        yield Text.assemble(label, harmless(said), (f"  {one.rule}" if change.kind != "changed" else "", "dim"))
        yield from map(_field, change.fields)
    for kind, flags in (("gained", difference.flags_gained), ("lost", difference.flags_lost)):
        for flag in flags:
            yield Text.assemble((f"  {kind:<{LABEL}}", STYLES[kind]), f"flag, {flag.kind}: {harmless(flag.message)}")


def _field(change: "FieldChange") -> Text:
    """A value that is lost or gained: its words, its other facts, its rule."""
    facts = dict(change.value)
    text, rule = facts.pop("text", None), facts.pop("rule", "")
    words = [f"“{text}”" if facts or rule else str(text)] if text is not None else []
    told = " ".join([*words, ", ".join(f"{key} {fact}" for key, fact in facts.items())]).strip()
    label = (f"    {change.sign} {change.field.removesuffix('s') if facts else change.field}  ", STYLES[change.sign])
    return Text.assemble(label, harmless(told), (f"  {rule}", "dim"))


def _scores(figures: "Mapping[str, tuple[Measured, Measured]]") -> Iterator[Text]:
    for field, (before, after) in figures.items():
        style = "green" if after.f1 > before.f1 else "red" if after.f1 < before.f1 else ""
        yield Text.assemble(f"F1 of {field}, on the papers read by hand: {before.f1:.3f} → ", (f"{after.f1:.3f}", style))
