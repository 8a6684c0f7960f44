"""How list numbers are printed: figures, letters, Roman numerals."""

ONES = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
ROMAN = (*ONES, (5, "v"), (4, "iv"), (1, "i"))
LARGEST_ROMAN = 3999
LARGEST_LETTERS = 26 * 30


def roman(number: int) -> str:
    """Lower-case Roman numerals; figures where the Romans had none.

    >>> roman(4), roman(29), roman(0)
    ('iv', 'xxix', '0')
    """
    if not 0 < number <= LARGEST_ROMAN:
        return str(number)
    printed = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        printed += letters * count
    return printed


def letters(number: int) -> str:
    """The letter of that number, doubled behind `z` as Word does; figures for a number that has none.

    >>> letters(3), letters(28), letters(0)
    ('c', 'bb', '0')
    """
    if not 0 < number <= LARGEST_LETTERS:
        return str(number)
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)
