"""What the titles of an earlier and a later edition have in common."""

import re

from pipeline.duplicates.keys import commonness
from pipeline.model.identity import fold
from pipeline.model.paper import PaperFacts

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NAME = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""Initials with full stops: A.G.M."""
MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SEASONS = "year spring summer autumn winter"
_EDITIONS = "agm annual approved draft edition final interim issue mid new refresh refreshed revised revision update updated version"
_EMPTY = "a an and at for held in of on our the to"
_GENERIC = (
    "action actions agenda agendas annex annexe appendix commitments committee council decision document meeting minutes notice page paper "
    "plan plans pack programme recommendations record report reports schedule strategy summary supplement table"
)
TIMES = frozenset([*f"{MONTHS} sept {DAYS} {_SEASONS}".split(), *(month[:3] for month in MONTHS.split())])
EDITIONS, EMPTY = frozenset(_EDITIONS.split()), frozenset(_EMPTY.split())
GENERIC = frozenset(_GENERIC.split())
"""Words that alone do not tell one paper of a publisher from another."""


def series_of(facts: PaperFacts) -> tuple[str, ...]:
    """The words of a paper's title, or of its file's name, without its publisher, years, dates and editions.

    >>> from pipeline.model.paper import PaperFacts
    >>> more = dict.fromkeys(("published", "published_evidence", "period_start", "period_end", "pages", "kind"))
    >>> paper = dict(slug="p", file="p.txt", sha256="", text_sha256="", publisher="Anytown Council", **more)
    >>> series_of(PaperFacts(title="Anytown Council’s Children’s Plan 2015/16 (final, v2)", **paper))
    ("children's", 'plan')
    """
    own = set(NAME.findall(fold(facts.publisher or "")))
    title = DOTTED.sub(lambda letters: letters[0].replace(".", ""), fold(facts.title or _stem(facts.file)))
    words = (word for word in NAME.findall(title) if word.removesuffix("'s") not in own)
    return tuple(word for word in words if not _is_of_one_edition(word))


def latest_year(facts: PaperFacts) -> str | None:
    """The latest year that the title names, or else the file's name."""
    for text in (facts.title or "", _stem(facts.file)):
        if years := [match[0] for match in YEAR.finditer(text)]:
            return max(years)
    return None


def is_telling(series: tuple[str, ...]) -> bool:
    """Whether a title has words that tell it from other papers of its publisher.

    >>> is_telling(("action", "plan")), is_telling(("children's", "plan"))
    (False, True)
    """
    return any(word not in GENERIC and len(word) > 1 for word in series)


def is_rare(series: tuple[str, ...]) -> bool:
    """Whether a title has a word that is not among those common to all councils, such as the name of a place."""
    return any(not commonness(word) and not commonness(word.removesuffix("'s")) and len(word) > 1 for word in series)


def _stem(file: str) -> str:
    return file.rsplit(".", 1)[0]


def _is_of_one_edition(word: str) -> bool:
    return word in TIMES or word in EDITIONS or word in EMPTY or word[0].isdigit() or bool(re.fullmatch(r"v\d+|fy\d+|q\d", word))
