"""How far a step is, by rules/status; the first rule that matches decides."""

from pipeline.model.record import Status
from pipeline.rulebook import Rulebook


class StatusReader:
    """Reads progress by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("status")

    def read(self, text: str, is_order: bool, has_date_to_come: bool) -> Status | None:
        """What `text` says of progress; None for what is merely planned.

        An order (`Develop …`) tells only of a part that is complete; a bare participle with a date still to come tells nothing.
        """
        for rule in self._rules:
            if is_order and rule.rule.name != "status.partly_complete":
                continue
            if rule.rule.value.get("bare") and has_date_to_come:
                continue
            if rule.pattern.search(text):
                status: Status = rule.rule.value["status"]
                return status
        return None
