"""The rules: whether they load, and do what their examples say."""

from pathlib import Path

from pipeline.doctor.finding import Finding, count
from pipeline.errors import RegisterError, RulebookError
from pipeline.register.runs import RunLog

RULES = "Rules"


def examine_rules(folder: Path, out: Path) -> Finding:
    """How the rules are, and whether the register in `out` was made by them."""
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
    says = f"{count(len(rules), 'rule')}, and all {len(cases):,} examples are as they say"
    if _last_digest(out) not in (None, rulebook.digest):
        return Finding(RULES, "warning", f"{says}; they have changed since the last run.", "Run `pledgebook ingest`.")
    return Finding(RULES, "ok", f"{says}.")


def _last_digest(out: Path) -> object:
    """The digest of the rules that the last run went by; None where there was none."""
    try:
        return next((run["rules"] for run in RunLog(out / "register.db").runs(1)), None)
    except RegisterError:
        return None
