"""The words of a text where they are printed, packed: a long paper has a quarter of a million, and few are ever asked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from struct import Struct
from typing import NamedTuple, overload

RECORD = Struct("<4I4d")
_SIZE = RECORD.size
_unpack = RECORD.unpack_from


class PlacedWord(NamedTuple):
    """A word that covers `[start, end)` of the source, and its box in PDF points from the top left of `page`, counted from 1.

    The page is as a reader sees it: cropped and turned. `line` is a number that the words of one printed line share.
    """

    start: int
    end: int
    line: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class PlacedWords(Sequence[PlacedWord]):
    """Words in the order of the source; each is made when it is asked for.

    `packed` holds a `RECORD` for each. Raises ValueError where it holds part of one.
    """

    __slots__ = ("packed",)

    def __init__(self, packed: bytes) -> None:
        if len(packed) % RECORD.size:
            raise ValueError("a record of a word is torn")
        self.packed = packed

    @classmethod
    def of(cls, words: Iterable[PlacedWord]) -> "PlacedWords":
        """The words packed."""
        return cls(b"".join(starmap(RECORD.pack, words)))

    def __len__(self) -> int:
        return len(self.packed) // _SIZE

    def __iter__(self) -> Iterator[PlacedWord]:
        return map(PlacedWord._make, RECORD.iter_unpack(self.packed))

    @overload
    def __getitem__(self, index: int) -> PlacedWord: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PlacedWord]: ...
    def __getitem__(self, index: int | slice) -> PlacedWord | Sequence[PlacedWord]:
        if isinstance(index, slice):
            return [*map(self._at, range(len(self))[index])]
        if 0 <= index < len(self):  # as the search for a place asks, a dozen times
            return self._at(index)
        return self._at(range(len(self))[index])

    def __eq__(self, other: object) -> bool:
        return self.packed == other.packed if isinstance(other, PlacedWords) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.packed)

    def _at(self, index: int) -> PlacedWord:
        return PlacedWord(*_unpack(self.packed, index * _SIZE))
