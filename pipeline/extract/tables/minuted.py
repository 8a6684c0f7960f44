"""Tables of minutes: the number of an item, what was said of it, and at the right margin who is to act."""

import re
from collections.abc import Sequence
from statistics import fmean

from pipeline.extract.reading import Reading
from pipeline.extract.tables.column_looks import text_at
from pipeline.model.document import Block

MINUTED = "minuted"
ACTION = re.compile(r"(?:for )?actions?(?: by| for| owner)?|(?:by )?whom?|owner|responsib\w+", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,3}(?:[./]\d{1,3}){0,3}[.)]?")
NAME = r"(?:[A-Z]{2,4}|(?:Parish |Town )?Clerk|Chair(?:man)?|All|(?:Cllrs?|Mrs?|Ms) [\w ’'-]{2,20})"
NAMES = re.compile(rf"{NAME}(?:(?: ?[,/&+] ?| and |\s){NAME}){{0,4}}")
TITLE = re.compile(r"\d{1,3}(?:\.0)?[.)]?")
LONGEST_TITLE = 14  # words
FEWEST = 2  # rows that name somebody
LEAST_SAID = 25  # characters of what was said, on average
SHARE = 0.6


def roles_of_minutes(rows: Sequence[Block], reading: Reading) -> tuple[Block | None, dict[int, str]] | None:
    """The header, if any, and the role of each column of a table of minutes; None for any other table."""
    last = max(len(row.cells) for row in rows) - 1
    header = rows[0] if text_at(rows[0], last, reading) and ACTION.fullmatch(text_at(rows[0], last, reading)) else None
    body = rows[1:] if header else rows
    numbered = [NUMBER.fullmatch(text) is not None for row in body if (text := text_at(row, 0, reading))]
    names = [text for row in body if (text := text_at(row, last, reading))]
    said = {index: [text for row in body if (text := text_at(row, index, reading))] for index in range(1, last)}
    if last < 2 or len(names) < FEWEST or not all(map(NAMES.fullmatch, names)) or not numbered or fmean(numbered) < SHARE:
        return None
    words = max(said, key=lambda index: sum(map(len, said[index])))
    if not said[words] or fmean(map(len, said[words])) < LEAST_SAID or len(names) == len(body):
        return None
    return header, {0: "ref", words: "action", last: "owner"}


def is_title(ref: str, words: str) -> bool:
    """Whether a row only names the item of the agenda that the rows below it are about."""
    return TITLE.fullmatch(ref) is not None and len(words.split()) <= LONGEST_TITLE and words[-1:] not in ".;"
