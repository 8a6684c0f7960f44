"""All that judges the words of one paper, put together once."""

from pipeline.extract.bodies import Bodies
from pipeline.extract.columns import ColumnReader
from pipeline.extract.lead_in import LeadInReader
from pipeline.extract.promises import Judge
from pipeline.extract.status import StatusReader
from pipeline.extract.steps import StepSplitter
from pipeline.extract.verbs import Verbs
from pipeline.rulebook import Rulebook


class Grammar:
    """One rulebook, and the bodies and acronyms of one paper."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies) -> None:
        self.rulebook = rulebook
        self.bodies = bodies
        self.verbs = Verbs(rulebook)
        self.judge = Judge(rulebook, bodies)
        self.lead_ins = LeadInReader(rulebook, bodies)
        self.steps = StepSplitter(rulebook)
        self.status = StatusReader(rulebook)
        self.columns = ColumnReader(rulebook)
