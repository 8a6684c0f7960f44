"""What a body is called, of all the ways in which it is printed."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.body import BodyKind, body_key
from pipeline.register.rows import Row

ALIAS_SEPARATOR = "; "


class Printing(NamedTuple):
    """A printing of a body, the name that the paper takes it for, its kind, and how many papers print it so."""

    text: str
    name: str
    kind: BodyKind
    papers: int


def named(printings: Sequence[Printing]) -> Row:
    """The columns `name`, `kind` and `aliases` of a body: called by the fullest name, of several by the commonest, of these by the first
    in the alphabet."""
    names: Counter[str] = Counter()
    kinds: dict[str, Counter[BodyKind]] = {}
    for printing in printings:
        names[printing.name] += printing.papers
        kinds.setdefault(printing.name, Counter())[printing.kind] += printing.papers
    name = min(names, key=lambda name: (-len(body_key(name)), -names[name], name))
    texts = {text for printing in printings for text in (printing.text, printing.name)} - {name}
    return {
        "name": name,
        "kind": min(kinds[name], key=lambda kind: (-kinds[name][kind], kind)),
        "aliases": ALIAS_SEPARATOR.join(sorted(texts, key=lambda text: (text.lower(), text))) or None,
    }
