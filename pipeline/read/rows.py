"""A table row while it is put together from the stretches of source that its cells print."""

from dataclasses import dataclass, field

Segment = tuple[int, int]
Part = list[Segment]

STOPS = ".:;!?"


@dataclass
class Row:
    """A row while it is put together: for each cell its parts, for each part the stretches of source it consists of.

    `last` is the part printed last; `is_woven` says that a line of one cell stands between two lines of another, in columns.
    """

    cells: list[list[Part]]
    is_woven: bool = False
    last: Part | None = field(init=False)

    def __post_init__(self) -> None:
        self.last = next((cell[-1] for cell in reversed(self.cells) if cell), None)

    def filled(self) -> int:
        """How many cells hold words."""
        return sum(bool(cell) for cell in self.cells)


def printed(row: Row, source: str) -> list[str]:
    """What each cell prints."""
    return [" ".join(source[a:b] for part in cell for a, b in part) for cell in row.cells]


def join_below(above: Row, row: Row) -> None:
    """Adds each cell of a continuing row, as parts of their own, to the cell above it."""
    for index, cell in enumerate(row.cells):
        if index < len(above.cells):
            above.cells[index] += cell
        else:
            above.cells.append(cell)
    above.last = row.last


def join_beside(above: Row, row: Row) -> None:
    """Goes on with the last cell of `above` where it was torn, and adds the cells behind it."""
    if above.cells[-1] and row.cells[0]:
        above.cells[-1][-1] += row.cells[0][0]
        above.cells[-1] += row.cells[0][1:]
    else:
        above.cells[-1] += row.cells[0]
    above.cells += row.cells[1:]
    above.last = next((cell[-1] for cell in reversed(row.cells[1:]) if cell), above.cells[-len(row.cells)][-1])
