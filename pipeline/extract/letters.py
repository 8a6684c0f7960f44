"""Heads of letters: telephones and addresses above the title, and a date behind however many addressees."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from pipeline.extract.reading import Reading
from pipeline.model.document import Block

LONGEST = 40
"""Blocks of a letter above the words that it greets its reader with."""
LETTERHEAD = re.compile(
    r"\b(?:tel(?:ephone)?|fax|e-?mail|phone|mobile)\b\.?\s*(?:no\.?|number)?\s*:|\w@\w|\bwww\.|https?:"
    r"|\b(?:clerk|chairman|chair)(?: to the council)?\s*:",
    re.IGNORECASE,
)
SALUTATION = re.compile(r"\W*Dear\s+[\w’'. ,/&-]{2,80}\Z")


def below_letterhead(reading: Reading, count: int) -> list[Block]:
    """The first `count` blocks of a paper, without those of its letterhead."""
    return list(dropwhile(lambda block: LETTERHEAD.search(block.span.of(reading.text)), reading.document.blocks[:count]))


def dated_head(reading: Reading, count: int) -> Sequence[Block]:
    """The blocks that may say the paper's date: the first `count`, of a letter all above its salutation."""
    first = reading.document.blocks[:LONGEST]
    salutations = (place for place, block in enumerate(first) if SALUTATION.match(block.span.of(reading.text)))
    return first[: max(count, next(salutations, 0))]
