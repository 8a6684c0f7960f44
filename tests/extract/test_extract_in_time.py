"""Hostile texts take no longer than they are long: no pattern, and nothing around the patterns, goes back over all it has read."""

import re
from collections.abc import Callable, Iterator
from functools import partial

import our_rules
import pytest
from measured import is_done_within, seconds

from pipeline.model.paper import Paper
from pipeline.rulebook.load import CompiledRule

LENGTH = 5_000
LIMIT = 0.5  # seconds that a pattern has for it: it takes a tenth of them at most; one that goes back over all it has read, minutes
PAPER, LONGER_PAPER = 10_000, 50_000
PATTERNS = [rule for rule in our_rules.rulebook().rules if not rule.tokens]
COMMON = (
    "a",
    "A",
    "1",
    " ",
    "a ",
    "Ab ",
    "1 ",
    "1,",
    "1.",
    ",",
    "–",
    "(",
    "will ",
    "to ",
    "the Council ",
    "by ",
    "£1m ",
    "and the Council will be ",
)


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def hostile(rule: CompiledRule) -> Iterator[str]:
    """Repeats of the words of the rule's own examples, and of what all texts hold."""
    own = dict.fromkeys(word for example in rule.rule.examples for word in [*re.findall(r"\S+ ?", example.text), example.text + " "])
    yield from (repeated(piece, LENGTH) for piece in (*COMMON, *own))


def ask(rule: CompiledRule, text: str) -> None:
    if rule.subject.startswith(("time", "quantity")):  # all others are asked once a sentence
        list(rule.pattern.finditer(text))
    else:
        rule.pattern.search(text)


@pytest.mark.parametrize("rule", PATTERNS, ids=lambda rule: rule.id)
def test_a_pattern_is_done_in_time(rule: CompiledRule) -> None:
    for text in hostile(rule):
        assert is_done_within(LIMIT, partial(ask, rule, text)), text[:40]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "A",
        "a",
        "lorem ipsum ",
        "1,",
        "will ",
        "by ",
        "the Council ",
        "£1m ",
        "by May 2021 ",
        "(a) ",
        "Ab Cd (",
        "a\t",
        ": ",
        "– ",
        "Mr. A. ",
        "that ",
        "“",
        "- We will do it:\n",
        "Develop it by May ",
        "Ab-",
        "and the Council will be ",
        "We will:\n",
        "1.1 We will\n",
        "# Plan\n",
        "ensure all ",
        "Director of Parks to ask ",
        "a\tb\n",
    ],
    ids=repr,
)
def test_a_paper_of_one_piece_repeated_is_done_in_time(extract: Callable[[str], Paper], piece: str) -> None:
    short, long = (partial(extract, "# Plan\n\n" + repeated(piece, length) + "\n") for length in (PAPER, LONGER_PAPER))
    assert is_done_within(max(1.5, 3 * LONGER_PAPER / PAPER * seconds(short)), long)
