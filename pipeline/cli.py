"""The command `pledgebook`: reads arguments, the clock and the terminal, and leaves the work to others."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

import pipeline
from pipeline import ingest as ingestion
from pipeline.errors import PipelineError
from pipeline.model.paper import Paper
from pipeline.terminal import Reporter, figures_table, harmless, harmless_json, print_drawn, print_paper, progress_bar

METADATA = Path("datasette-metadata.json")

folder = click.Path(path_type=Path)
out_option = click.option("--out", type=folder, default="extracted", show_default=True, metavar="DIR", help="Where the register is kept.")
rules_option = click.option("--rules", type=folder, default="rules", show_default=True, metavar="DIR", help="The rules to read by.")
debug_option = click.option("--debug", is_flag=True, help="Show where in the program an internal error arose.")


class BelowFloor(click.ClickException):
    """The program is less often right than it was."""

    exit_code = 1


class WrongUse(click.ClickException):
    """The command cannot be carried out as given; the message says what to do."""

    exit_code = 2


class NotReadable(click.ClickException):
    """The paper that was asked for cannot be read."""

    exit_code = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(pipeline.__version__, prog_name="pledgebook")
def main() -> None:
    """Make a public register of what a council has promised, from its own papers.

    \b
    Put papers into the folder corpus, then:
      pledgebook ingest    reads them into the register
      pledgebook serve     shows the register in the browser
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a paper's characters is no reason to stop


@main.command()
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


@main.command()
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


@main.command()
@click.option("--gold", type=folder, default="tests/gold", show_default=True, metavar="DIR", help="The papers as read by hand.")
@click.option("--extracted", type=folder, default="extracted", show_default=True, metavar="DIR", help="The papers as read by the program.")
@click.option("--floor", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Fail where a field is below its floor.")
@click.option("--pin", is_flag=True, help="Write the figures of now into the floor file.")
@click.option("--lower", is_flag=True, help="Let --pin write a lower floor than before.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(gold: Path, extracted: Path, floor: Path | None, pin: bool, lower: bool, as_json: bool) -> None:
    """Measure how often the program is right, against papers read by hand.

    Precision is the share of what was found that is right; recall, the share of what there is that was found.
    Ends with 1 when a field is below its floor, or when the gold has changed since the floors were pinned.

    \b
    Examples:
      pledgebook evaluate
      pledgebook evaluate --floor tests/gold/baseline.json
      pledgebook evaluate --floor tests/gold/baseline.json --pin
    """
    from pipeline import evaluate as evaluation  # no other command needs it

    if pin and floor is None:
        raise WrongUse("--pin needs --floor, the file to write.")
    with plain_errors():
        figures = evaluation.score_folders(gold, extracted)
        if as_json:
            click.echo(json.dumps({field: found._asdict() for field, found in figures.items()}, indent=1))
        else:
            Console(highlight=False).print(figures_table(figures))
        if floor is not None and pin:
            evaluation.pin_floors(floor, gold, figures, lower)
        broken = evaluation.broken_floors(floor, gold, figures) if floor is not None else []
    if broken:
        raise BelowFloor("; ".join(broken))


@main.command()
@out_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="The port to answer on.")
def serve(out: Path, host: str, port: int) -> None:
    """Show the register in the browser.

    \b
    Examples:
      pledgebook serve
      pledgebook serve --out ~/register --port 8080
    """
    from pipeline.site.serve import serve as serve_site  # Datasette takes long to import, and no other command needs it

    if not METADATA.is_file():
        raise WrongUse(f"{METADATA} is not here. Run this in the folder of the project.")
    with plain_errors():
        serve_site(out, METADATA, host, port)


def demand_rules(rules: Path) -> None:
    """Raises WrongUse where there are no rules."""
    if not rules.is_dir():
        raise WrongUse(f"There is no folder {rules}. Run this in the folder of the project, or say where the rules are with --rules.")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what stops a whole command into one plain line; trouble with single papers does not come this far."""
    try:
        yield
    except PipelineError as error:
        raise WrongUse("\n".join(harmless(line) for line in str(error).splitlines())) from error
    except OSError as error:
        raise WrongUse(harmless(f"{error.strerror or error}: {error.filename or 'no file named'}")) from error
