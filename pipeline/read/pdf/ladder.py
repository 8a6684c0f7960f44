"""PDF papers by whichever engine can read them: pdfium, pdfium on the repaired file, pdfplumber.

A page that stops an engine costs no other page: the engine goes on behind it, and pdfplumber tries it alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pipeline.errors import LockedError, ReadError
from pipeline.model.document import Document, ReadingIssue
from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.sandbox import run
from pipeline.reasons import Reason, Why

PDFIUM = "pipeline.read.pdf.whole:read_whole"
REPAIRED = "pipeline.read.pdf.repair:read_pages"
PLUMBER = "pipeline.read.pdf.plumber:read_pages"
PACKED = "pipeline.read.pdf.whole:read_packed"
LARGEST = 200 * 2**20  # bytes of a file
MOST_STOPS = 3  # pages that may stop an engine before it is given up


def read_pdf(data: bytes, limits: Limits) -> Document:
    """The document that a PDF holds. Raises ReadError where no engine finds a word in it."""
    if len(data) > LARGEST:
        raise ReadError(Reason.TOO_LARGE.told(limit=f"{LARGEST // 2**20} MiB"))
    found = find_pages(data, limits)
    return found.document or _assembled(found, limits)


@dataclass
class Found:
    """What was read, by number of the page: `unread` says why a page was not, `rescued` why not by the first engine.

    `ended` says why nothing more was read from `at` on. `is_stopped` is set where a limit was reached. The
    `document` is there already where one engine has read all; `trace` is the traceback of an engine's failure.
    """

    pages: dict[int, Page] = field(default_factory=dict)
    unread: dict[int, Why] = field(default_factory=dict)
    rescued: dict[int, Why] = field(default_factory=dict)
    ended: Why | None = None
    at: int = 1
    is_stopped: bool = False
    document: Document | None = None
    trace: str = ""

    def add(self, pages: Iterable[Page]) -> None:
        """Takes pages in; one without size is one that the engine could not open."""
        for page in pages:
            self.at = max(self.at, page.number + 1)
            if page.width:
                self.pages[page.number] = page
            else:
                self.unread[page.number] = _joined(page.notes) or Reason.PAGE_SIZELESS.told()

    def in_order(self) -> list[Page]:
        """The pages by number."""
        return [self.pages[number] for number in sorted(self.pages)]

    def why(self) -> Why | None:
        """Why something was not read; None where all was."""
        return next(iter(self.unread.values()), self.ended)

    def has_words(self) -> bool:
        """Whether a word was found anywhere."""
        return any(page.words for page in self.pages.values())

    def issues(self) -> tuple[ReadingIssue, ...]:
        """What whoever relies on the paper must know about how it was read."""
        issues = []
        if any("repaired" in page.engine for page in self.pages.values()):
            issues.append(ReadingIssue.of(Reason.REPAIRED.told()))
        issues += _told({number: Reason.SECOND_PROGRAM.told(why=why.text) for number, why in self.rescued.items()})
        issues += _told({number: why.within("not read: {}") for number, why in self.unread.items()})
        if self.ended:
            issues.append(ReadingIssue.of(self.ended.within("nothing was read from here on: {}"), f"page {self.at}"))
        return tuple(issues)


def find_pages(data: bytes, limits: Limits) -> Found:
    """The pages of a PDF by the best engine for each. Raises ReadError where no word is found, LockedError where a password is asked."""
    found = _read(PDFIUM, data, limits)
    if found.document and found.document.text:
        return found
    first, trace = found.why(), found.trace
    if not found.pages and not found.is_stopped:
        found = _read(REPAIRED, data, limits)
    if found.pages:
        _rescue(found, data, limits)
    else:
        found = _read(PLUMBER, data, limits)
        found.rescued = dict.fromkeys(found.pages, first) if first else {}
    if not found.has_words():
        raise _refusal(_nothing(found, first), trace)
    return found


def _read(reader: str, data: bytes, limits: Limits) -> Found:
    """The pages that one engine reads. It begins anew behind a page that stops it, but not behind two in a row."""
    found = Found(at=limits.first)
    for _ in range(MOST_STOPS):
        before = found.at
        reading = run(reader, data, limits._replace(first=before))
        found.add(reading.pages)
        found.is_stopped |= reading.how == "stopped"
        found.trace = found.trace or reading.trace
        if reading.how == "locked":
            raise LockedError(reading.told)
        if reading.how == "finished":
            found.document = None if found.unread else reading.document
            return found
        if reading.how == "refused" or (found.at == before and before - 1 in found.unread):
            break
        found.unread[found.at] = reading.told
        found.at += 1
    found.ended = reading.told
    return found


def _rescue(found: Found, data: bytes, limits: Limits) -> None:
    """Tries the pages that stopped an engine by pdfplumber, one by one, until it fails too."""
    for at, why in list(found.unread.items())[:MOST_STOPS]:
        reading = run(PLUMBER, data, limits._replace(first=at, last=at))
        if reading.how != "finished":
            return
        del found.unread[at]  # also where there is no such page, as when closing the file was what went wrong
        if reading.pages:
            found.add(reading.pages)
            found.rescued[at] = why


def _assembled(found: Found, limits: Limits) -> Document:
    """The document of pages by more than one engine. Raises ReadError."""
    from pipeline.read.pdf.whole import pack

    pages = found.in_order()
    reading = run(PACKED, pack(pages, found.issues()), limits._replace(seconds=limits.seconds + limits.page_seconds * len(pages)))
    if reading.document is None:
        raise _refusal(reading.told.within("unreadable: {}"), reading.trace)
    return reading.document


def _nothing(found: Found, first: Why | None) -> Why:
    """Why there is no word in what was found."""
    if why := first or found.why():
        return why.within("unreadable: {}")
    if not found.pages:
        return Reason.PDF_NO_PAGES.told().within("unreadable: {}")
    note = next((note for page in found.in_order() for note in page.notes), None)
    count = "its one page" if len(found.pages) == 1 else f"its {len(found.pages):,} pages"
    nothing = Reason.NO_WORDS_ON_PAGES.told(pages=count)
    return Why(note.code, f"{nothing.text}; {note.text}") if note else nothing


def _joined(notes: Sequence[Why]) -> Why | None:
    """All that is said of a page, under the first reason; None where nothing is."""
    return Why(notes[0].code, "; ".join(note.text for note in notes)) if notes else None


def _refusal(why: Why, trace: str) -> ReadError:
    """Why a paper is not read, and, where a program failed on it, where in the program."""
    error = ReadError(why)
    if trace:
        error.add_note(trace)
    return error


def _told(reasons: dict[int, Why]) -> Iterator[ReadingIssue]:
    """An issue for each run of pages with one reason."""
    for _, run_of_pages in groupby(enumerate(sorted(reasons)), key=lambda place: (place[1] - place[0], reasons[place[1]])):
        numbers = [number for _, number in run_of_pages]
        where = f"page {numbers[0]}" if len(numbers) == 1 else f"pages {numbers[0]} to {numbers[-1]}"
        yield ReadingIssue.of(reasons[numbers[0]], where)
