"""Running prose to candidates: each sentence that promises, and under the headings of a plan each that orders."""

from pipeline.extract.candidate import Candidate
from pipeline.extract.grammar import Grammar
from pipeline.extract.lists.outline import CONTENTS, Outline
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.judgement import Judgement
from pipeline.model.record import Kind
from pipeline.model.span import Span


class ProseJudge:
    """Judges the running prose of one paper."""

    def __init__(self, grammar: Grammar, reading: Reading, is_minutes: bool) -> None:
        self._grammar, self._reading, self._is_minutes = grammar, reading, is_minutes

    def read(self, span: Span, outline: Outline) -> list[Candidate]:
        """Each promising sentence is a commitment; background and contents do not promise."""
        section = outline.kind
        if section == CONTENTS or (section == "background" and not self._is_minutes):
            return []
        judged = self._grammar.judge.sentences(self._reading, span, "minutes" if self._is_minutes else section)
        if outline.is_plan and not self._is_minutes and not any(judgement.kind for _, judgement in judged):
            orders = self._grammar.judge.orders(self._reading, span, {sentence for sentence, _ in judged})
            judged = [(sentence, _ordered(judgement, section)) for sentence, judgement in orders]
        return [Candidate(j.kind, j.rule, (sentence,), subject=j.subject) for sentence, j in judged if j.kind]


def _ordered(judgement: Judgement, section: str | None) -> Judgement:
    """An order is what its section says: advice, a step, or else a promise."""
    kind: Kind = "recommendation" if section == "recommendations" else "action" if section == "actions" else "commitment"
    return judgement._replace(kind=kind) if judgement.kind else judgement
