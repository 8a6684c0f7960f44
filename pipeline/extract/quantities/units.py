"""What figures are of: currencies, and the head of what is counted."""

import re

from pipeline.extract.quantities.numbers import singular

CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "pound": "GBP", "euro": "EUR", "dollar": "USD"}
CURRENCIES |= {code.lower(): code for code in ("GBP", "EUR", "USD", "AUD", "CAD", "NZD")}


def currency_of(printed: str) -> str:
    """The ISO code of a currency by its sign, its own code or its English word.

    >>> currency_of("£"), currency_of(" euros"), currency_of("AUD")
    ('GBP', 'EUR', 'AUD')
    """
    return CURRENCIES[printed.strip().lower().split()[0].removesuffix("s")]


def unit_of(noun: str) -> str:
    """The head of what is counted, in the singular: `acre` for `acres of new woodland`."""
    words = re.split(r" of\b", noun)[0].split()
    return singular(words[-1]) if words else "item"
