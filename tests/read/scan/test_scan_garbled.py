"""Which words are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.page import Word
from pipeline.read.scan.garbled import is_garbled

ENGLISH = (
    "The Council will plant one thousand trees by March 2030, and the Head of Parks shall report to the Cabinet every year on how many "
    "of them have been planted, where they stand and what they have cost. Officers are asked to bring a plan for new cycle lanes."
)
WELSH = (
    "Mae'r Cyngor wedi ymrwymo i sicrhau bod gwasanaethau cyhoeddus ar gael yn Gymraeg. Bydd y cynllun gweithredu yn cael ei adolygu bob "
    "blwyddyn gan y pwyllgor craffu, a bydd adroddiad yn cael ei gyflwyno i'r Cabinet erbyn mis Mawrth. Llywodraeth Cymru."
)
FRENCH = (
    "Le conseil municipal s'engage à réduire les émissions de gaz à effet de serre de la commune avant la fin de l'année. Les services "
    "techniques présenteront un rapport annuel, et les habitants seront consultés sur les aménagements prévus."
)
GERMAN = (
    "Die Stadtverwaltung wird beauftragt, bis zum Ende des Jahres einen Maßnahmenplan für den Klimaschutz vorzulegen. Der Ausschuss für "
    "Umwelt und Verkehr berät über die Ergebnisse. Die Kosten sind im Haushaltsplan zu veranschlagen."
)
DUTCH = (
    "Het college van burgemeester en wethouders zal de gemeenteraad voor het einde van het jaar een voorstel doen voor de verduurzaming "
    "van het gemeentelijk vastgoed. De wethouder is verantwoordelijk voor de uitvoering en rapporteert ieder kwartaal."
)
NAMES = (
    "Cllr SMITH Cllr P Thwaites Cllr J Wright MBE Cllr K Fitzhugh Cllr Llewellyn-Rhys Cllr Szymanski Cllr D Nguyen Dr Schwartz Mrs Pryce "
)
FIGURES = "2023/24 2024/25 £1,234.5m 12.5% (3,456) -0.7 1,000,000 " * 20
CODES = "AC/24/36 PA1 KCC-24-00108 MK9 3EJ S151 E07000223 QU/2024/0077 " * 10
LEADERS = "1. Introduction ........................ 3 2. Budget ________________________ 12 • ✓ – " * 5


def words(text: str) -> list[Word]:
    return [Word(word, 0, 0, 1, 1) for word in text.split()]


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), WELSH, FRENCH, GERMAN, DUTCH, NAMES * 2, FIGURES, CODES, LEADERS])
def test_what_a_reader_can_read_is_not_garbled(text: str) -> None:
    assert not is_garbled(words(text))


def test_an_alphabet_of_another_kind_is_not_garbled() -> None:
    assert not is_garbled(words("Το συμβούλιο θα φυτέψει χίλια δέντρα μέχρι το τέλος του έτους " * 5))


@given(st.integers(1, 25).filter(lambda shift: shift != 13))
def test_letters_put_for_others_are_garbled(shift: int) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    swap = str.maketrans(letters, letters[shift:] + letters[:shift])
    assert is_garbled(words(ENGLISH.lower().translate(swap)))


@pytest.mark.parametrize("shift", [-29, -31, 3])
def test_codes_shifted_as_fonts_without_a_table_do_are_garbled(shift: int) -> None:
    assert is_garbled(words("".join(chr(ord(letter) + shift) if letter != " " else " " for letter in ENGLISH)))


@pytest.mark.parametrize("stand_in", ["\ufffd", "\ue012", "\x07"])
def test_signs_that_stand_for_nothing_are_garbled(stand_in: str) -> None:
    assert is_garbled(words(f"{stand_in * 5} " * 40))


def test_characters_that_no_word_holds_are_garbled() -> None:
    assert is_garbled([], lacking=500)
    assert not is_garbled(words(ENGLISH), lacking=3)


def test_a_few_characters_tell_nothing() -> None:
    assert not is_garbled(words("7KH &RXQFLO"))
