"""The rules: whether they load, and do what their examples say."""

from pathlib import Path

from pipeline.doctor.finding import Finding, count
from pipeline.errors import RulebookError

RULES = "Rules"


def examine_rules(folder: Path) -> Finding:
    """How the rules are."""
    from pipeline import trial  # spaCy takes long to import, and what was looked at before should be told at once

    if not folder.is_dir():
        return Finding(RULES, "problem", f"there is no folder {folder}.", "Run this in the folder of the project, or name it with --rules.")
    try:
        rulebook = trial.load_rules(folder)
    except RulebookError as error:
        return Finding(RULES, "problem", f"they cannot be used: {error}", "Mend what the sentence names.")
    rules = trial.choose_rules(rulebook, ())
    cases = list(trial.run_examples(trial.Readers(rulebook), rules))
    wrong = [case for case in cases if case.trouble]
    if wrong:
        says = f"{count(len(wrong), 'example')} of {len(cases):,} not as the rules say, the first of rule {wrong[0].rule.id}."
        return Finding(RULES, "problem", says, "Run `pledgebook rules check`, and mend what it names.")
    return Finding(RULES, "ok", f"{count(len(rules), 'rule')}, and all {len(cases):,} examples are as they say.")
