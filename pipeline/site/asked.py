"""Fields of an address, as far as they can be used."""

from typing import Any

LONGEST = 300
LAST_PAGE = 10_000


def words(request: Any, name: str) -> str:
    """What somebody typed, on one line and not too long."""
    return one_line(request.args.get(name) or "")


def page_number(request: Any) -> int:
    """The page asked for, from 1."""
    return number_of(request.args.get("page") or "", LAST_PAGE)


def one_line(typed: str) -> str:
    """What was typed, on one line and not too long.

    >>> one_line(" bus\\nlane\\x00")
    'bus lane'
    """
    return " ".join(typed.replace("\x00", " ").split())[:LONGEST]


def number_of(typed: str, last: int) -> int:
    """The number of a page, from 1 to the last.

    >>> number_of("3", 9), number_of("12", 9), number_of("-1", 9), number_of("three", 9)
    (3, 9, 1, 1)
    """
    return min(max(int(typed), 1), last) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
