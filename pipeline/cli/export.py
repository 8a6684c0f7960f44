"""`pledgebook export`."""

from pathlib import Path

import click

from pipeline.cli.common import folder, out_option, plain_errors
from pipeline.cli.serve import METADATA


@click.command()
@click.argument("place", type=folder, metavar="DIR")
@out_option
@click.option("--parquet/--no-parquet", default=None, help="With or without Parquet files; left open, where DuckDB is installed.")
@click.option("--force", is_flag=True, help="Move aside what DIR holds, if it is no older export.")
def export(place: Path, out: Path, parquet: bool | None, force: bool) -> None:
    """Write the whole record into the folder DIR, to keep it or to hand it over.

    DIR then holds each paper as JSON, each table as CSV with a description of every column (a Frictionless Data Package), all of it as
    one SQLite file and, where DuckDB is installed, as Parquet, and a README. An older export in DIR is replaced when the new one is whole.

    \b
    Examples:
      pledgebook export backup
      pledgebook export backup --out ~/register --parquet
    """
    from pipeline.export import Wish
    from pipeline.export import export as write_export
    from pipeline.export.parquet import CURE

    with plain_errors():
        made = write_export(Wish(out, METADATA, place, parquet, force))
    rows = sum(made.counts.values())
    click.echo(
        f"{place} holds {made.counts['papers']:,} papers and {rows:,} rows of {len(made.counts)} tables, {made.bytes / 1e6:,.1f} MB."
    )
    if not made.parquet and parquet is None:
        click.echo(f"Parquet is left out. {CURE}.")
    click.echo(f"Next: read {place / 'README.txt'}")
