"""`pledgebook ingest`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import ingest as ingestion
from pipeline.cli.common import MANY, NotReadable, WrongUse, debug_option, demand_rules, folder, out_option, plain_errors, rules_option
from pipeline.harmless import harmless

if TYPE_CHECKING:
    from pipeline.cli.reporting import Reporting

REPEATED = {"partly_read": "partly read", "not_read": "not read"}


@click.command()
@click.argument("paths", nargs=-1, type=folder, metavar="[PATH]...")
@click.option("--corpus", type=folder, default="corpus", show_default=True, metavar="DIR", help="The papers, unless PATHs are given.")
@out_option
@rules_option
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="How many papers to read at once.")
@click.option("--force", is_flag=True, help="Read unchanged papers again, too.")
@click.option("--retry", is_flag=True, help="Try papers again that could not be read, or not wholly.")
@click.option("--json", "as_json", is_flag=True, help="Tell machines: one JSON object a line.")
@debug_option
def ingest(
    paths: tuple[Path, ...], corpus: Path, out: Path, rules: Path, jobs: int, force: bool, retry: bool, as_json: bool, debug: bool
) -> None:
    """Read what is new or changed, and bring the register up to date.

    Prints a line for each paper: first those unchanged (on a terminal one for many), then the others as they are read. A paper that
    cannot be read stays where it is, with a note NAME.problem.txt beside it that says why, and what to do.
    Ends with 0 when all papers were read, with 3 when some could not be read.

    \b
    Examples:
      pledgebook ingest
      pledgebook ingest corpus/annual-plan-2020.txt
      pledgebook ingest --corpus ~/minutes --out ~/register --jobs 4
    """
    demand_rules(rules)
    for path in paths or (corpus,):
        if not path.exists():
            raise WrongUse(f"There is no {path}. Put papers into the folder corpus, or say where they are.")
    if not paths and not corpus.is_dir():
        raise WrongUse(f"{corpus} is no folder. Say where the papers are with --corpus.")
    with plain_errors():
        ingestion.start_ahead(rules, out, corpus)
    order = ingestion.Order(paths, corpus, out, rules, force, jobs, retry)
    with plain_errors(), _reporting(as_json, debug) as report:
        outcomes = ingestion.ingest(order, datetime.now().astimezone().date(), lambda: datetime.now(UTC), report)
    if not as_json:
        print_end(outcomes, order)
    if any(outcome.kind == "not_read" for outcome in outcomes):
        raise SystemExit(NotReadable.exit_code)


def _reporting(as_json: bool, debug: bool) -> "Reporting":
    """What shows the run; imported while it starts elsewhere."""
    from pipeline.cli.reporting import JsonLines, PlainLines

    if as_json or not sys.stdout.isatty():
        return JsonLines() if as_json else PlainLines(debug)
    from rich.console import Console

    from pipeline.cli.watched import WatchedLines

    return WatchedLines(Console(highlight=False), debug)


def print_end(outcomes: "list[ingestion.Outcome]", order: ingestion.Order) -> None:
    """Prints what the run came to; after many lines, once more which papers were not read, and why."""
    if not outcomes:
        click.echo(f"There are no papers in {', '.join(map(str, order.paths or (order.corpus,)))}.")
        return
    if len(outcomes) > MANY:
        for kind, words in REPEATED.items():
            for outcome in outcomes:
                if outcome.kind == kind and outcome.why:
                    click.echo(f"  {words}: {harmless(f'{outcome.file}: {outcome.why.text}')}")
    out = "" if order.out == Path("extracted") else f" --out {order.out}"
    click.secho(ingestion.summary(outcomes), bold=True)
    if any(outcome.kind in REPEATED for outcome in outcomes):
        click.echo(f"Why: pledgebook runs last{out} tells it, and what to do")
    click.echo(f"Next: pledgebook serve{out}")
