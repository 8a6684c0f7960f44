"""Fields of an address, as far as they can be used."""

from typing import Any

LONGEST = 300
LAST_PAGE = 10_000


def words(request: Any, name: str) -> str:
    """What somebody typed, on one line and not too long."""
    return " ".join((request.args.get(name) or "").replace("\x00", " ").split())[:LONGEST]


def page_number(request: Any) -> int:
    """The page asked for, from 1."""
    typed = request.args.get("page") or "1"
    return min(max(int(typed), 1), LAST_PAGE) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
