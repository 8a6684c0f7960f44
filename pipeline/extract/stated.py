"""What each commitment states and what it leaves open: whether it is specific, measurable, assigned and time-bound."""

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.sentences.verbs import Verbs
from pipeline.model.record import Commitment, Stated

WORD = re.compile(r"[^\W\d_][\w’'-]*")
FEWEST_WORDS = 2
"""Words, beside the verb and those that say nothing, that tell what the promise is about."""


class StatedReader:
    """Tells what commitments state, by the verbs and the function words of one rulebook."""

    def __init__(self, verbs: Verbs, function_words: frozenset[str]) -> None:
        self._verbs, self._function = verbs, function_words

    def read(self, commitments: Sequence[Commitment]) -> tuple[Commitment, ...]:
        """The commitments, each with what it states: a figure or a day of its own or of its steps, an owner or a day of its own or of
        what it stands under."""
        above = {commitment.id: commitment for commitment in commitments}
        below: dict[str, list[Commitment]] = {}
        for commitment in commitments:
            if commitment.parent:
                below.setdefault(commitment.parent, []).append(commitment)
        return tuple(
            commitment.model_copy(update={"stated": self._stated(commitment, _ancestors(commitment, above), below.get(commitment.id, []))})
            for commitment in commitments
        )

    def _stated(self, commitment: Commitment, above: Sequence[Commitment], steps: Sequence[Commitment]) -> Stated:
        own_and_steps = (commitment, *steps)
        return Stated(
            specific=self._is_specific(commitment),
            measurable=any(_has_figure(each) for each in own_and_steps),
            assigned=any(owner.role == "lead" for each in (commitment, *above) for owner in each.owners),
            time_bound=any(deadline.end or deadline.rrule for each in (*own_and_steps, *above) for deadline in each.deadlines),
        )

    def _is_specific(self, commitment: Commitment) -> bool:
        """Whether it holds a verb and what the verb is about; a row or an item under `We will:` may be a bare thing."""
        words = WORD.findall(commitment.text)
        telling = [word for word in words[1:] if word.lower() not in self._function]
        has_verb = commitment.modality is not None or self._verbs.opens(commitment.text)
        return has_verb and len(telling) >= FEWEST_WORDS


def _has_figure(commitment: Commitment) -> bool:
    return bool(commitment.budgets) or any(target.value is not None for target in commitment.targets)


def _ancestors(commitment: Commitment, by_id: Mapping[str, Commitment]) -> list[Commitment]:
    """Those that a commitment stands under, the nearest first."""
    found: list[Commitment] = []
    while commitment.parent and (parent := by_id.get(commitment.parent)) and parent not in found:
        found.append(parent)
        commitment = parent
    return found
