"""`pledgebook rules check`."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.common import demand_rules, plain_errors, rules_option
from pipeline.harmless import harmless, harmless_json

if TYPE_CHECKING:
    from pipeline.rulebook.load import CompiledRule
    from pipeline.trial.examples import Case

NAMES = {"example": "example", "near_miss": "near miss", "known_failure": "known failure"}
WENT_WELL = {"example": "is read", "near_miss": "is left alone", "known_failure": "is not read yet"}


@click.command()
@click.argument("names", nargs=-1, metavar="[FILE|RULE]...")
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Print what came of every text as JSON.")
def check(names: tuple[str, ...], rules: Path, as_json: bool) -> None:
    """Run the examples, near misses and known failures of the rules.

    Each example must be read by the rule it stands under, each near miss left alone. Names choose rules, by id, file or folder.
    Ends with 1 when something is not as a rule says, with 2 when the rules cannot be used at all.

    \b
    Examples:
      pledgebook rules check
      pledgebook rules check TM25
      pledgebook rules check rules/time/periods.yaml
    """
    from pipeline import trial  # spaCy takes long to import, and not every command needs it

    demand_rules(rules)
    with plain_errors():
        rulebook = trial.load_rules(rules)
        chosen = trial.choose_rules(rulebook, names)
        cases = list(trial.run_examples(trial.Readers(rulebook), chosen))
    if as_json:
        click.echo(harmless_json(_json(cases)))
    else:
        _print(cases, chosen, rules, bool(names), Console(highlight=False))
    if any(case.trouble for case in cases):
        raise SystemExit(1)


def _print(cases: "Sequence[Case]", chosen: "Sequence[CompiledRule]", folder: Path, with_all: bool, console: Console) -> None:
    for rule in chosen:
        lines = [_line(case) for case in cases if case.rule is rule and (with_all or case.trouble)]
        if lines:
            heading = Text.assemble((rule.id, "bold cyan"), f"  {rule.rule.name}  ", (f"{folder / rule.subject}.yaml", "dim"))
            console.print(heading, *lines, sep="\n", soft_wrap=True)
    console.print(_summary(cases, len(chosen)), soft_wrap=True)


def _line(case: "Case") -> Text:
    said, style = (case.trouble, "red") if case.trouble else (WENT_WELL[case.kind], "green")
    return Text.assemble(f"  {NAMES[case.kind]} “{harmless(case.text)}” ", (harmless(said), style))


def _summary(cases: "Sequence[Case]", rules: int) -> Text:
    kinds = Counter(case.kind for case in cases)
    counts = [_count(rules, "rule"), *(_count(kinds[kind], name) for kind, name in NAMES.items() if kinds[kind])]  # type: ignore[index]
    troubles = sum(bool(case.trouble) for case in cases)
    end = (f"{troubles} not as the rules say", "bold red") if troubles else ("all as the rules say", "bold green")
    return Text.assemble(f"{', '.join(counts)}: ", end)


def _count(number: int, name: str) -> str:
    plural = f"{name}es" if name.endswith("s") else f"{name}s"
    return f"{number} {name if number == 1 else plural}"


def _json(cases: "Sequence[Case]") -> str:
    found = [
        {
            "rule": case.rule.id,
            "name": case.rule.rule.name,
            "file": f"{case.rule.subject}.yaml",
            "kind": case.kind,
            "text": case.text,
            "trouble": case.trouble or None,
        }
        for case in cases
    ]
    return json.dumps({"cases": found}, ensure_ascii=False, indent=1)
