"""Trying rules out: their own examples, a phrase, and what a change of them does to the corpus. Writes nothing."""

from pipeline.ingest.rules import load_rules
from pipeline.trial.choice import ChoiceError, choose_rules
from pipeline.trial.examples import Case, run_examples, wants
from pipeline.trial.phrase import Phrase, read_phrase
from pipeline.trial.readers import Readers

__all__ = ["Case", "ChoiceError", "Phrase", "Readers", "choose_rules", "load_rules", "read_phrase", "run_examples", "wants"]
