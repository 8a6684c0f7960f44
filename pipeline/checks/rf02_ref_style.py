"""RF02: references of one list printed in different styles."""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.checks.base import Finding, check, count_in_words, joined
from pipeline.checks.references import Item, reference_lists
from pipeline.model.paper import Paper

LONGEST_CODE = 3
"""Letters of a code, whose capitals count; in a longer word (`Action 3`, `ACTION 4`) they are a matter of headings."""
PLAIN = str.maketrans("–—‑\u00a0", "--- ")


@check(code="RF02", name="reference.mixed_style", kind="ref_style", severity="low", scope="list")
def ref_style(paper: Paper) -> Iterator[Finding]:
    """References of one list are printed in different styles.

    Why it matters: whoever searches for PA2 does not find PA 1, and a spreadsheet sorts them apart.
    Flagged: PA 1, then PA2; A-1, then A2; R01, then R2.
    Not flagged: different letters (PA 1, NTG2); 01 to 10, padded throughout; a full stop or colon after the reference; two lists, each in
        a style of its own; A1 and A1.2, which are two levels.
    Known limits: references without letters are left alone, as the paper's numbering and its lists cannot be told apart by them; two
        lists that share letters and run on without starting again count as one.
    """
    for items in reference_lists(paper):
        lettered = [item for item in items if item.reference.letters]
        for _, level in groupby(sorted(lettered, key=_depth), key=_depth):
            firsts = _first_of_each_style(list(level))
            if len(firsts) > 1:
                printed = [item.printed for item in firsts]
                yield Finding(
                    members=tuple(item.commitment for item in firsts),
                    message=f"References of one list are printed in {count_in_words(len(printed))} styles: {joined(printed)}.",
                    evidence=tuple(printed),
                )


def _depth(item: Item) -> int:
    return len(item.reference.numbers)


def _first_of_each_style(items: list[Item]) -> list[Item]:
    width = max(len(digits) * digits.startswith("0") for digits in map(_last_digits, items))
    firsts: dict[tuple[str, bool], Item] = {}
    for item in items:
        is_unpadded = len(_last_digits(item)) < width
        firsts.setdefault((_shape(item), is_unpadded), item)
    return list(firsts.values())


def _shape(item: Item) -> str:
    """The reference with its numbers blanked, and without what only ends it."""
    shape = re.sub(r"[0-9]+", "#", " ".join(item.printed.translate(PLAIN).split())).rstrip(".: ")
    shape = shape.removesuffix(item.reference.suffix)
    return shape if len(item.reference.letters) <= LONGEST_CODE else shape.lower()


def _last_digits(item: Item) -> str:
    """The last number as printed, zeros and all."""
    digits: list[str] = re.findall(r"[0-9]+", item.printed)
    return digits[-1]
