"""`pledgebook evaluate`."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console

from pipeline.cli.common import BelowFloor, WrongUse, folder, plain_errors, rules_option
from pipeline.terminal import figures_table


@click.command()
@click.option("--gold", type=folder, default="tests/gold", show_default=True, metavar="DIR", help="The papers as read by hand.")
@click.option("--extracted", type=folder, default="extracted", show_default=True, metavar="DIR", help="The papers as read by the program.")
@click.option("--floor", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Fail where a field is below its floor.")
@click.option("--pin", is_flag=True, help="Write the figures of now into the floor file.")
@click.option("--lower", is_flag=True, help="Let --pin write a lower floor than before.")
@click.option("--publish", is_flag=True, help="Put the figures beside the register, for the site's page on quality.")
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(gold: Path, extracted: Path, floor: Path | None, pin: bool, lower: bool, publish: bool, rules: Path, as_json: bool) -> None:
    """Measure how often the program is right, against papers read by hand.

    Precision is the share of what was found that is right; recall, the share of what there is that was found.
    Ends with 1 when a field is below its floor, or when the gold has changed since the floors were pinned.

    \b
    Examples:
      pledgebook evaluate
      pledgebook evaluate --floor tests/gold/baseline.json
      pledgebook evaluate --floor tests/gold/baseline.json --pin
      pledgebook evaluate --publish
    """
    from pipeline import evaluate as evaluation  # no other command needs it

    if pin and floor is None:
        raise WrongUse("--pin needs --floor, the file to write.")
    with plain_errors():
        figures = evaluation.score_folders(gold, extracted)
        if as_json:
            click.echo(json.dumps({field: asdict(found) for field, found in figures.items()}, indent=1))
        else:
            Console(highlight=False).print(figures_table(figures))
        if floor is not None and pin:
            evaluation.pin_floors(floor, gold, figures, lower)
        if publish:
            evaluation.publish(gold, extracted, rules, figures, datetime.now().astimezone().date().isoformat())
        broken = evaluation.broken_floors(floor, gold, figures) if floor is not None else []
    if broken:
        raise BelowFloor("; ".join(broken))
