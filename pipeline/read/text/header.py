"""Header rows of tables that print no lines: short cells that name what plans, logs and scorecards tell of each row."""

import re

from pipeline.read.text.gaps import pieces

LONGEST_CELL = 40
WORDS = re.compile(
    r"(?:refs?|references?|no|nr|item|issues?|risks?|themes?|areas?|actions?|tasks?|steps?|milestones?|measures?|indicators?|objectives?"
    r"|outcomes?|outputs?|outturn|priorit(?:y|ies)|recommendations?|commitments?|decisions?|projects?|activit(?:y|ies)|descriptions?|details?"
    r"|owners?|leads?|officers?|responsib(?:le|ility)|who|what|whom|partners?|timescales?|timeframes?|timing|deadlines?|dates?|due|when|completion"
    r"|status|progress|position|updates?|comments?|notes?|resources?|budgets?|costs?|funding|targets?|baselines?|evidence|rag|year|stages?)\.?",
)


def is_header(raw: str) -> bool:
    """Whether a line is a header row: at least two cells, half of them or more named by words known from such tables."""
    names = pieces(raw)
    if len(names) < 2 or any(len(name) > LONGEST_CELL or not (name[0].isupper() or name[0] in "#(£%2") for name in names):
        return False
    known = [{word for word in map(_plain, re.split(r"[\s/]+", name)) if WORDS.fullmatch(word)} for name in names]
    ends_in_colon = sum(name.endswith(":") for name in names)
    return len(set().union(*known)) >= 2 and 2 * sum(map(bool, known)) >= max(len(names), 4) and ends_in_colon in (0, len(names))


def _plain(word: str) -> str:
    return word.strip("():").lower()
