"""Ways of rewording a promise that leave it the promise it was."""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

Polish = Callable[[str, Random], str]

SYNONYMS: Mapping[str, str] = {
    "Complete": "Finish", "Develop": "Draw up", "Create": "Set up", "Establish": "Set up", "Improve": "Better", "Ensure": "Make sure",
    "Deliver": "Carry out", "Review": "Look again at", "Reduce": "Bring down", "Provide": "Offer", "Identify": "Find", "Cut": "Reduce",
    "children": "young people", "progress": "advance", "initiatives": "schemes", "programme": "scheme", "city": "town",
    "ensure": "make sure", "provide": "offer", "reduce": "cut", "develop": "build", "support": "help", "priority": "key",
    "residents": "local people", "number": "count", "including": "among them", "businesses": "firms", "proposals": "plans",
}  # fmt: skip
ADJECTIVES = (
    "new",
    "effective",
    "good",
    "key",
    "strong",
    "improved",
    "local",
    "proper",
    "additional",
    "genuinely",
    "comprehensive",
    "real",
)
TAILS = ("across the whole area", "in every part of the area", "with the help of volunteers", "as far as funds allow")


def _replaced(text: str, others: dict[str, str], counts: tuple[int, ...], random: Random) -> str:
    """So many of the words as one of the counts says, replaced by what the others give for them."""
    there = [word for word in others if re.search(rf"\b{word}\b", text)]
    for word in random.sample(there, min(len(there), random.choice(counts))):
        text = re.sub(rf"\b{word}\b", others[word], text, count=1)
    return text


def synonym(text: str, random: Random) -> str:
    """One or two words replaced by others that mean the same."""
    return _replaced(text, SYNONYMS, (1, 2), random)


def adjective_added(text: str, random: Random) -> str:
    """An adjective behind an article or `our`."""
    return re.sub(r"\b(the|a|our) (?=[a-z]{4})", rf"\1 {random.choice(('clear', 'well-run', 'fair', 'modern'))} ", text, count=1)


def adjective_removed(text: str, random: Random) -> str:
    """One adjective less."""
    return re.sub(rf"(?<=\w )(?:{'|'.join(ADJECTIVES)}) ", "", text, count=1)


def tail_added(text: str, random: Random) -> str:
    """Some words more at the end, but behind no initials (`(SR)`)."""
    if re.search(r"(?:\)|\b[A-Z]{2,3})\.?\Z", text):
        return text
    return f"{text[:-1]} {random.choice(TAILS)}." if text.endswith(".") else f"{text} {random.choice(TAILS)}"


OTHERS: Mapping[str, str] = {
    "Develop": "Bring forward", "Create": "Form", "Implement": "Put in place", "Support": "Back", "Continue": "Go on", "Work": "Co-operate",
    "Publish": "Issue", "Install": "Fit", "Introduce": "Bring in", "Improve": "Raise the standard of", "Lobby": "Press", "Engage": "Talk",
    "Maintain": "Keep up", "Baseline": "Measure", "Establish": "Found", "Target": "Aim", "Target provision": "Direct provision",
    "poverty": "hardship", "homes": "houses", "partners": "partner bodies", "housing": "homes", "investment": "money",
    "services": "provision",
    "schools": "local schools", "plan": "programme", "strategy": "plan", "review": "survey", "opportunities": "chances", "job": "work",
    "government": "ministers", "improve": "raise", "deliver": "bring about", "proposals": "drafts", "use": "make use of", "high": "great",
    "vulnerable": "most at risk", "council": "authority", "Council": "Authority", "community": "neighbourhood", "funding": "finance",
}  # fmt: skip
NOUNS: Mapping[str, str] = {
    "Develop": "Development of", "Create": "Creation of", "Review": "Review of", "Complete": "Completion of", "Deliver": "Delivery of",
    "Implement": "Implementation of", "Introduce": "Introduction of", "Produce": "Production of", "Identify": "Identification of",
}  # fmt: skip
OPENINGS = ("Work with partners to", "Continue to", "Take further steps to", "Go on working to")


def other_words(text: str, random: Random) -> str:
    """Two or three words replaced by others that mean nearly the same."""
    return _replaced(text, OTHERS, (2, 3), random)


def clauses_turned(text: str, random: Random) -> str:
    """What stands behind the only comma put first, or the purpose (`to …`) before what serves it."""
    parts = text.rstrip(".").split(", ")
    if len(parts) == 2 and min(map(len, parts)) > 15:
        return f"{parts[1][:1].upper()}{parts[1][1:]}, {parts[0][:1].lower()}{parts[0][1:]}"
    match = re.fullmatch(r"([A-Z]\w+ [^,.]{15,}?) to ([a-z]\w+ [^,.]{15,}?)\.?", text)
    return f"To {match[2]}, {match[1][:1].lower()}{match[1][1:]}" if match else text


def noun_for_verb(text: str, random: Random) -> str:
    """`Development of` for `Develop`."""
    verb = text.split(" ", 1)[0]
    return NOUNS[verb] + text[len(verb) :] if verb in NOUNS else text


def opening_added(text: str, random: Random) -> str:
    """`Continue to` or the like before the verb that the text begins with."""
    is_order = text.split(" ", 1)[0] in {*SYNONYMS, *OTHERS, *NOUNS}
    return f"{random.choice(OPENINGS)} {text[0].lower()}{text[1:]}" if is_order else text


def aside_left_out(text: str, random: Random) -> str:
    """Without its first words in brackets, or its last clause."""
    short = re.sub(r" \([^()]+\)", "", text, count=1)
    return short if short != text else re.sub(r"(?<=[a-z]{4}), (?:including|particularly|especially|which|ensuring|using)\b[^.]*", "", text)


FIRST: tuple[Polish, ...] = (synonym, adjective_added, adjective_removed, tail_added)
"""What the matching was tuned on."""
SECOND: tuple[Polish, ...] = (other_words, clauses_turned, noun_for_verb, opening_added, aside_left_out)
"""Written when the matching was done, to see how it does on what it was not tuned on."""


class Style(NamedTuple):
    """How much of a plan is reworded: by which ways, which part of its promises, and how often each, from least to most."""

    polishes: tuple[Polish, ...]
    chance: float
    times: tuple[int, int]


STYLES: Mapping[str, Style] = {
    "known": Style(FIRST, 0.7, (1, 3)),
    "unknown": Style(SECOND, 0.7, (1, 3)),
    "rewritten": Style(FIRST + SECOND, 1.0, (5, 9)),
}
"""`rewritten` leaves no promise as it was."""
