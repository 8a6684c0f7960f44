"""How a sentence names a commitment, quotes its words and writes a day."""

from textwrap import shorten

from pipeline.model.record import Commitment

LONGEST = 80
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def called(commitment: Commitment) -> str:
    """A commitment by its reference, or by its words where it has none."""
    return f"{commitment.kind.capitalize()} {commitment.ref}" if commitment.ref else quoted(commitment.text)


def quoted(words: str) -> str:
    """Words as printed, or the first of them.

    >>> quoted("Plant  ten trees")
    '“Plant ten trees”'
    """
    return f"“{shorten(words, LONGEST, placeholder=' …')}”"


def day_in_words(day: str) -> str:
    """An ISO date as a sentence writes it, as exact as it is.

    >>> day_in_words("2024-11-05"), day_in_words("2024-11"), day_in_words("2024")
    ('5 November 2024', 'November 2024', '2024')
    """
    year, *rest = day.split("-")
    names = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(number)) for number in rest[1:]), *names, year])
