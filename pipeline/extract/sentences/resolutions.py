"""Minutes, and the words in which they resolve something: `RESOLVED –` above clauses that open with `That`."""

import re
from collections.abc import Sequence
from itertools import takewhile

MINUTES = re.compile(
    r"\b(?=[mpa])(?:(?<!\d )minutes\b(?! of (?:calls?|walk|home))|meeting (?:of|held)\b|^present:?\b|apologies\b)",
    re.IGNORECASE | re.MULTILINE,
)
HEADED = re.compile(r"^(?:(?:draft|open|confirmed|unconfirmed) )?minutes:\s*$", re.IGNORECASE | re.MULTILINE)
RESOLVING = re.compile(
    r"\W*(?:it was |they |cabinet |council |the (?:committee|cabinet|council|board|panel) )?(?:unanimously )?"
    r"(?:resolved|agreed|decided|recommended)(?: unanimously| \(unanimously\)| to (?:full )?(?:council|cabinet))?(?:\W{0,2} that)?\W*",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"\W*(?:and,? )?that[,:]? (?:the|an?|it|all|no|any|each|every|this|these|authority|approval|delegated|delegation|permission"
    r"|consent|subject|officers|members|in|from|by|with|following|(?-i:[A-Z]))\b(?!.{0,60}\b(?:is why|said)\b)",
    re.IGNORECASE,
)
ADOPTING = re.compile(
    r"(?:that )?(?:the|these|this) [^;£$€]{0,160}?\b(?:minutes|plan|strategy|policy|framework|report|statement|protocol|scheme"
    r"|terms of reference|constitution|agenda|accounts|recommendations?|amendments?|changes|programme|schedule|response)\b"
    r"[^;£$€]{0,100}? be (?:approved|adopted|endorsed|agreed|accepted|ratified|confirmed)(?: and (?:adopted|published))?"
    r"(?:,? (?:as|in|for|at|subject to) [^;£$€]{0,120})?\W*",
    re.IGNORECASE,
)
OVER = re.compile(
    r"(?:that |to )?(?:(?:the )?\w+ )?(?:(?:thanks?|acknowledges?|congratulates?|extends? (?:its )?(?:sympathy|condolences))\b"
    r"|accepts? the apolog\w+|(?:confirms?|approves?|adopts?|endorses?|receives?|accepts?) (?:the|these|this)\b[^;£$€]{0,80}?"
    r"\b(?:minutes|reports?|updates?|presentation|petition|information|agenda|accounts|design|terms of reference|strategy|policy"
    r"|protocol|constitution)\b[^;£$€]{0,120}\W*\Z)",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"(?:to (?:discuss|consider|receive|review|agree|approve|decide)\b[^.:]{0,160}:"
    r"|(?-i:[A-Z])[\w’&, ]{2,50}:-|(?-i:[A-Z])[\w’& ]{2,40}\w-(?= )"
    r"|(?!actions?\b|resolved\b|agreed\b|recommended\b|lead\b|owner\b)(?-i:[A-Z])[\w’&,/ ]{2,60}? [–-](?= (?-i:[A-Z])\w))[–-]?\s+",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"\A(?:to (?=(?:ask|call|direct|instruct|request|remit|urge)\b)|that (?=[^.;]{3,80}? would\b))", re.IGNORECASE)
WOULD = re.compile(r"\bwould\b(?! like\b)")
HEAD = 1500


def are_minutes(text: str) -> bool:
    """Whether a paper is the minutes of a meeting, by its first words."""
    return len(MINUTES.findall(text[:HEAD])) > 1 or HEADED.search(text[:HEAD]) is not None


def is_resolving(text: str) -> bool:
    """Whether a line says only that something was resolved; what, stands below it."""
    return RESOLVING.fullmatch(text) is not None


def is_clause(text: str) -> bool:
    """Whether a text is a clause of a resolution: `That the hall be painted.`"""
    return CLAUSE.match(text) is not None


def clauses_above(texts: Sequence[str]) -> int:
    """How many of the last of `texts` are clauses of a resolution."""
    return len(list(takewhile(is_clause, reversed(texts))))


def behind_topic(text: str) -> int:
    """Where what was decided begins in an item of minutes, behind the words of the agenda: `To discuss the hall: …`, `Footpaths- …`,
    `Footpaths – …`."""
    topic = TOPIC.match(text)
    return topic.end() if topic and topic.end() < len(text) else 0


def is_over(text: str) -> bool:
    """Whether a clause of a resolution is over with the vote: it confirms minutes, receives a report or thanks somebody."""
    return OVER.match(text) is not None


def as_order(text: str) -> str:
    """A clause as it would order, its beginning left out: `instruct the Clerk to act`, `the Clerk shall act` for `that he would`."""
    return WOULD.sub("shall", INFINITIVE.sub("", text, count=1), count=1)


def is_adopting(text: str) -> bool:
    """Whether a clause adopts a paper: it is over with the vote."""
    return ADOPTING.fullmatch(text) is not None
