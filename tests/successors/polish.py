"""Ways of rewording a promise that leave it the promise it was."""

import re
from collections.abc import Callable, Mapping
from random import Random

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


def synonym(text: str, random: Random) -> str:
    """One or two words replaced by others that mean the same."""
    there = [word for word in SYNONYMS if re.search(rf"\b{word}\b", text)]
    for word in random.sample(there, min(len(there), random.choice((1, 2)))):
        text = re.sub(rf"\b{word}\b", SYNONYMS[word], text, count=1)
    return text


def adjective_added(text: str, random: Random) -> str:
    """An adjective behind an article or `our`."""
    return re.sub(r"\b(the|a|our) (?=[a-z]{4})", rf"\1 {random.choice(('clear', 'well-run', 'fair', 'modern'))} ", text, count=1)


def adjective_removed(text: str, random: Random) -> str:
    """One adjective less."""
    return re.sub(rf"(?<=\w )(?:{'|'.join(ADJECTIVES)}) ", "", text, count=1)


def tail_added(text: str, random: Random) -> str:
    """Some words more at the end."""
    return f"{text[:-1]} {random.choice(TAILS)}." if text.endswith(".") else f"{text} {random.choice(TAILS)}"


FIRST: tuple[Polish, ...] = (synonym, adjective_added, adjective_removed, tail_added)
"""What the matching was tuned on."""
