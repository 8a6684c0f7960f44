"""What a table of the register is: columns, keys and indexes. Which tables there are stands in `schema`."""

from typing import NamedTuple

Columns = dict[str, type[str] | type[int] | type[float]]


class Table(NamedTuple):
    """One table: its columns in order, the first of which is the primary key, and the columns that get an index of their own: `indexes`
    to sort by, `filters` to choose by a value, whose rows then stand in the `order` in which the table is shown.

    A column named in `LINKS` is a foreign key, and is always indexed, to sort by where `filters` has it not.
    """

    columns: Columns
    indexes: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    order: str = ""

    @property
    def key(self) -> str:
        """The primary key."""
        return next(iter(self.columns))

    @property
    def links(self) -> tuple[str, ...]:
        """The foreign keys."""
        return tuple(column for column in self.columns if column in LINKS)

    @property
    def sortable(self) -> tuple[str, ...]:
        """The columns to sort by, the key apart."""
        return tuple(column for column in self.links if column not in self.filters) + self.indexes

    @property
    def indexed(self) -> tuple[tuple[str, ...], ...]:
        """The columns of each index."""
        # Datasette pages by the key but breaks ties on the first page as the index does: without the key in it, rows get lost.
        sorted_by = tuple((column, self.key) for column in self.sortable)
        # By the order before the key: what a paper brings then comes into the index at one place, and not at as many as it has rows.
        return sorted_by + tuple((column, self.order, self.key) for column in self.filters)


LINKS = {"paper": ("papers", "slug"), "commitment": ("commitments", "id"), "parent": ("commitments", "id"), "flag": ("flags", "id")}
LINKS |= {"body": ("bodies", "id"), "earlier": ("commitments", "id"), "earlier_paper": ("papers", "slug")}
LINKS |= {"version_id": ("versions", "id"), "run": ("runs", "id")}
"""Column name to the table and column that it points to, in whatever table the column stands."""
