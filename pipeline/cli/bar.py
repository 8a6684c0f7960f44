"""How far a run is, for whoever watches a terminal."""

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from pipeline.harmless import harmless

LONGEST_NAME = 31
SHARE_OF_READING = 0.95
"""Of the bar; the rest is for what joins all papers."""


class RunBar:
    """The last line of a terminal while papers are read: which one, how many are done, their pages, and the time left.

    It is full when no work is left, what is made of all papers together included.
    """

    def __init__(self, console: Console) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[done]}"),
            TimeRemainingColumn(compact=True),
            TextColumn("left"),
        )
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

    def unchanged(self, papers: int) -> None:
        """So many papers need no work."""
        self._done += papers
        self._show()

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
