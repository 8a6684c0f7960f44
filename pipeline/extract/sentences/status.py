"""How far a step is, by rules/status; the first rule that matches decides."""

from typing import NamedTuple

from pipeline.model.record import Status
from pipeline.rulebook import Rulebook


class Progress(NamedTuple):
    """What a text says of progress, the rule that read it, and its words; `status` None for what is merely planned."""

    status: Status | None
    rule: str
    words: str


class StatusReader:
    """Reads progress by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("status")

    def read(self, text: str, is_order: bool, has_date_to_come: bool) -> Status | None:
        """What `text` says of progress; None for what is merely planned."""
        progress = self.find(text, is_order, has_date_to_come)
        return progress.status if progress else None

    def find(self, text: str, is_order: bool, has_date_to_come: bool) -> Progress | None:
        """The same with the words that say so; None where no rule speaks.

        An order (`Develop …`) tells only of a part that is complete; a bare participle with a date still to come tells nothing.
        """
        for rule in self._rules:
            if is_order and rule.rule.name != "status.partly_complete":
                continue
            if rule.rule.value.get("bare") and has_date_to_come:
                continue
            if match := rule.pattern.search(text):
                return Progress(rule.rule.value["status"], rule.id, match[0])
        return None
