"""Whom a pronoun or a noun that only tells the kind of body stands for: `it`, `the group`."""

import re

from pipeline.extract.owners.bodies import Bodies
from pipeline.model.span import Span

PRONOUN = re.compile(r"(?:it|they|she|he)\Z", re.IGNORECASE)
KIND = re.compile(
    r"(?:(?i:the|this|that|its|their)\s+)?(?P<head>group|board|team|fund|partnership|unit|forum|network|service|alliance|taskforce"
    r"|trust|agency|centre|hub|company|working group|steering group|task force)\Z"
)
NAME = re.compile(r"(?:[A-Z](?:\.|[\w&’'-]*)|\d{1,3}(?= to \d))(?:[ -](?:[A-Z](?:\.|[\w&’'-]*)|\d+|of|for|and|the|&|to(?= \d))){0,9}")
OPENING = re.compile(r"(?:The|A|An|Our|This|That|If|When|As|In|On|At|By|For|To|With|From|And|Its|Their)\s+")
REACH = 600


def find_antecedent(text: str, place: int, subject: str, bodies: Bodies) -> Span | None:
    """The body named nearest before `place` that a pronoun, or a noun such as `the group`, stands for; None for any other subject.

    A noun stands for a name that ends in it; a pronoun for the body that the sentence before it, or its own, opens with.
    """
    kind = KIND.match(subject)
    if not kind and not PRONOUN.match(subject):
        return None
    start = max(0, place - REACH)
    nearest = None
    for match in NAME.finditer(text, start, place):
        opening = OPENING.match(match[0])
        span = Span(match.start() + (opening.end() if opening else 0), match.end())
        name = span.of(text).removesuffix("’s").removesuffix("'s")
        fits = name.lower().endswith(kind["head"].lower()) and len(name.split()) > 1 if kind else bodies.is_body(name)
        if name and fits:
            nearest = Span(span.start, span.start + len(name))
    return nearest
