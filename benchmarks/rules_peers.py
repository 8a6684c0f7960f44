"""The peers of `rules.py`, run by the Python of their own environment: questions come in as JSON, answers and speeds go out.

Each peer is asked as its own documentation asks it, in the settings that suit council papers best: English, day first, and the last day
of a month or a year that is named without one. A time is `[start, end, first day, last day, TIMEX3 value]`, a number
`[start, end, value]`; start and end count characters.
"""

import json
import logging
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import spacy
import timexy  # noqa: F401 - registers its pipe
from dateparser.search import search_dates
from quantulum3 import parser

Answer = list[Any]
Peer = Callable[[str, str], Iterator[Answer]]
VALUE = re.compile(r'type="(?P<type>\w+)" value="(?P<value>[^"]+)"')
SETTINGS = {"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "last", "PREFER_MONTH_OF_YEAR": "last"}


def ask_dateparser(text: str, day: str) -> Iterator[Answer]:
    """What search_dates finds: words and an instant, which is first and last day at once."""
    position = 0
    for words, instant in search_dates(text, languages=["en"], settings={**SETTINGS, "RELATIVE_BASE": datetime.fromisoformat(day)}) or []:
        start = max(text.find(words, position), 0)
        position = start + len(words)
        yield [start, position, instant.date().isoformat(), instant.date().isoformat(), None]


def make_timexy() -> Peer:
    """timexy as a part of a blank English pipeline."""
    language = spacy.blank("en")
    language.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def ask(text: str, day: str) -> Iterator[Answer]:
        for entity in language(text).ents:
            found = VALUE.search(entity.kb_id_)
            if found:
                first = found["value"][:10] if found["type"] == "DATE" else None
                yield [entity.start_char, entity.end_char, first, first, found["value"]]

    return ask


def ask_quantulum(text: str, day: str) -> Iterator[Answer]:
    """What quantulum3 parses; without its classifier, which is an extra."""
    for quantity in parser.parse(text):
        yield [*quantity.span, quantity.value]


def answer(peer: Peer, questions: list[tuple[str, str]], sentences: list[str]) -> dict[str, Any]:
    """The answers to the questions, and characters a second of processor time over the sentences, which come second and once: a peer is
    warm by then, and has no answer in store."""
    answers = [list(peer(text, day)) for text, day in questions]
    started = time.process_time()
    for sentence in sentences:
        list(peer(sentence, "2012-04-02"))
    return {"answers": answers, "rate": sum(map(len, sentences)) / (time.process_time() - started)}


def main() -> None:
    """Answers on the standard output."""
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    asked = json.load(sys.stdin)
    peers: dict[str, Peer] = {
        f"dateparser {version('dateparser')}, search_dates": ask_dateparser,
        f"timexy {version('timexy')}": make_timexy(),
        f"quantulum3 {version('quantulum3')}": ask_quantulum,
    }
    json.dump({name: answer(peer, asked["questions"], asked["sentences"]) for name, peer in peers.items()}, sys.stdout)


def version(package: str) -> str:
    """The version that is installed."""
    from importlib.metadata import version

    return version(package)


if __name__ == "__main__":
    main()
