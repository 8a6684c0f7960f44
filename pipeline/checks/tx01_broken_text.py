"""TX01: a text that is broken off."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from textwrap import shorten
from typing import NamedTuple

from pipeline.checks.base import Finding, check
from pipeline.checks.standing import is_of_another_text
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment

NEAR = 20
"""Commitments behind an open quotation or bracket that may close it: a motion may be quoted clause by clause."""
OPENING = {"quotation": re.compile(r"(?<![\w’'])([‘'“\"])(?=[A-Za-z])"), "bracket": re.compile(r"([(\[])")}
CLOSING = {"‘": "’'\"”‘", "'": "’'", "“": '”"“', '"': '"”“', "(": ")", "[": "]"}
END = re.compile(r"[.!?;:…][\"'’”)\]]*$")
TORN_END = re.compile(r"\b(?:an?|the|our|their|its|your|of|from|into|than|between|be|relating to|in order to)$")
BEFORE_THIS_AND_THAT = r"(?:after|and|at|beyond|by|do|for|from|in|like|of|on|than|to|with)"
TORN_MIDDLE = re.compile(rf"\b(?:(?:the|an|our|their|its|your),|(?!{BEFORE_THIS_AND_THAT}\b)\w+ that, (?:and|or)) ")


class Break(NamedTuple):
    """What is broken, in a few words, and the words that show it, as printed."""

    what: str
    words: str


@check(code="TX01", name="text.broken_off", kind="broken_text", severity="low", scope="commitment")
def broken_text(paper: Paper) -> Iterator[Finding]:
    """A quotation or bracket never closes, or a row or sentence is torn in two.

    Why it matters: a part of the promise may be lost, or stand where nobody looks for it.
    Flagged: `a priority 'breathed throughout the council`; `(with the Clerk`; `new ways that, and using our ideas`; a row that ends in
        `arrangements relating to`.
    Not flagged: an opening mark that a later clause or sentence closes; a closing mark alone; apostrophes; marks that OCR has read;
        clauses that end in `and`; a lead-in above what it leads to; new words for another text, which stand over several rows.
    Known limits: a quotation that opens with a whole sentence may go on in words that are no commitment, so that it is left alone;
        words that are left out without a trace in the grammar are not seen.
    """
    parents = {each.parent for each in paper.commitments}
    for place, commitment in enumerate(paper.commitments):
        following = paper.commitments[place + 1 : place + 1 + NEAR]
        if is_of_another_text(commitment.text):
            continue
        marks = _open_mark(commitment.text, following) if commitment.source == "text" else None
        if found := marks or _tear(commitment.text, is_lead_in=commitment.id in parents):
            yield Finding((commitment,), f"{found.what}: “{shorten(found.words, 80, placeholder=' …')}”.", (found.words,))


def _open_mark(text: str, following: Sequence[Commitment]) -> Break | None:
    """The first quotation or bracket that is left open, where nothing says that it goes on behind the text."""
    for what, opening in OPENING.items():
        for mark in opening.finditer(text):
            rest = text[mark.end() :]
            if _is_closed(mark[1], rest) or any(_closes(mark[1], each.text) for each in following) or _may_go_on(mark, text):
                continue
            return Break(f"A {what} never closes", text[mark.start() :])
    return None


def _is_closed(mark: str, rest: str) -> bool:
    """Whether the rest of a text closes a mark; an apostrophe behind a letter may do so."""
    if mark in "([":
        pair = {mark: 1, CLOSING[mark]: -1}
        return 0 in accumulate([pair[character] for character in rest if character in pair], initial=1)
    return re.search(rf"[{CLOSING[mark]}](?!\w)", rest) is not None


def _closes(mark: str, text: str) -> bool:
    """Whether a text closes a mark that it does not open, as far as marks tell the one from the other."""
    return mark in "([“" and text.count({"(": ")", "[": "]", "“": "”"}[mark]) > text.count(mark)


def _may_go_on(mark: re.Match[str], text: str) -> bool:
    """Whether the mark may open words of several sentences, of which the text is one."""
    return not text[: mark.start()].strip() or (mark[1] not in "([" and text[mark.end()].isupper() and END.search(text) is not None)


def _tear(text: str, is_lead_in: bool) -> Break | None:
    if middle := TORN_MIDDLE.search(text):
        around = text[: middle.start()].split()[-1:] + text[middle.start() :].split()[:4]
        return Break("Words are missing", " ".join(around))
    if TORN_END.search(text) and not is_lead_in:
        return Break("The text breaks off", " ".join(text.split()[-6:]))
    return None
