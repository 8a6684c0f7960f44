"""The lists that items are printed in, and which item stands out in its list."""

import re
from itertools import groupby

from pipeline.extract.sentences.verbs import Verbs
from pipeline.model.document import Block, Document

WITH_ARTICLE = re.compile(r"\w+ (?:the|this|these|an?|our|its|their|all|each|every)\b")  # as only a verb stands before one
FEW_ITEMS, LONE = 3, 3  # in a list of so many items, one in so many


class Runs:
    """Knows of each item of a document those of its level in the same list."""

    def __init__(self, document: Document, verbs: Verbs) -> None:
        self._text, self._verbs = document.text, verbs
        self._runs = _runs(document.blocks)
        self._names: dict[int, bool] = {}

    def stands_out(self, block: Block) -> bool:
        """Whether an item opens with what looks like a verb in a list that otherwise names things: hardly any other item does."""
        if WITH_ARTICLE.match(self._text, block.span.start, block.span.end):
            return False
        run = self._runs.get(block.span.start, [])
        if run and run[0].span.start not in self._names:
            orders = sum(self._verbs.opens(item.span.of(self._text)) for item in run)
            self._names[run[0].span.start] = len(run) >= FEW_ITEMS and orders * LONE <= len(run)
        return bool(run) and self._names[run[0].span.start]


def _runs(blocks: tuple[Block, ...]) -> dict[int, list[Block]]:
    """By where each item begins, those of its level in its list."""
    runs: dict[int, list[Block]] = {}
    for is_item, group in groupby(blocks, lambda block: block.kind == "item"):
        by_level: dict[int, list[Block]] = {}
        for block in group if is_item else ():
            runs[block.span.start] = by_level.setdefault(block.level, [])
            runs[block.span.start].append(block)
    return runs
