"""The names that a paper prints: of owners, in headings, and capitalised in the words of its commitments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.passages import commitment_passage, label_passage, value_passage
from pipeline.model.identity import fold
from pipeline.model.paper import Paper, Passage
from pipeline.model.record import Commitment

TOKEN = re.compile(r"[\w&][\w&’'-]*")
JOINTS = frozenset({"&", "and", "for", "of", "on", "the"})
LONGEST = 8
"""Words of a name in running words; more are a sentence in capitals."""
OPENING = re.compile(r"(?:^|[.:;?!•–—“‘(]\s*|\s-\s)$")
"""What stands before a word that has its capital from its place."""
POSSESSIVE = re.compile(r"['’]s?$")
NUMBER = re.compile(r"^\W*(?:[A-Za-z]?[0-9]+[0-9.]*[.):]?|[A-Za-z][.)])\s+")


class Printing(NamedTuple):
    """A name as printed, where it stands, and the commitment that prints it or stands below it."""

    text: str
    passage: Passage
    commitment: Commitment | None

    @property
    def words(self) -> list[str]:
        """The words of the name as printed."""
        return self.text.split()


def name_key(name: str) -> str:
    """What the printings of a name share: its words folded, joints in full, no hyphens and no marks.

    >>> name_key("Health & Well-being Board") == name_key("health and Well-Being board")
    True
    """
    return " ".join(fold(name).replace("&", " and ").replace("-", " ").strip(" .,;:").split())


def owner_names(paper: Paper) -> list[Printing]:
    """The owners as printed, in reading order."""
    return [
        Printing(" ".join(owner.text.split()), value_passage(paper, commitment, owner), commitment)
        for commitment in paper.commitments
        for owner in commitment.owners
    ]


def heading_names(paper: Paper) -> list[Printing]:
    """The headings without their numbers, those printed as a column of a table too; none in capitals throughout."""
    found: list[tuple[str, Passage, Commitment | None]]
    found = [(label.text, label_passage(paper, label), None) for label in paper.labels if label.kind == "heading"]
    found += [(name, commitment_passage(paper, each), each) for each in paper.commitments for name in each.section]
    texts = [(NUMBER.sub("", " ".join(text.split())), passage, commitment) for text, passage, commitment in found]
    return [Printing(text.strip(" .:"), passage, commitment) for text, passage, commitment in texts if not text.isupper()]


def text_names(paper: Paper) -> list[Printing]:
    """The runs of capitalised words in the commitments, and the parts of those that joints join."""
    return [
        Printing(name, commitment_passage(paper, commitment), commitment)
        for commitment in paper.commitments
        if not is_title_case(commitment.text)
        for name in _capitalised(commitment.text)
    ]


def other_printings(paper: Paper, keys: set[str]) -> Iterator[Printing]:
    """Where the commitments print one of these names, in whatever case, from a capital on."""
    longest = max((len(key.split()) for key in keys), default=0)
    for commitment in paper.commitments:
        tokens = list(TOKEN.finditer(commitment.text))
        for place, first in enumerate(tokens):
            for last in tokens[place + 1 : place + longest] if first[0][0].isupper() else ():
                words = commitment.text[first.start() : last.end()]
                if name_key(words) in keys:
                    yield Printing(words, commitment_passage(paper, commitment), commitment)


def is_title_case(text: str) -> bool:
    """Whether a text gives capitals to nearly all its longer words, so that they tell no names."""
    longer = [word for word in TOKEN.findall(text) if len(word) > 3]
    return len(longer) > 4 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)


def _capitalised(text: str) -> Iterator[str]:
    run: list[re.Match[str]] = []
    for token in [*TOKEN.finditer(text), None]:
        joins = run and token and not text[run[-1].end() : token.start()].strip()
        if token and (token[0][0].isupper() or token[0] in JOINTS) and (joins or not run):
            run.append(token)
            continue
        yield from _names_of_run(text, run)
        run = [token] if token and token[0][0].isupper() else []


def _names_of_run(text: str, run: list[re.Match[str]]) -> Iterator[str]:
    while run and run[-1][0] in JOINTS:
        run = run[:-1]
    while run and run[0][0] in JOINTS:
        run = run[1:]
    starts = [run]
    if run and OPENING.search(text[: run[0].start()]):
        starts.append(run[1:])
    joints = [place for place, token in enumerate(run) if token[0] in JOINTS]
    if joints:
        starts += [run[: joints[0]], run[joints[-1] + 1 :]]
    for each in starts:
        if 1 < len(each) <= LONGEST and each[0][0] not in JOINTS:
            yield POSSESSIVE.sub("", text[each[0].start() : each[-1].end()])
