"""All that judges the words of one paper, put together once."""

from copy import copy

from pipeline.extract.lists.lead_in import LeadInReader
from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.owners.gazetteer import learn_names
from pipeline.extract.sentences.promises import Judge
from pipeline.extract.sentences.status import StatusReader
from pipeline.extract.sentences.steps import StepSplitter
from pipeline.extract.sentences.verbs import Verbs
from pipeline.extract.tables.columns import ColumnReader
from pipeline.model.document import Document
from pipeline.rulebook import Rulebook


class Grammar:
    """One rulebook, and the bodies and acronyms of one paper."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.verbs = Verbs(rulebook)
        self.bodies = Bodies(rulebook)
        self.judge = Judge(rulebook, self.bodies)
        self.lead_ins = LeadInReader(rulebook, self.bodies)
        self.sections = rulebook.of("commitment/sections")
        self.upper_cells = rulebook.of("commitment/upper_cells")
        self.steps = StepSplitter(rulebook)
        self.status = StatusReader(rulebook)
        self.columns = ColumnReader(rulebook)

    def of_paper(self, document: Document) -> "Grammar":
        """The same with the bodies and acronyms that the paper introduces."""
        grammar = copy(self)
        bodies = self.bodies.of_paper(document.text)
        grammar.bodies = bodies.with_names(learn_names(document, self.columns, bodies))
        grammar.judge = self.judge.of_paper(grammar.bodies)
        grammar.lead_ins = self.lead_ins.of_paper(grammar.bodies)
        return grammar
