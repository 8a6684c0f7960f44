"""What is done again and again, each time by a date of its own: two dates for it do not clash."""

import re

from pipeline.duplicates.words import words_of

WHO = re.compile(r"\A(?:\w+ ){1,4}?(?:will|shall|must|should) (?!not\b|be\b)", re.IGNORECASE)
REPEATED = frozenset({"meet", "meeting", "monitor", "present", "progress", "publish", "report", "review", "update"})


def is_repeated(text: str) -> bool:
    """Whether a promise begins with such a word, whoever is to do it.

    >>> is_repeated("The Clerk will report to the committee"), is_repeated("Plant ten trees")
    (True, False)
    """
    return not REPEATED.isdisjoint(words_of(WHO.sub("", text))[:1])
