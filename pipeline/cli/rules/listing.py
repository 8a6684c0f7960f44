"""`pledgebook rules list`."""

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.common import demand_rules, plain_errors, rules_option


@click.command("list")
@click.argument("names", nargs=-1, metavar="[FILE|RULE]...")
@rules_option
@click.option("--markdown", is_flag=True, help="Print the catalogue of all rules, as docs/rule-catalogue.md holds it.")
def list_(names: tuple[str, ...], rules: Path, markdown: bool) -> None:
    """List the rules, each with its reason. Names choose them, by id, file or folder.

    \b
    Examples:
      pledgebook rules list time
      pledgebook rules list --markdown > docs/rule-catalogue.md
    """
    from pipeline import trial  # spaCy takes long to import, and not every command needs it

    demand_rules(rules)
    with plain_errors():
        rulebook = trial.load_rules(rules)
        chosen = trial.choose_rules(rulebook, names)
    if markdown:
        click.echo(trial.catalogue(rulebook), nl=False)
        return
    console = Console(highlight=False)
    for rule in chosen:
        line = Text.assemble((rule.id, "bold cyan"), f"  {rule.rule.name}  {rule.rule.why}", (f"  {rule.subject}.yaml", "dim"))
        console.print(line, soft_wrap=True)
