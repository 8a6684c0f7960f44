"""Values as cells of a CSV file, and back, so that each comes back as it was, and none is obeyed by a spreadsheet.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula. Such a text gets an apostrophe in front, and so does one
that begins with an apostrophe itself; one apostrophe in front of a text is therefore never part of it. An empty cell says that there is
no value; a text without any letter is an apostrophe alone.
"""

import re

Value = str | int | float | None

MARK = "'"
FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠']")
"""How a text begins that needs the mark: as a formula of any alphabet, white space before it or not, or as if it had the mark."""
WHOLE = re.compile(r"-?\d{1,19}", re.ASCII)
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def to_cell(value: Value) -> str:
    """The cell of a value.

    >>> to_cell("=1+1"), to_cell("'hub'"), to_cell("plan"), to_cell(-5.5), to_cell(None), to_cell("")
    ("'=1+1", "''hub'", 'plan', '-5.5', '', "'")
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return MARK + value if not value or FORMULA.match(value) else value
    return repr(value)


def to_value(cell: str, kind: type[str] | type[int] | type[float]) -> Value:
    """The value of a cell of a column of this kind.

    >>> to_value("'=1+1", str), to_value("12", int), to_value("", float)
    ('=1+1', 12, None)

    Raises ValueError, saying in plain words what the cell should be.
    """
    if not cell:
        return None
    if kind is str:
        return cell.removeprefix(MARK)
    if kind is int:
        if not WHOLE.fullmatch(cell) or not -(2**63) <= int(cell) < 2**63:
            raise ValueError("a whole number, such as 12")
        return int(cell)
    if not NUMBER.fullmatch(cell):
        raise ValueError("a number with a point, such as 12.5")
    return float(cell)
