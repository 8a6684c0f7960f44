"""What words look like: a heading in capitals, a title, or nothing at all."""

import re

# White space and invisible characters: nothing is printed where only these stand.
BLANK = "".join(map(chr, (*range(33), 0x7F, 0x85, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x2010), *range(0x2028, 0x2030))))
BLANK += "\u205f\u2060\u3000\ufeff"
# A time, nothing reported, who was there, a payment to the penny: lines of minutes and accounts, however short.
REPORT = re.compile(r"At \d|No [a-z]|Cllrs?\b|.*£\d[\d,]*\.\d\d\b")
ORDERS = re.compile(r"(?!(?:What|Who|How|Where|When|Why)\b).*\b(?:will|shall|must|should)\b")
WHO_OR_WHEN = re.compile(
    r"(?:(?:lead|responsible|accountable|project|action)(?: \w+){0,2}|owners?|by (?:whom|when)|timescales?"
    r"|deadlines?|due(?: date)?|partners?): ",
    re.IGNORECASE,
)
DECIDED = re.compile(r"(?:resolved|agreed)\b[:,]? (?:that|to)\b", re.IGNORECASE)
BOLD = re.compile(r"(\*\*|__)(?P<words>[^\s*_](?:[^*]*[^\s*_])?)\1\s*\Z")
LONGEST_BOLD = 9  # words, of which only the first need have a capital
LOWER = re.compile(r"[^\W\d_A-Z]")


def is_capitals(text: str) -> bool:
    """Whether `text` is a heading in ALL CAPITALS: a few words, not a code and not a sentence.

    >>> is_capitals("ACTION ON CLIMATE CHANGE"), is_capitals("NHS"), is_capitals("PA 1")
    (True, False, False)
    """
    if not 4 <= len(text) <= 120 or text[-1] in ".,;" or LOWER.search(text):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= 4 and letters > len(text) / 2


def is_title(text: str, longest: int = 12) -> bool:
    """Whether `text` has the looks of a heading in words: of `longest` words at most, no full stop, opening with a capital.

    >>> is_title("Annex A: Recommendations"), is_title("Our plan."), is_title("This report says")
    (True, False, False)
    """
    if not text or len(text) > 8 * longest or text[-1] in ".,;:!" or "__" in text or not text[0].isupper():
        return False
    words = text.split()
    if len(words) > longest or REPORT.match(text) or DECIDED.match(text):
        return False
    significant = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in significant)
    opening = words[0].lower() in {"this", "these", "those", "it", "we", "i", "there", "they", "proposed", "moved", "seconded"}
    return not opening and (capitals >= 0.6 * len(significant) or len(words) <= longest / 2)


def is_bold_title(line: str) -> bool:
    """Whether all of a line is set in bold and looks like a title, or asks one question.

    >>> is_bold_title("**Where are we now?**"), is_bold_title("**Lead:** Cllr Lee"), is_bold_title("**Lead: Cllr Lee**")
    (True, False, False)
    """
    bold = BOLD.match(line)
    is_short = bold and len(bold["words"].split()) <= LONGEST_BOLD and not ORDERS.match(bold["words"])
    longest = 2 * LONGEST_BOLD if is_short else 12
    return bold is not None and is_title(bold["words"], longest) and not WHO_OR_WHEN.match(bold["words"])
