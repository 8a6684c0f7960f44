"""The note beside a paper that cannot be read: what is wrong, and what to do, for whoever looks into the folder."""

import os
import unicodedata
from collections.abc import Set
from pathlib import Path

from pipeline.ingest.papers import NOTE, is_clutter, recorded
from pipeline.ingest.whole import write_whole
from pipeline.reasons import reason_of
from pipeline.register import ProblemRow

FIRST = "Pledgebook could not read "
"""How our notes begin; a file that begins otherwise is not ours, and is left alone."""

NOTE_TEXT = """{first}{name}

What is wrong:  {what}.
What to do:     {cure}

Known since {since}. It is tried again {again}
This note goes away when the paper is read, or taken out of the folder.

(reason: {code})
"""
AGAIN = {
    "paper": "when the paper, its .yaml file, the rules or the program change, or by\npledgebook ingest --retry",
    "machine": "by the next run.",
}
AGAIN["process"] = AGAIN["paper"]


def write_note(paper: Path, problem: ProblemRow) -> bool:
    """Writes the note beside the paper; False where nobody may write there, or something else has its name."""
    note = paper.with_name(paper.name + NOTE)
    try:
        if not paper.is_file() or (note.exists() and not _is_ours(note)):
            return False
        write_whole(note, note_text(problem).encode(), lasting=False)
    except OSError:
        return False  # of a folder that may only be read, of a full disk, or too long a name: the register says it all the same
    return True


def note_text(problem: ProblemRow) -> str:
    """What the note says."""
    row = reason_of(problem.code).value
    return NOTE_TEXT.format(
        first=FIRST,
        name=_plain(problem.file),
        what=_plain(problem.message[:1].upper() + problem.message[1:]),
        cure=row.cure,
        since=problem.since[:10],
        again=AGAIN[row.stays],
        code=problem.code,
    )


def drop_note(paper: Path) -> None:
    """Takes the note beside the paper away, if it is ours."""
    _drop(paper.with_name(paper.name + NOTE))


def clear_notes(corpus: Path, problems: Set[str]) -> None:
    """Takes away our notes at any depth of the folder that lie beside no paper that is among the problems."""
    for folder, folders, files in os.walk(corpus):
        folders[:] = [name for name in folders if not is_clutter(name)]
        for note in [Path(folder, name) for name in files if name.endswith(NOTE)]:
            if recorded(note.relative_to(corpus).as_posix().removesuffix(NOTE)) not in problems:
                _drop(note)


def _drop(note: Path) -> None:
    try:
        if note.is_file() and _is_ours(note):
            note.unlink()
    except OSError:
        pass  # nobody may write there: the note is wrong now, but the register is right


def _is_ours(note: Path) -> bool:
    with note.open("rb") as stream:
        return stream.read(len(FIRST)) == FIRST.encode()


def _plain(words: str) -> str:
    """On one line, without what commands a terminal."""
    return "".join("\ufffd" if unicodedata.category(character) in ("Cc", "Cs") else character for character in words.replace("\n", " "))
