"""Trying rules out: their own examples, a phrase, and what a change of them does to the corpus. Writes nothing."""

from pipeline.extract.timex import Anchor
from pipeline.ingest.derive import make_extractor
from pipeline.ingest.papers import find_papers
from pipeline.ingest.rules import load_rules
from pipeline.trial.catalogue import catalogue
from pipeline.trial.choice import ChoiceError, choose_rules
from pipeline.trial.corpus import Comparison, as_stored, by_rules
from pipeline.trial.examples import Case, run_examples
from pipeline.trial.phrase import Phrase, read_phrase
from pipeline.trial.readers import Readers
from pipeline.trial.versions import VersionError, has_commit, rules_at

__all__ = [
    "Anchor",
    "Case",
    "ChoiceError",
    "Comparison",
    "Phrase",
    "Readers",
    "VersionError",
    "as_stored",
    "by_rules",
    "catalogue",
    "choose_rules",
    "find_papers",
    "has_commit",
    "load_rules",
    "make_extractor",
    "read_phrase",
    "rules_at",
    "run_examples",
]
