"""Writers that drop files into a folder in every way that people and machines do, by a seed. A step of a writer is one act on the disk."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

ODD = ["plan {}.txt", "план-{}.txt", "Bürgerplan {}.md", "a\nb {}.txt", "-rf {}.txt", "dots...{}.v1..txt", "  lead {} .txt", "é{}.txt"]
ODD += ["e\u0301x{}.txt", "100% {}.txt", "'quo\"te{}.txt", "$(HOME) {}.txt", "x" * 200 + "{}.txt", "emoji 🌳{}.txt", "tab\t{}.txt"]
ODD += ["{}.TXT", "a;b&c|{}.md", "[a]*? {}.txt", "#{}.txt", "plan {}.txt.txt"]
FOLDERS = ["", "", "2029", "2030/minutes", "2030/minutes/draft", "-dash", "sp ace", "ünï"]

Act = Iterator[None]


def paper(number: int, version: int = 1) -> str:
    """The words of a paper, which no other has."""
    trees = "".join(f"{at}. We will plant {number * 100 + at} trees by June {2030 + at % 9}.\n" for at in range(1, 6))
    return f"# Plan {number}, version {version}\n\n{trees}"


def drops(corpus: Path, number: int, chance: random.Random) -> Act:
    """The acts that drop the file of this number, and perhaps change or delete it again."""
    folder = corpus / chance.choice(FOLDERS)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / chance.choice(ODD).format(number)
    yield from chance.choice(WAYS)(path, paper(number), chance)
    fate = chance.random()
    if fate < 0.15:
        yield from slowly(path, paper(number, 2), chance)
    elif fate < 0.3:
        yield from by_rename(path, paper(number, 3), chance)
    elif fate < 0.45:
        yield
        path.unlink()
    elif fate < 0.55:
        yield
        target = path.with_name(f"moved {number}{path.suffix}")
        path.rename(target)
    yield


def slowly(path: Path, words: str, chance: random.Random) -> Act:
    """Written piece by piece into the file itself."""
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, len(words), 60):
            file.write(words[start : start + 60])
            file.flush()
            yield


def by_rename(path: Path, words: str, chance: random.Random) -> Act:
    """Written under a name that is no paper's, and renamed when it is whole."""
    half = path.with_name(chance.choice([".{}.half", "{}.part", "~${}", "{}.tmp"]).format(path.name[-40:]))
    yield from slowly(half, words, chance)
    half.replace(path)


def by_copy(path: Path, words: str, chance: random.Random) -> Act:
    """Copied at once, with an old time."""
    source = path.with_name(f".source-{path.name[-40:]}")
    source.write_text(words, encoding="utf-8")
    yield
    shutil.copy2(source, path)
    source.unlink()


def twice(path: Path, words: str, chance: random.Random) -> Act:
    """Written, and overwritten at once with less."""
    path.write_text(words * 2, encoding="utf-8")
    yield
    path.write_text(words, encoding="utf-8")


def by_appending(path: Path, words: str, chance: random.Random) -> Act:
    """Opened and closed for every piece, as some scanners do."""
    path.write_text("", encoding="utf-8")
    for start in range(0, len(words), 100):
        with path.open("a", encoding="utf-8") as file:
            file.write(words[start : start + 100])
        yield


WAYS: list[Callable[[Path, str, random.Random], Act]] = [slowly, by_rename, by_copy, twice, by_appending]
