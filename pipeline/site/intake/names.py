"""What a paper that was sent in is called in the folder: as its sender calls it, without what no file should be called."""

import unicodedata
from pathlib import PurePath

from pipeline.errors import ReadError
from pipeline.ingest.papers import is_clutter, recorded
from pipeline.read import SUFFIXES
from pipeline.reasons import Reason

LONGEST = 180  # bytes of UTF-8; a file name holds 255, and what stands beside a paper has a longer one
_UNFIT = str.maketrans(dict.fromkeys('<>:"|?*', "-"))
"""What shares and other systems do not allow in a name."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
"""Controls, marks that turn the direction of writing, and what is no character."""


def clean_name(said: str) -> str:
    """The name without folders, hidden beginnings and characters that nobody sees; letters of every script stay.

    >>> clean_name("..\\\\..\\\\Plan for\\u202e 2020?.PDF"), clean_name("/etc/План.txt")
    ('Plan for 2020-.PDF', 'План.txt')

    Raises ReadError where its ending is none of a paper's.
    """
    name = said.replace("\\", "/").rpartition("/")[2]
    name = "".join(character for character in recorded(name) if unicodedata.category(character) not in _UNSEEN)
    name = " ".join(name.translate(_UNFIT).split()).lstrip(".~$ ").rstrip(". ")
    path = PurePath(name)
    if path.suffix.lower() not in SUFFIXES or is_clutter(name):
        raise ReadError(Reason.UNKNOWN_KIND.told(kinds=", ".join(SUFFIXES)))
    stem = path.stem.encode()[: LONGEST - len(path.suffix)].decode(errors="ignore").rstrip(". ")
    return f"{stem}{path.suffix}"
