"""Whether the words that a file gives for a page are none: its fonts map letters to wrong ones, or to nothing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from operator import add

from pipeline.read.page import Word

LEAST = 100  # characters, and pairs of letters: fewer tell nothing
PAIR = re.compile(r"[a-z]{2}")
# The letters that follow each letter in the pairs that make up three quarters of what western Europe prints, and of its lists of names.
FOLLOWERS = {
    "a": "bcdilmnrstu", "b": "e", "c": "aehikot", "d": "adeioy", "e": "acdefilmnrstuvw", "f": "aefio", "g": "aehrwy", "h": "aeio",
    "i": "acdeglmnorstv", "k": "e", "l": "adeiloy", "m": "aeiop", "n": "acdegiost", "o": "cdflmnoprstuvw", "p": "aehlor", "q": "u",
    "r": "adeiostuwy", "s": "cehiopstuy", "t": "aehiorsy", "u": "alnprst", "v": "aeio", "w": "aeinoy", "y": "admnrs",
}  # fmt: skip
COMMON_PAIRS = frozenset(first + second for first, others in FOLLOWERS.items() for second in others)
LEAST_PAIRS = 0.48  # English pages have 0.7 and more, letters put for one another at random 0.4 and less
COMMON = frozenset(("the", "of", "and", "to", "in", "for", "a", "is", "be", "on", "by", "that", "with", "The", "will", "as", "at", "or"))
ENOUGH = 0.12  # of the words; an English page has twice as many of these
MOST_ODD = 0.3  # of the characters: controls, private ones and those that say "unknown"
ODD = {"Cc", "Co", "Cn", "Cs"}
LEADERS = re.compile(r"[._\-–—…·•*|=\s]+")
LEAST_ALPHANUMERIC = 0.4


def is_garbled(words: Sequence[Word], lacking: int = 0) -> bool:
    """Whether nobody could read these words; `lacking` is how many characters of the page no word holds, as none knows their meaning.

    Tables of numbers, codes and the languages of Europe are not garbled; of other scripts nothing is said.
    """
    if not lacking and sum([word[0] in COMMON for word in words]) > ENOUGH * len(words):
        return False
    text = LEADERS.sub("", "".join([word[0] for word in words]))
    if len(text) + lacking < LEAST:
        return False
    odd = lacking + text.count("\ufffd")
    if not text.isprintable():  # as nothing is that is odd
        odd += sum(unicodedata.category(character) in ODD for character in text)
    if odd > MOST_ODD * (len(text) + lacking) or sum(map(str.isalnum, text)) < LEAST_ALPHANUMERIC * len(text):
        return True
    plain = _plain(words)
    pairs = Counter(map(add, plain, plain[1:]))
    letters = sum([count for pair, count in pairs.items() if PAIR.fullmatch(pair)])
    return letters >= LEAST and sum([count for pair, count in pairs.items() if pair in COMMON_PAIRS]) < LEAST_PAIRS * letters


def _plain(words: Sequence[Word]) -> str:
    """In small letters without accents."""
    text = " ".join(word.text for word in words).lower()
    return text if text.isascii() else "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
