"""The names that a paper prints: of owners, in headings, and capitalised in the words of its commitments."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.passages import commitment_passage, label_passage, value_passage
from pipeline.checks.standing import is_of_another_text
from pipeline.model.identity import fold
from pipeline.model.paper import Paper, Passage
from pipeline.model.record import Commitment
from pipeline.model.tuples import maker

TOKEN = re.compile(r"[\w&][\w&’'-]*")
JOINTS = frozenset({"&", "and", "for", "of", "on", "the"})
LONGEST = 8
"""Words of a name in running words; more are a sentence in capitals."""
OPENING = re.compile(r"(?:^|[.:;?!•–—“‘(]\s*|\s-\s)$")
"""What stands before a word that has its capital from its place."""
POSSESSIVE = re.compile(r"['’]s?$")
ARTICLE = re.compile(r"^(?:the|an?|our) ", re.IGNORECASE)
LONGEST_HEADING = 79
"""Characters of a heading; a label keeps no more of its words, so that longer ones may be cut."""
NUMBER = re.compile(r"^\W*(?:[A-Za-z]?[0-9]+[0-9.]*[.):]?|[A-Za-z][.)])\s+")


class Token(NamedTuple):
    """A word of a text as printed, and where it stands there."""

    text: str
    start: int
    end: int


_token = maker(Token)


class Printing(NamedTuple):
    """A name as printed, where it stands, and the commitment that prints it or stands below it."""

    text: str
    passage: Passage
    commitment: Commitment | None

    @property
    def words(self) -> list[str]:
        """The words of the name as printed."""
        return self.text.split()


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What the printings of a name share: its words folded, without joints, hyphens and marks.

    >>> name_key("Director of Health & Well-being"), name_key("Director Health and well being")
    ('director health well being', 'director health well being')
    """
    words = fold(name).replace("-", " ").strip(" .,;:").split()
    return " ".join(word for word in words if word not in JOINTS)


def owner_names(paper: Paper) -> list[Printing]:
    """The owners as printed, in reading order."""
    return [
        Printing(_bare(owner.text), value_passage(paper, commitment, owner), commitment)
        for commitment in paper.commitments
        for owner in commitment.owners
    ]


def heading_names(paper: Paper) -> list[Printing]:
    """The headings without their numbers, those printed as a column of a table too; none in capitals throughout."""
    found: list[tuple[str, Passage, Commitment | None]]
    found = [(label.text, label_passage(paper, label), None) for label in paper.labels if label.kind == "heading"]
    found += [(name, commitment_passage(paper, each), each) for each in paper.commitments for name in each.section]
    whole = [each for each in found if len(each[0]) <= LONGEST_HEADING and not each[0].isupper()]
    return [Printing(_bare(NUMBER.sub("", text)).strip(" .:"), passage, commitment) for text, passage, commitment in whole]


def text_names(paper: Paper) -> Iterator[Printing]:
    """The runs of capitalised words in the commitments, and the parts of those that joints join; none that OCR may have misread, and
    none of another text."""
    for commitment in paper.commitments:
        is_own = commitment.source == "text" and not is_of_another_text(commitment.text)
        if is_own and not is_title_case(commitment.text) and (names := list(_capitalised(commitment.text))):
            passage = commitment_passage(paper, commitment)
            yield from (Printing(_bare(name), passage, commitment) for name in names)


def other_printings(paper: Paper, keys: set[str]) -> Iterator[Printing]:
    """Where the commitments print one of these names, in whatever case, from a capital on."""
    firsts, longest = {key.split()[0] for key in keys}, min(max((len(key.split()) for key in keys), default=0), LONGEST)
    for commitment in paper.commitments:
        folded = fold(commitment.text)
        is_own = not is_of_another_text(commitment.text)
        tokens = _tokens(commitment.text) if is_own and any(first in folded for first in firsts) else ()
        for place, first in enumerate(tokens):
            may_begin = first.text[0].isupper() and name_key(first.text).partition(" ")[0] in firsts
            for last in tokens[place + 1 : place + longest + 2] if may_begin else ():
                words = commitment.text[first.start : last.end]
                if last.text.lower() not in JOINTS and name_key(words) in keys:
                    yield Printing(words, commitment_passage(paper, commitment), commitment)


def is_title_case(text: str) -> bool:
    """Whether a text gives capitals to nearly all its longer words, so that they tell no names."""
    longer = [token.text[0].isupper() for token in _tokens(text) if len(token.text) > 3]
    return len(longer) > 4 and sum(longer) > 0.9 * len(longer)


def _bare(name: str) -> str:
    return ARTICLE.sub("", " ".join(name.split()))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple([_token((match[0], *match.span())) for match in TOKEN.finditer(text)])


def _capitalised(text: str) -> Iterator[str]:
    run: list[Token] = []
    for token in _tokens(text):
        is_capital = token.text[0].isupper()
        if run and (is_capital or token.text in JOINTS) and not text[run[-1].end : token.start].strip():
            run.append(token)
            continue
        if len(run) > 1:
            yield from _names_of_run(text, run)
        run = [token] if is_capital else []
    if len(run) > 1:
        yield from _names_of_run(text, run)


def _names_of_run(text: str, run: list[Token]) -> Iterator[str]:
    """The run, without its first word where that has its capital from its place, and what stands before and behind its joints."""
    whole = _without_joints_around(run)
    parts = [whole]
    if whole and OPENING.search(text[: whole[0].start]):
        parts.append(whole[1:])
    if joints := [place for place, token in enumerate(whole) if token.text in JOINTS]:
        parts += [whole[: joints[0]], whole[joints[-1] :]]
    for part in map(_without_joints_around, parts):
        if 1 < len(part) <= LONGEST:
            yield POSSESSIVE.sub("", text[part[0].start : part[-1].end])


def _without_joints_around(run: list[Token]) -> list[Token]:
    words = [place for place, token in enumerate(run) if token.text.lower() not in JOINTS]
    return run[words[0] : words[-1] + 1] if words else []
