"""`pledgebook ingest`."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from pipeline import ingest as ingestion
from pipeline.cli.common import NotReadable, WrongUse, debug_option, demand_rules, folder, out_option, plain_errors, rules_option
from pipeline.terminal import Reporter


@click.command()
@click.argument("paths", nargs=-1, type=folder, metavar="[PATH]...")
@click.option("--corpus", type=folder, default="corpus", show_default=True, metavar="DIR", help="The papers, unless PATHs are given.")
@out_option
@rules_option
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="How many papers to read at once.")
@click.option("--force", is_flag=True, help="Read unchanged papers again, too.")
@debug_option
def ingest(paths: tuple[Path, ...], corpus: Path, out: Path, rules: Path, jobs: int, force: bool, debug: bool) -> None:
    """Read what is new or changed, and bring the register up to date.

    Prints a line for each paper. Ends with 0 when all papers were read, with 3 when some could not be read.

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
    console = Console(highlight=False)
    order = ingestion.Order(paths, corpus, out, rules, force, jobs)
    with plain_errors(), Reporter(console, debug) as report:
        outcomes = ingestion.ingest(order, datetime.now().astimezone().date(), lambda: datetime.now(UTC), report)
    if not outcomes:
        click.echo(f"There are no papers in {', '.join(map(str, paths or (corpus,)))}.")
        return
    console.print(ingestion.summary(outcomes), style="bold", soft_wrap=True)
    console.print(f"Next: pledgebook serve{'' if out == Path('extracted') else f' --out {out}'}", soft_wrap=True, markup=False)
    if any(outcome.kind == "not_read" for outcome in outcomes):
        raise SystemExit(NotReadable.exit_code)
