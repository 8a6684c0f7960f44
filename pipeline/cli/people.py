"""`pledgebook people`: who may do more than look."""

from pathlib import Path

import click

from pipeline.cli.common import out_option, plain_errors

ROLES = ("clerk", "reviewer", "researcher")


@click.group()
def people() -> None:
    """Who may do more than look at the register.

    \b
    A clerk sees to the papers, a reviewer decides about flags, a researcher asks in SQL.
    A server that runs learns of a change when it is started again.
    """


@people.command()
@click.argument("name")
@click.option(
    "--role", "roles", type=click.Choice(ROLES), multiple=True, required=True, help="What the person may do; several may be given."
)
@click.password_option(help="Asked for where it is not given.")
@out_option
def add(name: str, roles: tuple[str, ...], password: str, out: Path) -> None:
    """Let somebody in, or give them another password and other roles.

    \b
    Examples:
      pledgebook people add ann --role reviewer
      pledgebook people add bob --role clerk --role reviewer
    """
    from pipeline.site.people import load_people, save_people

    with plain_errors():
        save_people(load_people(out).with_person(name, roles, password), out)
    click.echo(f"{name} can sign in as {' and '.join(roles)}. Start pledgebook serve again where it runs.")


@people.command()
@click.argument("name")
@out_option
def remove(name: str, out: Path) -> None:
    """Let somebody in no more. What they decided stays."""
    from pipeline.site.people import load_people, save_people

    with plain_errors():
        save_people(load_people(out).without(name), out)
    click.echo(f"{name} can sign in no more. Start pledgebook serve again where it runs.")


@people.command(name="list")
@out_option
def list_(out: Path) -> None:
    """Tell who can sign in, and what they may do."""
    from pipeline.site.people import load_people

    with plain_errors():
        known = load_people(out).people
    for name, person in sorted(known.items()):
        click.echo(f"{name}: {', '.join(person.roles)}")
    if not known:
        click.echo("Nobody can sign in yet: pledgebook people add NAME --role reviewer")
