"""Letters that count the items of a list behind their bullets: `- A Approve`, `- B Delegate`."""

import re
from collections.abc import Iterable
from itertools import groupby
from string import ascii_uppercase

from pipeline.read.proto import Proto

LETTER = re.compile(r"([A-Z])[ \t\u00a0]+(?=[A-Z][a-z])")
FEWEST = 2


def with_letters(protos: Iterable[Proto], source: str) -> list[Proto]:
    """The blocks, with the letters as labels of bulleted items right below each other that count from A on; one alone is a word."""
    blocks = list(protos)
    for is_item, run in groupby(blocks, key=lambda proto: proto.kind == "item" and proto.is_bullet and bool(proto.segments)):
        items = list(run) if is_item else []
        letters = [LETTER.match(source, *proto.segments[0]) for proto in items]
        if len(items) >= FEWEST and all(match and match[1] == letter for match, letter in zip(letters, ascii_uppercase, strict=False)):
            for proto, match in zip(items, letters, strict=True):
                _label(proto, match)
    return blocks


def _label(proto: Proto, match: re.Match[str] | None) -> None:
    if match:
        proto.label, proto.is_bullet = match.span(1), False
        proto.segments[0] = (match.end(), proto.segments[0][1])
