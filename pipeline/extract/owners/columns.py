"""Whether the cells of a column that no header names look like those of owners."""

from collections.abc import Iterable
from statistics import fmean

from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.owners.joints import BRACKETS, FULL_NAME
from pipeline.extract.owners.names import INITIALS, NO_NAME, NOBODY
from pipeline.rulebook import Rulebook

LONGEST_NAME = 10
MOST = 0.5


class OwnerColumns:
    """Knows by one rulebook what names of bodies, people and services look like."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._bodies = Bodies(rulebook)
        words = rulebook.words
        self._first_names, self._services = words["first_names"], words["service_nouns"]
        self._offices = words["offices"] | words["role_heads"] | words["body_heads"]

    def are_owners(self, cells: Iterable[str]) -> bool:
        """Whether most of the cells that say anything name somebody who acts; one or two words in capitals alone are no sign."""
        said = [cell for cell in map(str.strip, cells) if cell and cell.lower() not in NOBODY]
        return bool(said) and fmean(map(self._names, said)) > MOST

    def is_owner(self, cell: str) -> bool:
        """Whether a cell names somebody who acts."""
        return cell.strip().lower() not in NOBODY and self._names(cell.strip())

    def _names(self, cell: str) -> bool:
        pieces = [" ".join(cell[start:end].split()) for start, end in self._bodies.split(cell)]
        return bool(pieces) and all(map(self._is_name, pieces))

    def _is_name(self, name: str) -> bool:
        words = [word.strip(",") for word in BRACKETS.sub("", name).split()] or name.split()
        if NO_NAME.fullmatch(name) or len(words) > LONGEST_NAME:
            return False
        person = FULL_NAME.match(name) is not None and words[0].lower() in self._first_names
        initials = INITIALS.fullmatch(name) is not None and self._bodies.is_body(name)
        serves = all(word.lower() in self._services or word in ("and", "&") for word in words)
        office = words[0][0].isupper() and any(word.lower() in self._offices for word in (words[0], words[-1]))
        return person or initials or serves or office or self._bodies.is_body(name)
