"""`pledgebook import`."""

from contextlib import nullcontext
from pathlib import Path

import click

from pipeline.cli.common import out_option, plain_errors
from pipeline.harmless import harmless
from pipeline.ingest.alone import alone_in


class NotImported(click.ClickException):
    """What should be imported has mistakes."""

    exit_code = 1


@click.command(name="import")
@click.argument("place", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@out_option
@click.option("--force", is_flag=True, help="Move aside the register that is there.")
def import_(place: Path, out: Path, force: bool) -> None:
    """Make the register again that an export in the folder DIR was made of.

    All rows come back as they were, and a register that holds them already is left alone. When the export is not as it was written,
    every mistake is named with its file, line and column, nothing is imported, and the command ends with 1.

    \b
    Examples:
      pledgebook import backup
      pledgebook import backup --out ~/register
    """
    from pipeline.export import MistakenExportError, import_export

    with plain_errors(), alone_in(out) if out.is_dir() else nullcontext():
        try:
            made = import_export(place, out, force)
        except MistakenExportError as error:
            raise NotImported("\n".join(map(harmless, str(error).splitlines()))) from error
    rows = sum(made.counts.values())
    if not made.changed:
        click.echo(f"{out} holds these {made.counts['papers']:,} papers and {rows:,} rows already: nothing changed.")
        return
    click.echo(f"{out} holds {made.counts['papers']:,} papers and {rows:,} rows, as they were exported.")
    if made.before:
        click.echo(f"What was there before is in {made.before}.")
    click.echo("Next: pledgebook ingest reads what has come since, pledgebook serve shows the register.")
