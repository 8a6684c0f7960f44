"""The figures of a table row: its words, its measures, and the cells whose header says what their figures are."""

import re
from itertools import pairwise

from pipeline.extract.candidate import Candidate
from pipeline.extract.quantities.figures import Amount
from pipeline.extract.quantities.numbers import singular
from pipeline.extract.quantities.quantity import QuantityReader
from pipeline.extract.reading import Reading
from pipeline.model.document import Cell
from pipeline.model.record import Budget, Direction, Target
from pipeline.model.span import Span

BEFORE = ("baseline", "previous", "actual")  # where several columns tell how it stood, the first of these is the baseline
SIGN = re.compile(r"\s*(?P<down>[-–−])?\+?\s?[£$€]?\d")
PERCENT_METRIC = re.compile(r"%|\b(?:percentages?|proportion|per cent|share) ?(?:of\b|\)|\Z)", re.IGNORECASE)
RATE_METRIC = re.compile(
    r"\bper (?:1,?000|10,?000|100,?000|head|capita|household|person)\b(?: of the [\w-]+ population| [a-z]+)?", re.IGNORECASE
)
PERIOD = r"(hours|days|weeks|months|years|minutes|seconds)"
PERIOD_METRIC = re.compile(
    rf"\((?:in )?(?:working |calendar )?{PERIOD}\)|\bnumber of (?:working |calendar )?{PERIOD}"
    rf"|\b{PERIOD} (?:lost|taken|to\b)|\bin {PERIOD}\Z",
    re.IGNORECASE,
)
COUNT_METRIC = re.compile(r"\A(?:.{0,60}?\bnumber of )?(?:[\w’-]+ ){0,3}?(?P<noun>people|children|[\w’-]{2,}[^siu\W]s)\b", re.IGNORECASE)
THOUSANDS = re.compile(r"[£$€]\s?(?:k|’?'?000s?)\b|\b000s?\b", re.IGNORECASE)
MILLIONS = re.compile(r"[£$€]\s?m(?:illions?|n)?\b", re.IGNORECASE)
LETTER = re.compile(r"(?:(?<=\A)|(?<=\s))\(?[a-h]\)\s+(?=[^\W_])")
MOST_ACCOUNTS = 1


def read_figures(candidate: Candidate, reading: Reading, text: str, quantities: QuantityReader) -> tuple[list[Target], list[Budget]]:
    """The targets and budgets of a commitment, of which `text` are the words; a figure that is printed twice counts once."""
    targets: list[Target] = []
    budgets: list[Budget] = []
    measures = [(part, "measure") for cell in candidate.cells.get("measure", []) for part in cell.parts]
    for span, only in [*((span, None) for span in candidate.spans), *measures]:
        more_targets, more_budgets = quantities.read(span.of(reading.text), span.start, text, only)
        targets, budgets = targets + more_targets, budgets + more_budgets
    targets = _target_cells(candidate, reading, text, quantities) or targets
    budgets += _budget_cells(candidate, reading, quantities)
    return (
        list({(target.value, target.unit, target.direction): target for target in reversed(targets)}.values())[::-1],
        list({(budget.amount, budget.currency): budget for budget in reversed(budgets)}.values())[::-1],
    )


def _target_cells(candidate: Candidate, reading: Reading, metric: str, quantities: QuantityReader) -> list[Target]:
    """The figures below a header that names a target; a column that only looks like one, without a header, is none."""
    if not candidate.header_spans.get("target"):
        return []
    before = _before(candidate, reading, quantities)
    found = []
    for text, span in _lettered(_texts(candidate.cells.get("target", []), reading)):
        for target in read_target_cell(text, span, metric, quantities):
            unit = _unit(metric) if target.unit == "item" else target.unit
            found.append(target.model_copy(update={"unit": unit, "baseline": before if target.baseline is None else target.baseline}))
    return found


