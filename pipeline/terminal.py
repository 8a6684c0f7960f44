"""How results look on a terminal, and as plain lines elsewhere. What a paper says is shown as text: never obeyed as control or markup."""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from pipeline.model.paper import Coverage, Paper
from pipeline.model.record import Commitment, Deadline, Target

if TYPE_CHECKING:
    from pipeline.evaluate import Figures
    from pipeline.marks.pages import Drawn

FIRST_WORDS = 60
LONGEST_NAME = 31
SHARE_OF_READING = 0.95
"""Of the bar; the rest is for what joins all papers."""


def harmless(text: str) -> str:
    """The text on one line, without characters that a terminal obeys: controls, and marks that turn the reading direction.

    >>> harmless("Plan\\x1b[31m\\n2020")
    'Plan\\ufffd[31m 2020'
    """
    folded = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") or c in _TURNING else c for c in folded)


def harmless_json(text: str) -> str:
    """The same JSON with the control characters that JSON allows in strings written as escapes.

    >>> harmless_json('"\\x9b31m"')
    '"\\\\u009b31m"'
    """
    return "".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" or c in _TURNING else c for c in text)


def progress_bar(words: str, console: Console) -> Progress:
    """A bar behind the words while somebody watches; nothing is left of it in the end."""
    return Progress(TextColumn(words), BarColumn(), MofNCompleteColumn(), console=console, transient=True, disable=not console.is_terminal)


class RunBar:
    """The last line of a terminal while papers are read: which one, how many are done, their pages, and the time left.

    It is full when no work is left, what is made of all papers together included. Nothing of it is shown elsewhere.
    """

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[done]}"), TimeRemainingColumn(compact=True))
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task: TaskID | None = None
        self._papers = self._done = self._pages = 0
        self._at_work: list[str] = []

    def begin(self, papers: int, size: int) -> None:
        """There are so many papers, and so many bytes to read."""
        self._papers = papers
        self._task = self._progress.add_task("Looking what is new", total=size / SHARE_OF_READING or None, done="")
        self._show()

    def reading(self, file: str) -> None:
        """A paper is begun; it may come from any thread."""
        self._at_work.append(file)
        self._show()

    def settled(self, pages: int, size: int, file: str) -> None:
        """So many pages and bytes are done."""
        self._done, self._pages = self._done + 1, self._pages + pages
        if file in self._at_work:
            self._at_work.remove(file)
        self._show(size)

    def joining(self) -> None:
        """All papers are done, but not what joins them."""
        self._at_work.clear()
        self._show(words="Joining all papers: links, groups and flags")

    def end(self) -> None:
        """No work is left."""
        if self._task is not None:
            task = self._progress.tasks[self._task]
            self._progress.update(self._task, total=task.total or 1, completed=task.total or 1)

    def start(self) -> None:
        """Shows itself."""
        self._progress.start()

    def stop(self) -> None:
        """Leaves the terminal as it was."""
        self._progress.stop()

    def _show(self, advance: float = 0, words: str = "") -> None:
        if self._task is None:
            return
        at_work = self._at_work[0] if self._at_work else ""
        words = words or (f"Reading {harmless(shortened(at_work))}" if at_work else "Looking what is new")
        pages = f", {self._pages:,} pages" if self._pages else ""
        done = f"{self._done:,} of {self._papers:,} papers{pages}"
        self._progress.update(self._task, description=escape(words), advance=advance, done=done)


def shortened(file: str) -> str:
    """A name that leaves room for a bar.

    >>> shortened("a" * 50)
    'aaaaaaaaaaaaaaa…aaaaaaaaaaaaaaa'
    """
    return file if len(file) <= LONGEST_NAME else f"{file[: LONGEST_NAME // 2]}…{file[-(LONGEST_NAME // 2) :]}"


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


def figures_table(figures: "Mapping[str, Figures]") -> Table:
    """Precision, recall and F1 a field."""
    table = Table("field", box=None, pad_edge=False)
    for heading in ("precision", "recall", "F1", "right", "made up", "missed"):
        table.add_column(heading, justify="right")
    for field, found in figures.items():
        table.add_row(field, *(f"{ratio:.3f}" for ratio in found[:3]), *(str(number) for number in found[3:]))
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


_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
