"""Items that only their run through the paper shows to be headings: lettered sections, and an agenda's items that end in colons."""

import re

from pipeline.read.looks import is_capitals, is_title
from pipeline.read.proto import Proto

LETTER = re.compile(r"([A-Z])[.)]")
NUMBER = re.compile(r"(\d{1,2})[.)]?")
LONGEST_AGENDA_ITEM = 120
LEAST_AGENDA_ITEMS = 3
LEAD_IN = re.compile(r"\b(?:will|shall|must|should|would|to|is|are|be|agreed|resolved|that)(?: also)?:$", re.IGNORECASE)


def find_sections(protos: list[Proto], source: str) -> set[int]:
    """The places in `protos` of the items that head a section, told by all of their run."""
    return _lettered(protos, source) | _agenda(protos, source)


def _lettered(protos: list[Proto], source: str) -> set[int]:
    """A, B, C through the paper, two at least: each in capitals, or a title, and none right above the next."""
    found: list[int] = []
    for index, proto in enumerate(protos):
        letter = LETTER.fullmatch(proto.number(source)) if proto.kind == "item" else None
        words = proto.words(source)
        if letter and letter[1] == chr(ord("A") + len(found)) and (is_capitals(words) or is_title(words)):
            found.append(index)
    are_apart = all(index + 1 < len(protos) and index + 1 not in found for index in found)
    return set(found) if len(found) > 1 and are_apart else set()


def _agenda(protos: list[Proto], source: str) -> set[int]:
    """Items numbered one after the other that all end in a colon, most of them titles: no lead-in, and no bullets below."""
    found: set[int] = set()
    run: list[int] = []
    last = 0
    for index, proto in enumerate(protos):
        number = NUMBER.fullmatch(proto.number(source)) if proto.kind == "item" else None
        if number is None:
            continue
        if not run or int(number[1]) != last + 1:
            found |= _named(run, protos, source)
            run = []
        run.append(index)
        last = int(number[1])
    return found | _named(run, protos, source)


def _named(run: list[int], protos: list[Proto], source: str) -> set[int]:
    """The run, where its items are the names of an agenda."""
    words = [protos[index].words(source) for index in run]
    if len(run) < LEAST_AGENDA_ITEMS or any(LEAD_IN.search(name) or name[-1:] != ":" or len(name) > LONGEST_AGENDA_ITEM for name in words):
        return set()
    titles = sum(is_title(name[:-1]) for name in words)
    below = [protos[index + 1] for index in run if index + 1 < len(protos)]
    return set(run) if 2 * titles > len(run) and not any(proto.is_bullet for proto in below) else set()
