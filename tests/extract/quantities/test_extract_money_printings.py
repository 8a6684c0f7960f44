"""Sums as papers print them: with a code, a word or a fraction, and in pence."""

import pytest

from pipeline.extract.quantities.amounts import AmountFinder
from pipeline.rulebook import Rulebook


@pytest.fixture(scope="module")
def amounts(rulebook: Rulebook) -> AmountFinder:
    return AmountFinder(rulebook)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("half a million pounds", 500_000, 500_000, "GBP"),
        ("5,000 pounds", 5_000, 5_000, "GBP"),
        ("20 million euros", 20_000_000, 20_000_000, "EUR"),
        ("20 €", 20, 20, "EUR"),
        ("GBP 20,000", 20_000, 20_000, "GBP"),
        ("AUD 1.5m", 1_500_000, 1_500_000, "AUD"),
        ("£1½ million", 1_500_000, 1_500_000, "GBP"),
        ("£¾m", 750_000, 750_000, "GBP"),
        ("50p per bag", 0.5, 0.5, "GBP"),
        ("5 pence", 0.05, 0.05, "GBP"),
        ("between 10 and 20 dollars", 10, 20, "USD"),
        ("two to three million pounds", 2_000_000, 3_000_000, "GBP"),
    ],
)
def test_a_sum_is_read_in_whole_units_of_its_currency(amounts: AmountFinder, text: str, low: float, high: float, currency: str) -> None:
    (amount,) = amounts.find(text)
    assert (amount.kind, amount.low, amount.high, amount.unit) == ("money", low, high, currency)


@pytest.mark.parametrize("text", ["three pounds of sugar", "two Pound Lane flats", "a 16p leaflet", "eurostar 9 trains"])
def test_what_weighs_or_names_is_no_sum(amounts: AmountFinder, text: str) -> None:
    assert all(amount.kind != "money" for amount in amounts.find(text))


@pytest.mark.parametrize(
    ("text", "share"), [("3/4 of schools", 75), ("1/2 of the site", 50), ("5½%", 5.5), ("two thirds of pupils", 66.67)]
)
def test_a_fraction_is_a_share_of_a_hundred(amounts: AmountFinder, text: str, share: float) -> None:
    assert amounts.find(text)[0].low == share


@pytest.mark.parametrize(
    ("text", "comparator"),
    [("200+ volunteers", "at_least"), ("less than or equal to 30%", "at_most"), ("equal to or more than 30%", "at_least")],
)
def test_the_words_and_signs_beside_a_figure_compare_it(amounts: AmountFinder, text: str, comparator: str) -> None:
    (amount,) = amounts.find(text)
    assert amount.comparator == comparator
