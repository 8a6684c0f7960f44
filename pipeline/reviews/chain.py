"""The hash chain over the log: each entry's hash covers all it says and the hash of the entry before, so that no one can be altered,
taken out or put in between without all later ones telling it.

Whoever owns the file can make a whole new chain; against that helps only to keep the last hash elsewhere, as `pledgebook reviews verify`
prints it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from pipeline.reviews.verdict import Entry

FIRST = "0" * 64
"""What stands before the first entry."""


def entry_hash(entry: Entry) -> str:
    """The SHA-256, in hex, of all that an entry says but its own hash."""
    said = entry.model_dump(mode="json", exclude={"hash"})
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def find_breaks(entries: Iterable[Entry]) -> Iterator[str]:
    """What is wrong with a log, given from its beginning; a sentence for each entry that is not as it was written."""
    previous, number = FIRST, 0
    for entry in entries:
        if entry.number != number + 1:
            yield f"Between entry {number} and entry {entry.number} something was taken out."
        elif entry.previous != previous:
            yield f"Entry {entry.number} does not follow the entry before it: one of the two was changed."
        if entry_hash(entry) != entry.hash:
            yield f"Entry {entry.number} is not as it was written on {entry.at[:10]} by {entry.reviewer}."
        previous, number = entry.hash, entry.number
