"""Why a paper is not read, or not wholly, or with doubt: every reason there is, with its code, its sentence and its cure.

Codes are never used again for something else: others compare them. Imports nothing of ours.
"""

from enum import Enum
from typing import Literal, NamedTuple

Effect = Literal["not_read", "doubt"]
Stays = Literal["paper", "machine", "process"]


class Why(NamedTuple):
    """A reason as told of one paper: its code, and its sentence, which follows a colon."""

    code: str
    text: str

    def within(self, frame: str) -> "Why":
        """The same reason, told in the `{}` of a longer sentence."""
        return Why(self.code, frame.format(self.text))


class _Row(NamedTuple):
    """`sentence` has gaps for the facts of a paper. `effect` is `doubt` for what was read all the same.

    `stays` says how long a reason holds: `paper`, until the paper changes or the program does; `machine`, until something else is
    mended, so that each run tries again; `process`, perhaps not even now, so that a second attempt is worth it.
    """

    sentence: str
    cure: str
    effect: Effect = "not_read"
    stays: Stays = "paper"


_COMPLETE = "Put a complete copy of the paper in its place."
_EXPORT = "Open it in the program that made it, and save it as a PDF, a Word paper (.docx) or text."
_SPLIT = "Split the paper into smaller ones, and put those into the folder instead."
_UNLOCK = "Open it with its password, save it without one, and put that in its place."
_DAMAGED = "Open it in a PDF program, print it to a new PDF, and put that in its place; or ask whoever sent it for another copy."
_CRASHED = "Print the paper to a new PDF, and put that in its place. If that does not help, please report it, with the paper."
_SIDECAR = "Mend the file of the same name with .yaml at its end, beside the paper."
_LOOK = "Compare what was read with the paper."
_PUT_BACK = "Put it back if it is wanted."
_RENAME = "Give it the ending that it should have."
_LATER = "Nothing: the next run tries again."
_AGAIN = "Mend what the sentence names; the next run tries again."
_BOMB = "Do not open it unless you know who made it. If it is a paper after all, print it to a PDF, and put that in its place."
_OWN_PICTURES = "Make a PDF of the paper: words in its pictures are read then."
_OCR = "Install tesseract-ocr with its English data (on Debian and Ubuntu: apt install tesseract-ocr), and ingest again."
_PICTURE = "Have it scanned again, upright, sharp and at 300 dots to the inch; or put the file that was printed in its place."
_CLOSE_OTHERS = "Close other programs, then run `pledgebook ingest --retry`; if it happens again, split the paper or use a larger machine."


