"""`pledgebook show`."""

from pathlib import Path

import click
from rich.console import Console

from pipeline import ingest as ingestion
from pipeline.cli.common import NotReadable, WrongUse, debug_option, demand_rules, folder, plain_errors, rules_option
from pipeline.harmless import harmless, harmless_json
from pipeline.model.paper import Paper
from pipeline.terminal import print_drawn, print_paper, progress_bar


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Print what ingest would store.")
@click.option("--pages", type=folder, metavar="DIR", help="Draw the pages of a PDF that commitments stand on into this folder.")
@click.option("--all-pages", is_flag=True, help="With --pages: draw the other pages, too.")
@debug_option
def show(path: Path, rules: Path, as_json: bool, pages: Path | None, all_pages: bool, debug: bool) -> None:
    """Show the commitments of one paper, without touching the register.

    With --pages, each page becomes a picture, NAME-page-003.png: what was read as a commitment is lit as if with a
    marker pen, its owners, deadlines, targets and budgets are outlined, and its reference stands in the margin.
    Ends with 3 when the paper, or one of its pages, could not be read or drawn.

    \b
    Examples:
      pledgebook show corpus/annual-plan-2020.pdf
      pledgebook show corpus/annual-plan-2020.pdf --pages pictures
      pledgebook show --json corpus/annual-plan-2020.pdf > plan.json
    """
    demand_rules(rules)
    if all_pages and pages is None:
        raise WrongUse("--all-pages needs --pages, the folder to draw into.")
    with plain_errors():
        paper = ingestion.read_single(path, rules)
    if isinstance(paper, ingestion.Outcome):
        if debug and paper.trace:
            click.echo(paper.trace, err=True)
        raise NotReadable(harmless(f"{paper.file}: {paper.text}"))
    if pages is not None and paper.paper.pages is None:
        raise WrongUse(f"{harmless(paper.paper.file)} has no pages to draw: only a PDF has.")
    if as_json:
        click.echo(harmless_json(ingestion.paper_json(paper)), nl=False)
    else:
        print_paper(paper, Console(highlight=False))
    if pages is not None:
        with plain_errors():
            draw_pages(path, paper, pages, all_pages, Console(highlight=False, stderr=as_json))


def draw_pages(path: Path, paper: Paper, folder: Path, with_all: bool, console: Console) -> None:
    """Draws the pages of the PDF at the path into the folder, and prints a line for each."""
    from pipeline.marks import MarkedPages  # Pillow takes a while to import, and no other command needs it

    marked = MarkedPages(path.read_bytes(), paper)
    numbers = marked.all if with_all else marked.marked
    if not numbers:
        console.print("There is nothing to mark: no commitments were found. --all-pages draws the pages all the same.", soft_wrap=True)
    folder.mkdir(parents=True, exist_ok=True)
    refused = False
    with progress_bar("Drawing pages", console) as bar:
        for drawn in bar.track(marked.write(numbers, folder), len(numbers)):
            print_drawn(drawn, console)
            refused = refused or drawn.reason is not None
    if refused:
        raise SystemExit(NotReadable.exit_code)
