"""Numbers as papers print them: in digits, in words, with a magnitude."""

import re

from text_to_num import text2num

SCALES = {
    "hundred": 1e2,
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
}
HALF = re.compile(r"half an? ")
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
AND_A_HALF = " and a half"
ARTICLE = re.compile(r"an? ")
DOZEN = "dozen"


def number(printed: str, scale: str | None = None) -> float | None:
    """The number that digits or English words stand for, `scale` times; None where the words make none.

    >>> number("1,200"), number("two hundred and fifty"), number("half a million"), number("2.5", "m"), number("1½")
    (1200.0, 250.0, 500000.0, 2500000.0, 1.5)
    """
    words = printed.strip().lower()
    fraction = FRACTIONS.get(words[-1:], 0.0)
    value = _figures(words, fraction) if words[:1].isdigit() or fraction else _spelled(words)
    return None if value is None else round(value * SCALES[scale.strip().lower()] if scale else value, 6)


def _figures(printed: str, fraction: float) -> float:
    """The number of digits, and of the fraction behind them where one is printed."""
    digits = printed.replace(",", "")[: -1 if fraction else None]
    return float(digits or 0) + fraction


def _spelled(words: str) -> float | None:
    if half := HALF.match(words):
        whole = _spelled(words[half.end() :])
        return None if whole is None else whole / 2
    if words.endswith(AND_A_HALF):
        whole = _spelled(words.removesuffix(AND_A_HALF))
        return None if whole is None else whole + 0.5
    words = ARTICLE.sub("", words, count=1)
    if words.endswith(DOZEN):
        dozens = words.removesuffix(DOZEN).strip()
        count = _spelled(dozens) if dozens else 1.0
        return None if count is None else count * 12
    try:
        return float(text2num(words, "en"))
    except ValueError:  # two numbers side by side, as in "two three"
        return None


def singular(noun: str) -> str:
    """An English noun in the singular, as far as its ending tells.

    >>> singular("properties"), singular("Acres"), singular("glass"), singular("people"), singular("dwelling")
    ('property', 'acre', 'glass', 'person', 'dwelling')
    """
    noun = noun.lower()
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "tches", "rches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


IRREGULAR = {"people": "person", "children": "child", "men": "man", "women": "woman", "hrs": "hour", "mins": "minute", "secs": "second"}
