"""The texts of `duplicates.py`: promises put together from real sentences, among them copies with small edits, and near misses.

Each text is the first third of one sentence, the second of another and the last of a third, so that all words are of councils, and no two
texts say the same but those that are meant to. A tenth are copies of others, edited as copies are; a tenth are near misses, which change a
figure, a word or the ending, or say that it will not be. Slips spare the first letter, as those of typists nearly always do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PDFS = ROOT.parent / "shared" / "pdfs"
ENDS = re.compile(r"(?<=[.;:?!])\s+|[\t\f]")
SHORTEST, LONGEST = 7, 40
"""Words of a sentence."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SAYS_NOTHING = ("the", "of", "and", "also", "to")
SAYS_OTHERWISE = frozenset({"except", "excluding", "however", "instead", "no", "not", "only", "unless", "until", "without"})
Words = list[str]


class Texts(NamedTuple):
    """Texts, each with the place (from 0) of the text that it says again: its own where it says something of its own. Those from the place
    `near_misses` on are near misses."""

    texts: list[str]
    origins: list[int]
    near_misses: int


def make(count: int, sentences: Sequence[str], seed: int = 7) -> Texts:
    """`count` texts, the same for the same sentences and seed."""
    chance, parted = Random(seed), [sentence.split() for sentence in sentences]
    tenth = count // 10
    own = [_put_together(parted, chance) for _ in range(count - 2 * tenth)]
    copied, missed = ([chance.randrange(len(own)) for _ in range(tenth)] for _ in range(2))
    copies = [" ".join(chance.choice(EDITS)(list(own[place]), parted, chance)) for place in copied]
    misses = [" ".join(chance.choice(CHANGES)(list(own[place]), parted, chance)) for place in missed]
    first = count - tenth
    return Texts([" ".join(words) for words in own] + copies + misses, [*range(len(own)), *copied, *range(first, count)], first)


def sentences(with_pdfs: bool = True) -> list[str]:
    """The sentences of the papers in the repository, and of the PDFs beside it where they are, as far as they stand on one line."""
    found = {sentence for text in _papers(with_pdfs) for sentence in ENDS.split(text) if _is_sentence(sentence)}
    return sorted(found)


def _papers(with_pdfs: bool) -> Iterator[str]:
    for path in sorted([*(ROOT / "corpus").glob("*.txt"), *(ROOT / "tests" / "papers").glob("*.txt")]):
        yield from path.read_text(encoding="utf-8").splitlines()
    if with_pdfs:
        import pypdfium2

        for path in sorted(PDFS.rglob("*.pdf")):
            with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(path) as pdf:  # one of them is broken
                yield from (line for page in pdf for line in page.get_textpage().get_text_bounded().splitlines())


def _is_sentence(text: str) -> bool:
    return SHORTEST <= len(text.split()) <= LONGEST and sum(map(str.isalpha, text)) > 0.7 * len(text)


def _put_together(parted: Sequence[Words], chance: Random) -> Words:
    words: Words = []
    for part in range(3):
        source = chance.choice(parted)
        words += source[len(source) * part // 3 : len(source) * (part + 1) // 3]
    return words


def _reprint(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    """Capitals, quotes, a full stop."""
    text = " ".join(words)
    return [chance.choice((text.upper(), f"“{text}”", f"{text}.", text.replace(" ", "  ", 1)))]


def _misspell(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    """One to three long words, at most a fifth of all."""
    long = _long(words)
    for at in chance.sample(long, min(len(long), chance.randint(1, max(1, min(3, len(words) // 5))))):
        words[at] = _slip(words[at], chance)
    return words


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    letter, rest = chance.choice(LETTERS), word[at + 1 :]
    return word[:at] + chance.choice((rest, letter + word[at:], letter + rest, rest[0] + word[at] + rest[1:]))


def _pad(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    words.insert(chance.randrange(1, len(words)), chance.choice(SAYS_NOTHING))
    return words


def _extend(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    """One to three words at the end, at most a fifth of all, that take nothing back."""
    tail = [word for word in chance.choice(parted) if word.isalpha() and word.lower() not in SAYS_OTHERWISE]
    return words + tail[: max(1, min(3, len(words) // 5))]


def _other_figure(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    figures = [at for at, word in enumerate(words) if re.search(r"\d", word)]
    if not figures:
        return _other_word(words, parted, chance)
    at = chance.choice(figures)
    words[at] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), words[at], count=1)
    return words


def _other_word(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    long = _long(words)
    if not long:
        return _not(words, parted, chance)
    at, new = chance.choice(long), ""
    while len(new) < 6 or not new.isalpha() or new[0].lower() == words[at][0].lower():
        new = chance.choice(chance.choice(parted))
    words[at] = new
    return words


def _other_ending(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    source = chance.choice(parted)
    return words[: len(words) * 3 // 5] + source[len(source) * 3 // 5 :]


def _not(words: Words, parted: Sequence[Words], chance: Random) -> Words:
    words.insert(chance.randrange(1, len(words)), "not")
    return words


def _long(words: Words) -> list[int]:
    return [at for at, word in enumerate(words) if len(word) >= 6 and word.isalpha()]


Edit = Callable[[Words, Sequence[Words], Random], Words]
EDITS: tuple[Edit, ...] = (_reprint, _misspell, _pad, _extend)
CHANGES: tuple[Edit, ...] = (_other_figure, _other_word, _other_ending, _not)