class Reason(Enum):
    """All reasons; the code of each is its name in small letters."""

    # What lies in the folder
    FOLDER_LINK = _Row("it is a link to a folder, which is not followed; put the folder itself here", "Put the folder itself in its place.")
    LONE_SIDECAR = _Row("it describes a paper named {paper}, which is not beside it", "Put the paper beside it, or delete it.")
    UNKNOWN_KIND = _Row("files of this kind cannot be read; {kinds} can", _EXPORT)
    NO_FILE = _Row("it is a device or a pipe, not a file", "Take it out of the folder.")
    TOO_LARGE = _Row("it is larger than {limit}; split it", _SPLIT)
    SAME_NAME = _Row("another paper of the same name is read in this run; rename one of the two", "Rename one of the two.")
    VANISHED = _Row("it is no longer there; it vanished, or it is a link that leads nowhere", _PUT_BACK, stays="machine")
    CHANGED = _Row("it changed while it was being read; ingest it again when it is complete", _LATER, stays="machine")
    PERMISSION = _Row("there is no permission to read it", "Allow whoever runs pledgebook to read the file.", stays="machine")
    DISK_FULL = _Row("the disk is full", "Make room; the next run tries again.", stays="machine")
    SYSTEM = _Row("the system says: {words}", _AGAIN, stays="machine")
    REGISTER = _Row("it could not be put into the register. {words}", _AGAIN, stays="machine")
    OLD_RECORD = _Row("no longer there, and {record} is from another version of Pledgebook", "Put the paper back, or delete its record.")

    # What a clerk states beside it
    SIDECAR_LARGE = _Row("its sidecar is larger than {limit} kB; a few lines are enough", _SIDECAR)
    SIDECAR_KEY = _Row("its sidecar has an unknown key {key!r}; known are {known}", _SIDECAR)
    SIDECAR_VALUE = _Row("its sidecar gives a list or a table for {key!r}; write one value", _SIDECAR)
    SIDECAR_DATE = _Row("its sidecar gives published: {value!r}; write a date like 2020-05-31, 2020-05 or 2020", _SIDECAR)
    SIDECAR_ENCODING = _Row("its sidecar is not UTF-8 text", _SIDECAR)
    SIDECAR_YAML = _Row("its sidecar is not YAML{where}; write lines like 'title: Annual plan'", _SIDECAR)
    SIDECAR_EMPTY = _Row("its sidecar holds no keys; write lines like 'title: Annual plan'", _SIDECAR)

    # What it is
    EMPTY = _Row("it is empty", _COMPLETE)
    BLANK = _Row("it holds nothing but white space", _COMPLETE)
    OTHER_KIND = _Row("it is {kind}, which cannot be read; save it as a PDF, a Word paper or text", _EXPORT)
    NOT_ITS_KIND = _Row("it is not {kind}, as its name says, nor anything else that can be read", _COMPLETE)
    NOT_TEXT = _Row("it is {kind}, not text; save it as text, or give it the right ending", "Save it as text, or rename it.")
    BINARY = _Row("it holds binary data, not text, whatever its name says", _COMPLETE)
    LOCKED = _Row("it is locked with a password; save it without one", _UNLOCK)
    PROTECTED = _Row("it is protected in a way that cannot be read; save it without protection", _UNLOCK)
    NO_WORDS = _Row("it prints no words", _PICTURE)
    NO_WORDS_ON_PAGES = _Row("no words were found on {pages}", _PICTURE)
    ONLY_PICTURES = _Row(
        "it holds pictures and no words; save the paper that the pictures were made from, or make a PDF of them",
        _OWN_PICTURES,
    )
    NO_READER = _Row("it holds nothing that can be read", _COMPLETE)
    LONG_LINE = _Row("line {line} is {length:,} characters long; no paper has such lines, this may be data", _EXPORT)
    TOO_LONG = _Row("it holds {length:,} characters, more than the {limit:,} that a paper may have; split it", _SPLIT)
    PAGE_TOO_LONG = _Row("it holds {size} MB without its pictures, more than the {limit} MB that a page may have", _SPLIT)
    MAIL_PARTS = _Row("it is a mail of very many parts, not a page", _EXPORT)
    MAIL_EMPTY = _Row("it is a mail without a page in it", _EXPORT)
    DEEP_TAGS = _Row("its tags are nested more than 2,000 deep; no page of words is, this may be a bomb", _BOMB)
    WORD_LOCKED = _Row("it is protected by a password, or an old Word file (.doc); save it as .docx without a password", _UNLOCK)
    WORD_BROKEN = _Row("it is no Word file (.docx), or a broken one", _COMPLETE)
    WORD_OTHER = _Row("it is no Word paper; another kind of file has the ending .docx", _EXPORT)
    WORD_ENTITIES = _Row("its XML defines words of its own, as no Word program writes it; this may be a bomb", _BOMB)
    WORD_PARTS = _Row("it holds {count:,} parts, more than the {limit:,} that a paper may have", _BOMB)
    WORD_UNPACKED = _Row("it unpacks to more than {limit} MB", _SPLIT)
    WORD_XML = _Row("it holds more than {limit} MB of text and formatting; no paper does, this may be a bomb", _BOMB)
    OFFICE_MISSING = _Row(
        "papers of this kind ({suffix}) need LibreOffice, which is not installed here; install it, or save the paper as .docx or PDF",
        "Install LibreOffice Writer (on Debian and Ubuntu: apt install libreoffice-writer), or save the paper as .docx or PDF.",
        stays="machine",
    )
    OFFICE_FAILED = _Row("LibreOffice could not open it; open it in Word, and save it as .docx or PDF", _EXPORT)
    OFFICE_SLOW = _Row("LibreOffice took more than {seconds} s to open it; save it as .docx or PDF", _EXPORT)
    PDF_FORMAT = _Row("it is not a PDF, or a broken one", _DAMAGED)
    PDF_STRUCTURE = _Row("its structure is broken ({error})", _DAMAGED)
    PDF_NO_PAGES = _Row("it has no pages", _DAMAGED)
    PDF_UNOPENED = _Row("it cannot be opened", _DAMAGED)

    # What became of the process that read it
    MEMORY = _Row("it needed more than {limit} of memory", _SPLIT)
    PROCESSOR = _Row("it took more than {seconds} s of processor time", _SPLIT)
    CLOCK = _Row("it took longer than {seconds} s", _SPLIT)
    TOO_MANY_WORDS = _Row("it holds more words than a paper may have; split it", _SPLIT)
    KILLED = _Row("the process that read it was killed, perhaps because the machine has too little memory", _CLOSE_OTHERS, stays="process")
    FAILED = _Row("the program that reads it failed on it ({error})", _CRASHED)
    CRASHED = _Row("the program that reads it crashed on it ({signal}){perhaps}", _CRASHED, stays="process")
    GARBLED_REPLY = _Row("the program that reads it sent what no reader sends", _CRASHED, stays="process")
    SEARCH_KILLED = _Row(
        "the process that looked for commitments was killed, perhaps because it needs more memory than there is",
        _CLOSE_OTHERS,
        stays="process",
    )
    SEARCH_MEMORY = _Row("it needs more memory than there is", _SPLIT)
    SEARCH_SLOW = _Row("looking for commitments took longer than {seconds} s", _SPLIT)
    BUG = _Row(
        "internal error ({error}); please report it, with the paper and what --debug prints",
        "Please report it, with the paper and what `pledgebook ingest --retry --debug` prints. It is no fault of the paper.",
    )

    # What was not read of a paper
    PAGE_BROKEN = _Row("this page is broken and cannot be read", _DAMAGED)
    PAGE_SIZELESS = _Row("this page has no size and cannot be read", _DAMAGED)
    PAGE_TOO_LARGE = _Row("only the first {limit} characters of this page are read", _SPLIT)
    PAGES_LEFT_OUT = _Row("the {count} pages after this one are not read", _SPLIT)
    SLANTED = _Row("words printed aslant across this page are left out: {words}", _LOOK, "doubt")
    OCR_MISSING = _Row("{shown}; install tesseract-ocr to have it read", _OCR, stays="machine")
    OCR_NOT_STARTED = _Row("{shown}; tesseract could not be started: {words}", _OCR, stays="machine")
    OCR_SLOW = _Row("{shown}; reading it by OCR took more than {seconds} s", _PICTURE)
    OCR_FAILED = _Row("{shown}; tesseract could not read it: {words}", _PICTURE)
    PICTURE_EMPTY = _Row("this page is a picture, in which no words were found", _PICTURE, "doubt")
    PICTURES_LEFT_OUT = _Row("{pictures} not read, nor any words in {them}", _OWN_PICTURES)
    EMBEDDED = _Row("a document embedded in this one was not read", "Save the embedded document by itself, and put it into the folder.")
    NOT_DRAWN = _Row("page {page} cannot be drawn: {words}", _DAMAGED)

    # What was read with doubt
    OCR_DOUBT = _Row("this page is a scan, read with doubt ({percent:.0f} % sure)", _LOOK, "doubt")
    ODD_SIZE = _Row("this page is of an odd size, {width:.0f} by {height:.0f} points; its tables are not told", _LOOK, "doubt")
    MUCH_DRAWN = _Row("there is so much drawn on this page that a table may not be told", _LOOK, "doubt")
    REPAIRED = _Row("the file is damaged; it was repaired before it was read, and parts of it may be missing", _DAMAGED, "doubt")
    SECOND_PROGRAM = _Row("read by a second program, as the first could not: {why}", _LOOK, "doubt")
    OTHER_ENDING = _Row("its name ends in {suffix}, but it is {kind}, and was read as that", _RENAME, "doubt")
    MIXED_ENCODING = _Row("some bytes are not UTF-8 and were read as Windows-1252", _LOOK, "doubt")
    LOST_CHARACTERS = _Row("{count} could not be read", _LOOK, "doubt")
    NUL_CHARACTERS = _Row("{count} left out", _LOOK, "doubt")

    @property
    def code(self) -> str:
        """How machines call it."""
        return self.name.lower()

    def told(self, **facts: object) -> Why:
        """The reason as told of a paper with these facts. Raises KeyError where one is missing."""
        return Why(self.code, self.value.sentence.format_map(facts))


def reason_of(code: str) -> Reason:
    """The reason of a code. Raises KeyError where there is none.

    >>> reason_of("empty").value.sentence
    'it is empty'
    """
    return Reason[code.upper()]
