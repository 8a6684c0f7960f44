"""What a paper says, as text that neither a terminal nor a reader of its output obeys."""

import unicodedata

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"  # the reading direction, or the line


def harmless(text: str) -> str:
    """The text on one line, without characters that a terminal obeys: controls, and marks that turn the reading direction.

    >>> harmless("Plan\\x1b[31m\\n2020")
    'Plan\\ufffd[31m 2020'
    """
    folded = " ".join(text.split())
    if folded.isascii() and folded.isprintable():
        return folded  # nearly always, and a run may have ten thousand lines
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") or c in _TURNING else c for c in folded)


def harmless_json(text: str) -> str:
    """The same JSON with the control characters that JSON allows in strings written as escapes.

    >>> harmless_json('"\\x9b31m"')
    '"\\\\u009b31m"'
    """
    return "".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" or c in _TURNING else c for c in text)
