"""Where each paper goes in the register: its slug, and which of equal papers is the one that counts. Pure: opens no file."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

_LONGEST = 120  # characters; a file name holds 255 bytes, and `.json`, a temporary name and six hex digits are added to the slug


class Arrival(NamedTuple):
    """A paper that lies in the folder now."""

    file: str
    sha256: str


class Known(NamedTuple):
    """A paper that the register or `extracted/` already holds; `present` tells whether its file is still there."""

    file: str
    sha256: str
    present: bool


class Place(NamedTuple):
    """The slug of a paper, or the file it is the `same_as`; then `slug` is the one it had before, if any.

    `note` says why the slug is not simply made from the name; empty otherwise.
    """

    slug: str | None
    same_as: str | None = None
    note: str = ""


def slug_of(file: str) -> str:
    """The slug that a file name makes.

    >>> slug_of("Zweijährlicher Plan (2020).txt"), slug_of("план.txt")
    ('zweijahrlicher-plan-2020', 'paper-44b914')
    """
    folded = unicodedata.normalize("NFKD", PurePath(file).stem.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", folded)[:_LONGEST].strip("-")
    return slug or f"paper-{_tail(file)}"


def share_out(arrivals: Sequence[Arrival], known: Mapping[str, Known]) -> dict[str, Place]:
    """Each arrival's place, by file; `known` goes by slug. The names of the arrivals differ, and they come sorted by name.

    A paper keeps the slug it has. A new name with the bytes of a known paper whose file is gone is that paper, renamed.
    A paper with the bytes of another is the same as it: as the one already known, else as the first by name.
    """
    slugs = {paper.file: slug for slug, paper in known.items()}
    first = _first_by_bytes(arrivals, known)
    renamed = {paper.sha256: slug for slug, paper in known.items() if not paper.present}
    taken = set(known)
    places = {}
    for file, sha256 in arrivals:
        if first[sha256] != file:
            places[file] = Place(slugs.get(file), same_as=first[sha256])
        elif file in slugs:
            places[file] = Place(slugs[file])
        elif sha256 in renamed:
            places[file] = Place(renamed[sha256], note=f"renamed from {known[renamed[sha256]].file}")
        else:
            places[file] = _free_place(file, taken)
            taken.add(str(places[file].slug))
    return places


def _first_by_bytes(arrivals: Sequence[Arrival], known: Mapping[str, Known]) -> dict[str, str]:
    """The file that counts among those of equal bytes, by SHA-256."""
    here = {arrival.file for arrival in arrivals}
    unchanged = {(paper.file, paper.sha256) for paper in known.values()}
    first = {paper.sha256: paper.file for paper in known.values() if paper.present and paper.file not in here}
    for arrival in sorted(arrivals, key=lambda arrival: arrival not in unchanged):
        first.setdefault(arrival.sha256, arrival.file)
    return first


def _free_place(file: str, taken: set[str]) -> Place:
    slug = slug_of(file)
    if slug not in taken:
        return Place(slug)
    longer = next(name for length in (6, 12, 64) if (name := f"{slug}-{_tail(file, length)}") not in taken)
    return Place(longer, note=f"as {longer}, because another paper has the name {slug}")


def _tail(file: str, length: int = 6) -> str:
    return hashlib.sha256(file.encode()).hexdigest()[:length]
