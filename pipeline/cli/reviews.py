"""`pledgebook reviews`: the auditors' verdicts, and whether anybody meddled with them."""

from pathlib import Path

import click

from pipeline.cli.common import out_option, plain_errors

CHANGED = "The log is not as it was written. Keep this file, and put a copy from a backup in its place."


@click.group()
def reviews() -> None:
    """What auditors decided about flags."""


@reviews.command()
@out_option
def verify(out: Path) -> None:
    """Tell whether the log of verdicts is as it was written.

    Prints the last hash: kept elsewhere, it also tells a log that was made anew. Ends with 1 where something was changed.

    \b
    Examples:
      pledgebook reviews verify
      pledgebook reviews verify --out ~/register
    """
    from pipeline.reviews import ReviewLog, find_breaks

    path = out / "reviews.db"
    if not path.is_file():
        click.echo(f"There is no log at {path}: no verdict has been given yet.")
        return
    with plain_errors():
        entries = ReviewLog(path).entries()
    breaks = list(find_breaks(entries))
    if breaks:
        raise click.ClickException("\n".join([*breaks, CHANGED]))
    last = f" Its last hash is {entries[-1].hash}." if entries else ""
    click.echo(f"The log is intact: {len(entries)} verdict{'' if len(entries) == 1 else 's'}.{last}")
