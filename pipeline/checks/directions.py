"""Directions that a promise gives to something countable: more of it, or fewer."""

import re

STRONG = r"(?:reduc|increas|minimi[sz]|maximi[sz]|decreas)(?:e|ing)|cut(?:ting)?|lowering|lower(?= (?:the|our|its)\b)"
WEAK = r"(?:rais|improv)(?:e|ing)|(?:boost|expand|grow)(?:ing)?"
"""What is raised or improved is a direction only on a number or a rate."""
VERB = rf"(?:{STRONG}|(?P<weak>{WEAK}))(?!\s+(?:in|to|of|on|by)\b)"
SUBJECT = r"[^,.;:]{1,60}?\b(?:will|shall|must|should|(?:agreed|resolved|committed|continue|seek|aim|plan)s? to)"
ADVERBIAL = r"(?:through|with|via|across|over|within|during|in (?!order|the event|case))\b[^.;:]{1,60}?"
BEFORE = (
    r"(?:(?:also|further|significantly|substantially|baseline(?: and)?|then|continue to|seek to|aim to|help(?: to)?|measure and|to)\s+)*"
)
DIRECTION = re.compile(rf"(?:{SUBJECT}\s+|{ADVERBIAL},?\s+)?{BEFORE}(?P<verb>{VERB})\s+(?P<object>.+)", re.IGNORECASE | re.DOTALL)
WORK = re.compile(
    rf".{{0,60}}?(?<!their )(?<!our )(?<!its )\bwork(?:ing)?\b[^.;:]{{0,60}}?\bto\s+(?P<verb>{VERB})\s+(?P<object>.+)",
    re.IGNORECASE | re.DOTALL,
)
COUNTED = re.compile(
    r"(?:the\s+|our\s+)?(?:total\s+|overall\s+|average\s+)?"
    r"(?:numbers?|rates?|levels?|proportion|percentage|share|amounts?|volumes?|incidence|frequency|length|time|waiting times?)\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    rf"(?P<object>{COUNTED.pattern}\s+of\s+[^.;]{{1,60}}?)\s+(?:will|shall|must|should|to)\s+be\s+"
    r"(?P<verb>(?:reduc|increas|minimi[sz]|maximi[sz]|rais|lower)ed|cut)\b(?!\s+(?:by|to)\b)",
    re.IGNORECASE,
)
PHRASE_END = re.compile(
    r"[.,;:()]|\s(?:[–-]|about|across|after|along|among(?:st)?|and|around|as|at|before|below|between|by|during|every|for|from|in|into|of|on|or"
    r"|over|per|so|such|that|through|throughout|to|towards|under|using|via|when|where|which|who|whilst|while|with|within|year)(?=\s|$)",
    re.IGNORECASE,
)
LIMIT = re.compile(
    r"\b(?:up to|in line with|as set out|to (?:the|a|an|that|those) |to [£€$]\d|by (?!(?:19|20)\d\d\b)[£€$]?\d"
    r"|by (?:a |one |two )?(?:half|third|quarter)s?\b)|\d ?(?:%|per ?cent\b)",
    re.IGNORECASE,
)
MAIN_CLAUSE = re.compile(r"\b(?:will|shall|must|should|is|are)\b")
UNCOUNTED = """
ability access accessibility accountability ambition aspirations attractiveness availability awareness barriers benefits budget
budgets burden bureaucracy capability capacity charge charges choice clarity collaboration commitment complexity confidence
connectivity contribution contributions control coordination cost costs coverage delay demand dependence dependency disadvantage
discrimination disruption diversity dividend down duplication effectiveness efficiencies efficiency effort emphasis engagement
expectations expenditure exposure fee fees flexibility focus funding funds gap gaps grant grants harm impact impacts importance
income inconvenience independence inequalities inequality influence integration investment involvement isolation it knowledge
likelihood links loneliness morale need needs opportunities opportunity options overheads ownership pace participation pay potential
presence pressure pressures price prices productivity profile prospects prosperity provision quality range reliance reserves
resilience resources revenue risk risks role saving savings scope scrutiny sense skills speed spend spending standards stigma strain
stress support sustainability them these this those transparency trust uncertainty understanding value visibility vulnerability
well-being wellbeing
"""
"""Things that grow or shrink and that nobody counts, and money, whose figures stand in the accounts."""
ABSTRACT = frozenset(UNCOUNTED.split())
GROWING = frozenset({"branches", "down", "grass", "hedge", "hedges", "lawn", "lawns", "meadow", "out", "ribbon", "tree", "trees", "verges"})
"""What is cut without being made fewer."""


def direction_of(text: str) -> str | None:
    """The words of a direction on something countable, if that is what a promise is for; None where it serves another end.

    >>> direction_of("Reduce knife crime with an early years prevention scheme.")
    'Reduce knife crime'
    >>> direction_of("Raise the number of volunteers")
    'Raise the number of volunteers'
    >>> direction_of("Explore strategies to reduce knife crime") is direction_of("Increase awareness of knife crime") is None
    True
    """
    text = " ".join(text.split())
    if passive := PASSIVE.match(text):
        return passive[0]
    match = DIRECTION.match(text) or WORK.match(text)
    if match is None or LIMIT.search(match["object"]) or (text.lower().startswith("to ") and MAIN_CLAUSE.search(match["object"])):
        return None
    is_number = COUNTED.match(match["object"]) is not None
    if match["weak"] and not is_number:
        return None
    phrase = _phrase(match["object"])
    what = _phrase(match["object"].partition(" of ")[2]) if is_number else phrase
    is_counted = _is_counted(what, match["verb"]) or (is_number and not what)
    return f"{match['verb']} {match['object'] if is_number else phrase}" if is_counted else None


def _phrase(text: str) -> str:
    """The words up to the first that leads to another phrase."""
    end = PHRASE_END.search(text)
    return text[: end.start()] if end else text


def _is_counted(phrase: str, verb: str) -> bool:
    words = phrase.lower().partition("/")[0].split()
    if not words or words[-1].strip("'’\"”.,") in ABSTRACT:
        return False
    return not (verb.lower().startswith("cut") and GROWING.intersection(words))
