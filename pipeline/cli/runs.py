"""`pledgebook runs`."""

import json
from itertools import groupby
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from pipeline.cli.common import WrongUse, out_option, plain_errors
from pipeline.cli.reporting import STYLES
from pipeline.harmless import harmless
from pipeline.reasons import reason_of
from pipeline.register import RunLog

COUNTS = {"read": "read", "partly_read": "partly", "nothing_found": "empty", "unchanged": "unchanged", "same_as": "same"}
COUNTS |= {"not_read": "not read", "removed": "gone"}
ORDER = ("not_read", "partly_read", "nothing_found", "same_as", "removed", "kept", "read")
"""What needs somebody first."""


@click.command()
@click.argument("number", required=False, metavar="[N]")
@out_option
@click.option("--last", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="How many runs to list.")
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
def runs(number: str | None, out: Path, last: int, as_json: bool) -> None:
    """Show what became of papers in earlier runs.

    Lists the latest runs; with a number, or the word last, tells of one run what became of each paper, and why.
    Papers that were unchanged are only counted.

    \b
    Examples:
      pledgebook runs
      pledgebook runs last
      pledgebook runs 7 --json
    """
    with plain_errors():
        log = RunLog(out / "register.db")
        if number is None:
            listed = log.runs(last)
        else:
            listed = log.runs(1) if number == "last" else [run for run in [log.run(_number(number))] if run]
            if not listed:
                raise WrongUse(f"There is no run {number}; `pledgebook runs` lists those there are.")
        papers = log.papers(int(str(listed[0]["id"]))) if number is not None else []
    if as_json:
        click.echo(json.dumps(listed if number is None else {**listed[0], "papers": papers}, indent=1))
    elif number is None:
        _print_runs(listed, Console(highlight=False))
    else:
        _print_run(listed[0], papers, Console(highlight=False))


def _number(text: str) -> int:
    if not text.isdecimal():
        raise WrongUse(f"{harmless(text)} is no number of a run; `pledgebook runs` lists them.")
    return int(text)


def _print_runs(listed: list[dict[str, object]], console: Console) -> None:
    """A table, latest first."""
    table = Table(Column("run", no_wrap=True), Column("started", no_wrap=True), box=None, padding=(0, 1, 0, 0))
    for heading in ("seconds", *COUNTS.values()):
        table.add_column(heading, justify="right", no_wrap=True)
    for run in listed:
        seconds = "unfinished" if run["finished"] is None else f"{float(str(run['seconds'])):,.0f}"
        table.add_row(str(run["id"]), _when(run), seconds, *(str(run[name] or "") for name in COUNTS))
    console.print(table if listed else "There has been no run.", soft_wrap=True)


def _print_run(run: dict[str, object], papers: list[dict[str, object]], console: Console) -> None:
    """What became of each paper, those first that need somebody."""
    counts = [f"{run[name]} {name.replace('_', ' ')}" for name in COUNTS if run[name]]
    ended = ", ".join(counts) or "no papers"
    if run["finished"] is None:
        ended = "it has not finished: it is still at work, or was stopped; the next run goes on from there"
    console.print(f"Run {run['id']}, {_when(run)}: {ended}.", style="bold", soft_wrap=True)
    ranked = sorted(papers, key=lambda paper: ORDER.index(str(paper["outcome"])))
    for outcome, group in groupby(ranked, key=lambda paper: str(paper["outcome"])):
        console.print(Text(f"{outcome.replace('_', ' ').capitalize()}:", style=STYLES.get(outcome, "")))
        for paper in group:
            console.print(f"  {harmless(str(paper['file']))}: {harmless(str(paper['message']))}", soft_wrap=True, markup=False)
            if paper["code"]:
                console.print(f"    What to do: {reason_of(str(paper['code'])).value.cure}", soft_wrap=True, markup=False)


def _when(run: dict[str, object]) -> str:
    return str(run["started"])[:16].replace("T", " ")