def read_target_cell(text: str, span: Span, metric: str, quantities: QuantityReader) -> list[Target]:
    """What the words of a target cell say, or failing them its first figure; the cell stands at `span`, and `metric` is measured."""
    stated = [target for target in quantities.read(text, span.start, metric, "measure")[0] if target.value is not None]
    if stated:
        return [target.model_copy(update={"rule": "CO03", "metric": metric}) for target in stated]
    amount = next((amount for amount in quantities.amounts(text) if amount.kind != "multiple"), None)
    return [_plain(amount, text, span, metric)] if amount else []


def _plain(amount: Amount, text: str, span: Span, metric: str) -> Target:
    sign = SIGN.match(text)
    direction: Direction = "decrease" if sign and sign["down"] else "reach"
    return Target(
        text=text[amount.start : amount.end],
        span=Span(span.start + amount.start, span.start + amount.end),
        rule="CO03",
        value=amount.value,
        unit=amount.unit,
        direction=direction,
        metric=metric,
        baseline=None,
        comparator=amount.comparator,
    )


def _before(candidate: Candidate, reading: Reading, quantities: QuantityReader) -> float | None:
    """Where it stood, by the column that says so most plainly."""
    for role in BEFORE:
        for text, _ in _texts(candidate.cells.get(role, []), reading):
            if amounts := quantities.amounts(text):
                return amounts[0].value
    return None


def _budget_cells(candidate: Candidate, reading: Reading, quantities: QuantityReader) -> list[Budget]:
    """The sums below a header of money, or in the one column of sums of a table without a header."""
    cells, header = candidate.cells.get("budget", []), candidate.header_spans.get("budget")
    if header is None and len(cells) > MOST_ACCOUNTS:
        return []
    scale = _scale(header.of(reading.text)) if header else 1.0
    return [budget for text, span in _texts(cells, reading) for budget in _in_budget_cell(text, span, scale, quantities)]


def _in_budget_cell(text: str, span: Span, scale: float, quantities: QuantityReader) -> list[Budget]:
    """The sums of a cell; a bare number is in pounds, and in the thousands or millions that the header tells."""
    amounts = quantities.amounts(text)
    sums = [amount for amount in amounts if amount.kind == "money"] or [amount for amount in amounts if amount.kind == "bare"][:1]
    return [
        Budget(
            text=text[amount.start : amount.end],
            span=Span(span.start + amount.start, span.start + amount.end),
            rule="CO06",
            amount=amount.low * (scale if amount.kind == "bare" else 1),
            currency=amount.unit if amount.kind == "money" else "GBP",
            comparator="at_least" if amount.value is None else amount.comparator,
        )
        for amount in sums
    ]


def _scale(header: str) -> float:
    return 1e6 if MILLIONS.search(header) else 1e3 if THOUSANDS.search(header) else 1.0


def _unit(metric: str) -> str:
    """What a bare number in a target cell counts, by the name of the measure."""
    if PERCENT_METRIC.search(metric):
        return "%"
    if rate := RATE_METRIC.search(metric):
        return rate[0]
    if period := PERIOD_METRIC.search(metric):
        return singular(next(group for group in period.groups() if group))
    counted = COUNT_METRIC.match(metric)
    return singular(counted["noun"]) if counted else "item"


def _lettered(cells: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The cells, and of one that has a figure behind each of several letters, as `a) 5 hectares b) 500 trees`, its pieces."""
    pieces = []
    for text, span in cells:
        starts = [match.start() for match in LETTER.finditer(text)]
        edges = [*starts, len(text)] if len(starts) > 1 else [0, len(text)]
        pieces += [(text[a:b].strip(), Span(span.start + a, span.start + a + len(text[a:b].rstrip()))) for a, b in pairwise(edges)]
    return pieces


def _texts(cells: list[Cell], reading: Reading) -> list[tuple[str, Span]]:
    return [(cell.span.of(reading.text), cell.span) for cell in cells if cell.span]
