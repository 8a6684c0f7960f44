"""All that judges the words of one paper, put together once."""

from copy import copy

from pipeline.extract.bodies import Bodies
from pipeline.extract.columns import ColumnReader
from pipeline.extract.gazetteer import learn_names
from pipeline.extract.lead_in import LeadInReader
from pipeline.extract.promises import Judge
from pipeline.extract.status import StatusReader
from pipeline.extract.steps import StepSplitter
from pipeline.extract.verbs import Verbs
from pipeline.model.document import Document
from pipeline.rulebook import Rulebook


class Grammar:
    """One rulebook, and the bodies and acronyms of one paper."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.verbs = Verbs(rulebook)
        self._know(Bodies(rulebook))
        self.steps = StepSplitter(rulebook)
        self.status = StatusReader(rulebook)
        self.columns = ColumnReader(rulebook)

    def of_paper(self, document: Document) -> "Grammar":
        """The same with the bodies and acronyms that the paper introduces."""
        grammar = copy(self)
        bodies = self.bodies.of_paper(document.text)
        grammar._know(bodies.with_names(learn_names(document, self.columns, bodies)))
        return grammar

    def _know(self, bodies: Bodies) -> None:
        self.bodies = bodies
        self.judge = Judge(self.rulebook, bodies)
        self.lead_ins = LeadInReader(self.rulebook, bodies)
