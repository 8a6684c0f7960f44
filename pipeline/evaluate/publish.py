"""A measurement put beside the register, for all to read; only one that is of the rules and the version at hand."""

from collections.abc import Mapping
from pathlib import Path

import pipeline
from pipeline.errors import PipelineError
from pipeline.evaluate.floors import gold_digest
from pipeline.evaluate.folders import gold_files
from pipeline.model.quality import FILE, FOLDER, KnownFailure, Measured, Quality
from pipeline.register import RunLog
from pipeline.rulebook import load_rulebook


def publish(gold: Path, extracted: Path, rules: Path, figures: Mapping[str, Measured], today: str) -> Path:
    """Write what was measured on an ISO day, and say where.

    Raises PipelineError when the papers were read last by another version or by other rules than those at hand: then the figures would
    be theirs.
    """
    rulebook = load_rulebook(rules)
    last = next((run for run in RunLog(extracted / "register.db").runs(20) if run["finished"]), None)
    if last is None or (last["version"], last["rules"]) != (pipeline.__version__, rulebook.digest):
        raise PipelineError(f"What lies in {extracted} was read by another version or other rules: run `pledgebook ingest` first.")
    quality = Quality(
        measured=today,
        version=pipeline.__version__,
        rules=rulebook.digest,
        gold=gold_digest(gold),
        papers=tuple(path.stem for path in gold_files(gold)),
        fields=dict(figures),
        known_failures=tuple(KnownFailure(rule=rule.id, text=each.text) for rule in rulebook.rules for each in rule.rule.known_failures),
    )
    path = extracted / FOLDER / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(quality.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return path
