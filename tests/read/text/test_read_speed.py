"""Reading takes time in step with the length of a text, whatever the text holds."""

from collections.abc import Callable
from functools import partial

import pytest
from measured import is_done_within, seconds

from pipeline.read.text import read_text

SIZE = 40_000
HARD = {
    "open comments": lambda size: "<!--" * (size // 4),
    "notes in a row": lambda size: "word " + "²" * size + " word",
    "torn rows": lambda size: "a\tb\nc\td\te\n" * (size // 10),
    "rows of one cell": lambda size: "NAME HERE\t\n" * (size // 11),
    "a wide row": lambda size: "a\t" * (size // 40) + "b\n" + "A\tb\n" * (size // 4),
    "cells below": lambda size: "A\tb\tc\n" + "\tlower\tlower\n" * (size // 13),
    "empty cells": lambda size: "|a" + "|" * size + "\n" + "lower\n" * (size // 6),
    "invisible cells": lambda size: "\u200b\t" * (size // 2) + "b",
    "many codes": lambda size: "".join(f"{chr(65 + i % 26)}{chr(65 + i // 26 % 26)} 1 The park\n" for i in range(size // 14)),
    "headings": lambda size: "1. Our Parks\n\nThey are green.\n\n" * (size // 31),
    "lone returns": lambda size: "The park\r" * (size // 9),
    "wide blanks": lambda size: "a" + "\u3000" * size + "b",
}


def reading(source: str) -> Callable[[], object]:
    return partial(read_text, source.encode())


@pytest.mark.parametrize("make", HARD.values(), ids=HARD.keys())
def test_four_times_the_text_takes_about_four_times_as_long(make) -> None:
    usual = min(seconds(reading(make(SIZE))) for _ in range(2))
    assert is_done_within(9 * max(usual, 0.02), reading(make(4 * SIZE)))
