"""The abbreviations that a paper defines: `Young People's Learning Agency (YPLA)`, or `YPLA (Young People's Learning Agency)`.

The algorithm is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(2003). The library of that name gives no places, drops every line in which a bracket never closes, and on import sets up
the logging of the whole program.
"""

import re

from pipeline.model.body import abbreviates

# Both begin with what is rare, and look back from there: a search that must look around at each place takes five times as long.
SHORT = re.compile(r"\((?<=[\w’'][ \xa0]\()[“\"‘']?(?P<short>[A-Z][A-Za-z0-9&]{1,9}?)(?:[’']?s)?[’”\"']?\)")
REVERSED = re.compile(r"(?P<short>[A-Z](?<!\w.)[A-Z0-9&]{1,9}) \((?P<long>[A-Z][^()\n]{4,80})\)")
ATTENDING = re.compile(
    r"^\W{0,4}(?:those |councillors |members |also )?(?:present|in attendance|attend(?:ance|ees|ing)|apologies|councillors|members)\b[^\n]*"
    r"(?:\n[^\n]{0,60}\([A-Z]{2,3}\)[^\n]{0,60}){0,20}",
    re.IGNORECASE | re.MULTILINE,
)
HEAD = 3000
MORE_WORDS = 5
LONGEST = 120
BROKEN = re.compile(r"(?:of|for|and|in|the|to)\b|.*[.;:!?] ")


def find_abbreviations(text: str) -> dict[str, str]:
    """Each abbreviation of the text with the words it stands for; the first good definition counts, and the initials of those who
    attend a meeting are none.

    >>> find_abbreviations("led by the Young People's Learning Agency (YPLA) in May")
    {'YPLA': "Young People's Learning Agency"}
    """
    found: dict[str, str] = {}
    attending = [match.span() for match in ATTENDING.finditer(text, 0, HEAD)]
    for match in SHORT.finditer(text):
        if any(start < match.start() < end for start, end in attending):
            continue
        line = max(text.rfind("\n", 0, match.start()), match.start() - LONGEST, 0)
        if sum(letter.isupper() for letter in match["short"]) > 1 and (long := long_form(match["short"], text[line : match.start()])):
            _note(found, match["short"], long)
    for match in REVERSED.finditer(text):
        if long_form(match["short"], match["long"]) == match["long"]:
            _note(found, match["short"], match["long"])
    return found


def _note(found: dict[str, str], short: str, long: str) -> None:
    """The first definition stands, unless only a later one has each letter begin a word."""
    if short not in found or (abbreviates(short, long) and not abbreviates(short, found[short])):
        found[short] = long


def long_form(short: str, before: str) -> str | None:
    """The shortest end of `before` that holds the letters of `short` in their order, and begins with its first one.

    >>> long_form("LEP", "Heart of the South West Local Enterprise Partnership")
    'Local Enterprise Partnership'
    """
    place = len(before)
    for index in reversed(range(len(short))):
        if not short[index].isalnum():
            continue
        place -= 1
        while place >= 0 and not _fits(before, place, short[index], index == 0):
            place -= 1
    if place < 0:
        return None
    long = before[place:].strip().removesuffix("’s").removesuffix("'s")
    fits = len(short) < len(long) and len(long.split()) <= min(len(short) + MORE_WORDS, 2 * len(short))
    return long if fits and short not in long.split() and long.count("(") == long.count(")") and not BROKEN.match(long) else None


def _fits(before: str, place: int, letter: str, opens: bool) -> bool:
    """Whether the letter stands at the place; the first one of an abbreviation must begin a word."""
    return before[place].lower() == letter.lower() and not (opens and place > 0 and before[place - 1].isalnum())
