"""Print that does not run as its page is shown: pages on their side, words that climb or fall, watermarks."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.read.page import Word
from pipeline.read.pdf.letters import Letters
from pipeline.read.pdf.view import View
from pipeline.reasons import Reason, Why

LEAST = 50  # characters; of a page with fewer nothing is told
SAMPLE = 40  # characters that are looked at on a page
MOST = 0.6  # of those that are letters: so many run one way on a page that lies on its side
NEAR = 8  # degrees by which print may differ from a quarter turn
LARGE = 3.0  # heights of the page's words; a word aslant that is wider and higher is a watermark
HALF_TURN = 180
LONGEST = 100  # characters of a watermark that are told
USUAL_HEIGHT = 12.0  # points, where every word is turned

Run = Sequence[Word]


def upright(text_page: Any, view: View) -> View:
    """The view in which most of the page's print is upright, whichever way it is shown."""
    letters, count = Letters(), pdfium.FPDFText_CountChars(text_page)
    sample = [at * count // SAMPLE for at in range(SAMPLE)] if count >= LEAST else []
    slants: list[int] = []
    for at in sample:
        if (slant := letters.slant(text_page, at, view)) is not None:
            slants.append(slant)
            if not slant and slants.count(0) >= (1 - MOST) * SAMPLE:  # too few are left to run another way
                return view
    for turn in (90, 180, 270):
        if sum(slant == turn for slant in slants) > MOST * len(slants):
            return view._replace(turns=(view.turns - turn // 90) % 4)
    return view


def settle(words: list[Word], slants: Mapping[int, int]) -> tuple[list[Word], list[Why]]:
    """The words of an upright page with those that climb or fall stacked in reading order where they stand; and notes.

    `slants` says by how many degrees clockwise those words are turned, by index, that are seen to be. Watermarks are left out.
    """
    if not slants:
        return words, []
    height = median([word.bottom - word.top for at, word in enumerate(words) if at not in slants] or [USUAL_HEIGHT])
    kept: list[Word] = []
    left_out: list[Word] = []
    blocks: list[_Block] = []
    for slant, run in _runs(words, slants):
        if _is_sheer(slant):
            _join(_Block(slant > HALF_TURN, [run]), blocks, height)
        else:
            (left_out if slant and any(_is_large(word, height) for word in run) else kept).extend(run)
    kept += [word for block in blocks for word in block.stacked(height)]
    said = " ".join(word.text for word in left_out)
    return kept, [Reason.SLANTED.told(words=said[:LONGEST])] if said else []


def _runs(words: Sequence[Word], slants: Mapping[int, int]) -> Iterator[tuple[int, Run]]:
    """The words that the file prints in one line, and their slant."""
    starts = [at for at, word in enumerate(words) if at == 0 or word.before == "\n"]
    for start, end in pairwise([*starts, len(words)]):
        yield next((slants[at] for at in range(start, end) if at in slants), 0), words[start:end]


def _is_sheer(slant: int) -> bool:
    """Whether print climbs or falls straight."""
    return abs(slant % 180 - 90) <= NEAR


def _is_large(word: Word, height: float) -> bool:
    return min(word.x1 - word.x0, word.bottom - word.top) > LARGE * height


class _Block:
    """Lines side by side that climb, or that fall."""

    def __init__(self, climbs: bool, runs: list[Run]) -> None:
        self.climbs = climbs
        self.runs = sorted(runs, key=lambda run: run[0].x0, reverse=not self.climbs)
        words = [word for run in runs for word in run]
        self.x0, self.x1 = min(word.x0 for word in words), max(word.x1 for word in words)
        self.top, self.bottom = min(word.top for word in words), max(word.bottom for word in words)

    def is_beside(self, other: "_Block", height: float) -> bool:
        """Whether two blocks are as close to each other as the lines of a paragraph are."""
        gap = max(other.x0 - self.x1, self.x0 - other.x1)
        return self.climbs == other.climbs and gap < height and self.top < other.bottom and other.top < self.bottom

    def stacked(self, height: float) -> list[Word]:
        """The words one below the other, spread over where they stand: lines across are all that anybody looks for."""
        words = [word for run in self.runs for word in run]
        step = (self.bottom - self.top) / len(words)
        spare = max(step - height, 0) / 2
        tops = [self.top + at * step for at in range(len(words))]
        boxes = [(self.x0, top + spare, self.x1, top + step - spare) for top in tops]
        return [Word(word.text, *box, word.bold, "\n") for word, box in zip(words, boxes, strict=True)]


def _join(block: _Block, blocks: list[_Block], height: float) -> None:
    """Adds a block; to the one found before it, if it goes on from there."""
    if blocks and blocks[-1].is_beside(block, height):
        last = blocks.pop()
        block = _Block(block.climbs, [*last.runs, *block.runs])
    blocks.append(block)
