"""`pledgebook doctor`."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.common import folder, out_option, plain_errors, rules_option
from pipeline.harmless import harmless, harmless_json

if TYPE_CHECKING:
    from pipeline.doctor import Finding

STYLES = {"ok": "green", "warning": "yellow", "problem": "bold red"}


@click.command()
@click.option("--corpus", type=folder, default="corpus", show_default=True, metavar="DIR", help="The papers.")
@out_option
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(corpus: Path, out: Path, rules: Path, as_json: bool) -> None:
    """Look whether all is well, and say what to do where it is not.

    Looks at the register, the records and the verdicts, at papers that could not be read, at the rules and their examples, at the
    programs for scans and old Word papers, at folders and the disk; changes nothing. Ends with 1 when there is a problem.

    \b
    Examples:
      pledgebook doctor
      pledgebook doctor --out ~/register --json
    """
    from pipeline.doctor import Patient, examine  # it knows all stages, and not every command needs them

    console = Console(highlight=False)
    found: list[Finding] = []
    with plain_errors():
        for finding in examine(Patient(corpus, out, rules), time.time()):
            found.append(finding)
            if not as_json:
                say(finding, console)
    problems, warnings = (sum(finding.state == state for finding in found) for state in ("problem", "warning"))
    if as_json:
        click.echo(harmless_json(json.dumps([finding._asdict() for finding in found], indent=1, ensure_ascii=False)))
    else:
        console.print(summary(problems, warnings), style="bold", soft_wrap=True)
    if problems:
        raise SystemExit(1)


def say(finding: "Finding", console: Console) -> None:
    """Prints a finding, and below it what to do."""
    line = Text.assemble((f"{finding.state:<8}", STYLES[finding.state]), f"{finding.subject}: {harmless(finding.says)}")
    console.print(line, soft_wrap=True)
    if finding.cure:
        console.print(Text(f"{'':<8}{harmless(finding.cure)}"), soft_wrap=True)


def summary(problems: int, warnings: int) -> str:
    """How it is on the whole.

    >>> summary(0, 0), summary(1, 2)
    ('All is well.', '1 problem, 2 warnings.')
    """
    counts = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in ((problems, "problem"), (warnings, "warning")) if number]
    return f"{', '.join(counts)}." if counts else "All is well."
