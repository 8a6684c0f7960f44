"""Items that only tell how things are, and those that tell what will be done."""

import re

ADVISES = re.compile(r"\b(?:should|must|shall|ought|recommend\w*|needs? to|to be|be \w+ed)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:(?:has|have|had) (?:\w+ )?(?:been|\w+ed)|was|were|agreed|preferred|considered|recognised)\b")
IS_SO = re.compile(r"(?:the|these|an?|all|[A-Z][\w’]+) [^.;:,]{2,80}? (?:is|are|was|were|has|have|consists?|recognises?) ", re.DOTALL)
TO_BE = re.compile(
    r"(?!(?:it|this|these|there|that|they)\b)[^.;]{3,200}?"
    r" (?:will (?:continue to )?(?!be able|need|have|affect|mean)[a-z]+|to be [a-z]+)\b",
    re.IGNORECASE,
)


def is_told(text: str, is_numbered: bool) -> bool:
    """Whether an item tells how things are, or a numbered paragraph how they came about, and advises nothing."""
    tells = (is_numbered and PAST.search(text)) or (text.endswith(".") and IS_SO.match(text))
    return bool(tells) and ADVISES.search(text) is None


def is_to_be(text: str) -> bool:
    """Whether an item says at once that something will be done, or is to be; a pronoun only says what that is for."""
    return TO_BE.match(text) is not None
