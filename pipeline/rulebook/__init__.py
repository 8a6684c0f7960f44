"""rules/*.yaml to typed, compiled rules; the only reader of YAML rules."""

from pipeline.rulebook.load import Rulebook, load_rulebook, rules_digest

__all__ = ["Rulebook", "load_rulebook", "rules_digest"]
