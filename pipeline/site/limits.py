"""What a query may cost. SQLite's time limit does not stop one long call of a function, so the size of values is limited too."""

from typing import Any

_MAX_VALUE = 2_000_000  # bytes in one value or row; the longest in a register are a few thousand
_MAX_SQL = 20_000  # bytes
_MAX_PATTERN = 200  # bytes of a LIKE or GLOB pattern

# Each makes a value of any size out of a number. `printf` does so even below the limit on values.
_REFUSED = frozenset({"printf", "format", "randomblob", "zeroblob"})

_UNANSWERED = "database_list"
"""A pragma that tells where on the disk the register lies. Datasette asks it too, and can do without an answer."""


def limit(connection: Any) -> None:
    """Set the limits on a connection of Datasette's; what gets round them is refused, and where the register lies is told nobody."""
    from datasette.utils.sqlite import sqlite3  # the very module that Datasette opened the connection with

    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _MAX_SQL)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, _MAX_PATTERN)

    def authorise(action: int, pragma: str | None, function: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_PRAGMA and (pragma or "").lower() == _UNANSWERED:
            return int(sqlite3.SQLITE_IGNORE)
        refused = action == sqlite3.SQLITE_FUNCTION and (function or "").lower() in _REFUSED
        return int(sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK)

    connection.set_authorizer(authorise)


def quote_words(typed: str) -> str:
    """What somebody typed as an FTS5 query: each word quoted, phrases in double quotes kept together.

    Unlike Datasette's own, it never yields a query that FTS5 cannot read, whatever was typed.

    >>> quote_words('bus "park and ride" to*')
    '"bus" "park and ride" "to*"'
    >>> quote_words('"')
    '""'
    """
    pieces = typed.replace("\x00", " ").split('"')
    # Between the first and second quotation mark, the third and fourth … stand the phrases.
    words = [word for number, piece in enumerate(pieces) for word in ([piece.strip()] if number % 2 else piece.split()) if word]
    return " ".join(f'"{word}"' for word in words) or '""'
