"""`pledgebook serve`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.common import WrongUse, folder, out_option, plain_errors, rules_option

METADATA = Path("datasette-metadata.json")


@click.command()
@out_option
@click.option("--corpus", type=folder, default="corpus", show_default=True, metavar="DIR", help="The papers, shown beside what was read.")
@rules_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="The port to answer on.")
def serve(out: Path, corpus: Path, rules: Path, host: str, port: int) -> None:
    """Show the register in the browser; papers that clerks put in there are read at once.

    \b
    Examples:
      pledgebook serve
      pledgebook serve --out ~/register --port 8080
    """
    from pipeline.site.serve import serve as serve_site  # Datasette takes long to import, and no other command needs it

    if not METADATA.is_file():
        raise WrongUse(f"{METADATA} is not here. Run this in the folder of the project.")
    with plain_errors():
        serve_site(out, METADATA, host, port, corpus, lambda: datetime.now(UTC), rules)
