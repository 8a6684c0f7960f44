"""How results look on a terminal, and as plain lines elsewhere. What a paper says is shown as text: never obeyed as control or markup."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from pipeline.harmless import harmless
from pipeline.model.paper import Coverage, Paper
from pipeline.model.record import Commitment, Deadline, Target

if TYPE_CHECKING:
    from pipeline.evaluate import Measured
    from pipeline.marks.pages import Drawn

FIRST_WORDS = 60


def progress_bar(words: str, console: Console) -> Progress:
    """A bar behind the words while somebody watches; nothing is left of it in the end."""
    return Progress(TextColumn(words), BarColumn(), MofNCompleteColumn(), console=console, transient=True, disable=not console.is_terminal)


def print_paper(paper: Paper, console: Console) -> None:
    """Prints the commitments of a paper as an indented tree, each with its owners, deadlines and targets."""
    facts = [paper.paper.title or paper.paper.file, paper.paper.publisher, paper.paper.published]
    _line(console, 0, Text(harmless(", ".join(fact for fact in facts if fact)), style="bold"))
    depths: dict[str, int] = {}
    for commitment in paper.commitments:
        depth = depths[commitment.id] = depths.get(commitment.parent or "", 0) + 1
        for indent, text in _commitment(commitment):
            _line(console, depth + indent, text)
    for flag in paper.flags:
        _line(console, 0, Text(f"flag, {flag.kind}: {harmless(flag.message)}", style="yellow"))
    for issue in paper.reading_issues:
        _line(console, 0, Text(f"read with doubt: {harmless(f'{issue.where} {issue.message}')}", style="yellow"))
    if paper.coverage and paper.coverage.characters:
        _line(console, 0, Text(harmless(_coverage(paper.coverage)), style="dim"))


def print_drawn(drawn: "Drawn", console: Console) -> None:
    """Prints which picture was made of a page, or why none was."""
    if drawn.reason:
        _line(console, 0, Text(harmless(drawn.reason), style="bold red"))
    else:
        count = f"{drawn.commitments} commitment{'' if drawn.commitments == 1 else 's'}"
        _line(console, 0, Text(f"{harmless(str(drawn.path))}: {count}"))


def figures_table(figures: "Mapping[str, Measured]") -> Table:
    """Precision, recall and F1 a field."""
    table = Table("field", box=None, pad_edge=False)
    for heading in ("precision", "recall", "F1", "right", "made up", "missed"):
        table.add_column(heading, justify="right")
    for field, found in figures.items():
        ratios = (f"{ratio:.3f}" for ratio in (found.precision, found.recall, found.f1))
        table.add_row(field, *ratios, *map(str, (found.tp, found.fp, found.fn)))
    return table


def _commitment(commitment: Commitment) -> list[tuple[int, Text]]:
    """The lines of one commitment, each with how far it stands in."""
    ref = f"{harmless(commitment.ref)}  " if commitment.ref else ""
    status = f" [{commitment.status.replace('_', ' ')}]" if commitment.status else ""
    page = f"  p. {commitment.page}" if commitment.page else ""
    doubt = "" if commitment.certain else "  (uncertain)"
    lines = [(0, Text.assemble((ref, "bold cyan"), harmless(commitment.text), (status, "green"), (page, "dim"), (doubt, "yellow")))]
    values = [
        *(f"owner: {owner.text} ({owner.role})" for owner in commitment.owners),
        *(f"deadline: {_deadline(deadline)}" for deadline in commitment.deadlines),
        *(f"target: {_target(target)}" for target in commitment.targets),
        *(f"budget: {budget.text} → {budget.amount:,.0f} {budget.currency}" for budget in commitment.budgets),
    ]
    return lines + [(1, Text(harmless(value), style="dim")) for value in values]


def _coverage(coverage: Coverage) -> str:
    """How much of a paper stands in its commitments, and where most of what does not."""
    share = coverage.characters_in_records / coverage.characters
    parts = [f"{share:.0%} of the text"]
    if coverage.items:
        parts.append(f"{coverage.items_in_records} of {coverage.items} numbered items")
    if coverage.rows:
        parts.append(f"{coverage.rows_in_records} of {coverage.rows} table rows")
    sentence = f"In these commitments stand {', '.join(parts)}."
    if not coverage.unread:
        return sentence
    largest = coverage.unread[0]
    where = f" (p. {largest.page})" if largest.page else ""
    return f"{sentence} The longest stretch in none{where}, {largest.characters} characters, begins: {largest.text[:FIRST_WORDS]}"


def _deadline(deadline: Deadline) -> str:
    """A deadline as printed, and as read."""
    days = " to ".join(dict.fromkeys(day for day in (deadline.start, deadline.end) if day))
    return f"{deadline.text} → {', '.join(part for part in (deadline.relation, days or 'no calendar date', deadline.rrule) if part)}"


def _target(target: Target) -> str:
    value = "no figure" if target.value is None else f"{target.value:g}{'' if target.unit == '%' else ' '}{target.unit}"
    return f"{target.text} → {target.direction} {target.metric}: {value}"


def _line(console: Console, indent: int, text: Text) -> None:
    """Prints text with a hanging indent on a terminal; elsewhere as one line, so that others can search it."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, 2 * indent)))
    else:
        console.print(Text("  " * indent) + text, soft_wrap=True)
