"""Rules for every case, and words of another text: neither is a promise of its own day."""

import re

CASES = (
    r"requests?|complaints?|notices?|applications?|vacanc(?:y|ies)|petitions?|objections?|items?|motions?|decisions?|enquir(?:y|ies)|quer(?:y|ies)"
    r"|referrals?|issues?|faults?|incidents?|proposals?|claims?|appeals?|breach(?:es)?|amendments?|questions?|reports?|conflicts?"
)
WHENEVER = re.compile(
    r"\b(?:(?:up)?on|following|after|within [^.;,]{2,40}? of) (?:the )?(?:receipt of|receiving) (?:an?|any|such|each|every)\b"
    r"|\bwhenever\b|\b(?:when|where|once) (?:an?|any|such an?|notice)\b[^.;,]{2,80}?"
    r"\b(?:is|are|has been|have been|arises?|occurs?|becomes?|makes?|requests?|asks?)\b"
    r"|\bin (?:the event|case) of an?\b|\bon each occasion\b"
    rf"|\A\W*should (?:an?|any)\b|\b(?:any|each|every|such an?)(?: (?!of\b)[\w’-]+){{0,2}}? (?:{CASES})\b",
    re.IGNORECASE,
)
"""What is to be done each time that something happens."""

PARTS = r"(?:paragraphs?|polic(?:y|ies)|sentences?|footnotes?|bullets?|criteri(?:on|a)|standing orders?|tables?|words?|wording|texts?)"
NOT_QUOTED = r"[^‘“'\"]{0,120}"
OF_ANOTHER_TEXT = re.compile(
    r"\b(?:as follows|to read|the following (?:sentence|text|words|wording|footnote|paragraph|bullet))\b"
    r"|\A\W*(?:amend|add|insert|delete|replace|change|reword|substitute|move)\b"
    rf"(?={NOT_QUOTED}\b{PARTS}\b){NOT_QUOTED}[:‘“'\"]",
    re.IGNORECASE,
)
"""New words for another text, which quotes what it says."""

OTHERS = re.compile(
    r"\bas a (?:guiding principle|(?:general )?rule)\b"
    r"|\b(?:applicants?|bidders?|tenderers?|suppliers?|contractors?|developers?|proposals?|applications?|developments?|schemes?|sites?|bids?"
    r"|dwellings?|new (?:homes|buildings|councils|houses|developments)|quorum)\b[^.;:]{0,60}?"
    r" (?:should|must|shall|(?:will|would) (?:be (?:required|expected|needed)|need) to)\b",
    re.IGNORECASE,
)
"""What is asked of whoever applies, builds or bids, whenever that is."""


def is_for_every_case(text: str) -> bool:
    """Whether a text says what is to be done each time that something happens.

    >>> is_for_every_case("On receipt of a request the Clerk will reply"), is_for_every_case("The Clerk will report the request")
    (True, False)
    """
    return WHENEVER.search(text) is not None


def is_of_another_text(text: str) -> bool:
    """Whether a text gives new words for another text.

    >>> is_of_another_text("Amend 5.1 as follows: ‘ten sites’"), is_of_another_text("Replace the fence")
    (True, False)
    """
    return OF_ANOTHER_TEXT.search(text) is not None


def is_asked_of_others(text: str) -> bool:
    """Whether a text says what others must bring whenever they apply, build or bid.

    >>> is_asked_of_others("Proposals should include 20% open space"), is_asked_of_others("The Council should plant 40 trees")
    (True, False)
    """
    return OTHERS.search(text) is not None
