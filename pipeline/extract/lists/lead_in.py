"""Lead-ins: the words that open a list, what they make of its items, and who and when they name for all of them."""

import re
from copy import copy

from pipeline.extract.candidate import LeadIn
from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.owners.joints import ARTICLE
from pipeline.extract.sentences.clauses import PRONOUN
from pipeline.model.record import Kind
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

COLONS = (":", ":-", ":–")
OPEN_ENDS = (" will", " to", " that", " That", " THAT", "WILL")
LONGEST_OPEN = 120
ADDRESSING = ("call", "urge", "ask", "request", "instruct", "direct", "lobb", "delegate")
ADDRESSEE = re.compile(
    r"\w+(?: (?:up)?on|(?: authority)? to)?\s+(?P<name>.+?)(?:,? (?:in consultation|following|after|subject) .+?)?,?\s+(?:to|that)\b",
    re.DOTALL,
)
RESOLVED_NAME = re.compile(r"\bthat (?P<name>[^:]{2,60}?)\s*(?:shall|will|to|should)?\s*[:–—-]?\s*\Z")
RECOMMENDS = re.compile(r"recommends?\b", re.IGNORECASE)
RESOLVED_OF = re.compile(r"\b(?:resolved|agreed) (?P<name>(?!to\b|that\b)[^:]{2,80}?) to\s*[:–—-]?\s*\Z", re.IGNORECASE)
TELLS = re.compile(r"\W*(?:it was )?(?:resolved|agreed)\b", re.IGNORECASE)  # and asks nobody for advice
CLAUSE_START = re.compile(r"[.!?;]\s+|\b(?:and|so|but)\s+")
DATED = re.compile(
    r"(?:in|by|during|from|over|throughout|for) (?:[\w’-]+ ){0,4}?(?:\d{4}(?:[/–-]\d{2,4})?|year|month|quarter),? ", re.IGNORECASE
)
ASIDE = re.compile(r"\W*(?P<name>[^.:;,]{2,80}), (?:having|in|with|following|after|on|taking|recognising|noting)\b[^.:;]*,\Z")
ASKS = re.compile(  # and says no more
    r"[^.;:]{2,80}? (?:is|are) (?:\w+ )?(?:asked|invited|requested|recommended)(?: to| that)?:"
    r"|(?:(?:it was )?(?:resolved|agreed) )?to (?:ask|request|instruct|direct) [^.;:]{2,80}? to:",
    re.IGNORECASE,
)
RECOMMENDED_TO = re.compile(r"recommend(?:s|ed)?(?: to)? (?P<name>(?!to\b|that\b)[^:,]{3,60}?)(?: that| to)?\s*[:–—-]?\s*\Z", re.IGNORECASE)
PROMISING_LEAD = re.compile(r"\b(?:will|shall)(?:,? \w+){4,}", re.IGNORECASE)
PHRASE_START = re.compile(r"\AWhat\s+|\s[–—-]\s+(?=(?i:the)\b)|[.!?;:]\s+|\)\s|,\s+|\b(?:that|RESOLVED|AGREED)\s+")


class LeadInReader:
    """Reads lead-ins by rules/commitment/lead_ins, with the bodies of one paper."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies) -> None:
        self._rules = rulebook.of("commitment/lead_ins")
        self._bodies = bodies

    def of_paper(self, bodies: Bodies) -> "LeadInReader":
        """The same with the bodies of a paper."""
        reader = copy(self)
        reader._bodies = bodies
        return reader

    def read(self, text: str, offset: int) -> LeadIn | None:
        """The lead-in that `text`, which begins at `offset`, ends in; None where it opens no list of promises."""
        for rule in self._rules:
            if match := rule.pattern.search(text):
                resolves = rule.rule.name == "lead_in.resolves"  # what a body resolves binds itself, but may be said of it by name
                clause = Span(offset + _last_end(CLAUSE_START, text[: match.start()]), offset + len(text))
                names_behind = resolves or RECOMMENDS.match(match[0].strip()) is not None  # whoever recommends is not to act
                subject = self._resolved(match, offset) if names_behind else self._subject(text, match, offset)
                return LeadIn(self._kind(rule.rule.value["kind"], text, offset, subject), rule.id, subject, clause)
        return None

    def _kind(self, kind: Kind | None, text: str, offset: int, subject: Span | None) -> Kind | None:
        """The kind of the items; what a resolution tells an officer to do is an action."""
        name = text[subject.start - offset : subject.end - offset] if subject else ""
        told = kind in ("recommendation", "commitment") and TELLS.match(text)
        return "action" if told and name and self._bodies.is_officer(ARTICLE.sub("", name)) else kind

    def _resolved(self, match: re.Match[str], offset: int) -> Span | None:
        """Who is to act by a resolution, where that is said: `It is resolved that Council:`."""
        named = next((found for each in (RESOLVED_NAME, RESOLVED_OF, RECOMMENDED_TO) if (found := each.search(match[0]))), None)
        return self._named(named["name"], offset + match.start() + named.start("name")) if named else None

    def _subject(self, text: str, match: re.Match[str], offset: int) -> Span | None:
        """Who acts, where the words name a body other than the publisher's `we`: before the verb, or behind one that addresses."""
        if match[0].strip().lower().startswith(ADDRESSING):
            addressee = ADDRESSEE.match(text, match.start())
            return self._named(addressee["name"], addressee.start("name") + offset) if addressee else None
        if aside := ASIDE.match(text[: match.start()].rstrip()):
            return self._named(aside["name"], aside.start("name") + offset)
        start = _last_end(PHRASE_START, text[: match.start()].rstrip())
        if dated := DATED.match(text, start, match.start()):
            start = dated.end()
        return self._named(text[start : match.start()], start + offset)

    def _named(self, phrase: str, start: int) -> Span | None:
        stripped = phrase.strip(" ,–-")
        if not stripped or PRONOUN.match(stripped.split()[-1]):
            return None
        name = ARTICLE.sub("", stripped)
        start += phrase.index(stripped)
        return Span(start, start + len(stripped)) if self._bodies.is_body(name) or self._bodies.is_name(name) else None


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)


def may_lead(text: str) -> bool:
    """Whether a paragraph may open a list by the way it ends: in a colon or a dash, or, if it is short, in the middle of a sentence."""
    return text.endswith((*COLONS, "–", "-")) or (len(text) < LONGEST_OPEN and text.endswith(OPEN_ENDS))
