"""Verbs in their base form: the sign of an order or a promise at the head of a text."""

import re

from pipeline.rulebook import Rulebook

WORD = re.compile(r"[\w’'-]+")
FIRST_WORDS = re.compile(r"[^\w’'-]*([\w’'-]+)(?:[^\w’'-]+([\w’'-]+)(?:[^\w’'-]+([\w’'-]+))?)?")
NAME_WITH_PREDICATE = re.compile(
    r"(?:[A-Z][\w’'&-]*(?: (?:and|of|for|&))? ){2,7}(?:\([^()]{2,40}\) )?"
    r"(?:to|will|shall|being|has|have|is|are|was|were|should|must|went|came|\w+ed)\b"
    r"|[A-Z]\w+ (?:(?:& )?[A-Z][\w’'&-]*\s?){0,3}$"
)
NOUN_WITH_PREDICATE = re.compile(
    r"\w+ (?!(?:the|a|an|our|all|any|each|every|and|or|with|on|for|in|how|whether|if|what|that|this|these|those|their|its|new|more|further"
    r"|at|out|up)\b)(?:(?!(?:when|which|that|who|where|if|as|so|because|until|once|to)\b)[\w’'-]+ ){1,4}?"
    r"(?:has|have|is|are|was|were|will|shall|to be)\b",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"to [^.;:,]{3,120}, (?!(?:and|or|including|such|as|by|with|to|in|on)\b)[^.;:]{2,80}?\b(?:will|is|are|was|were|has|have|needs?)\b",
    re.IGNORECASE,
)
LABEL = re.compile(r"\W*[\w’'-]+(?: \d+)?(?::| [–-]) ")  # of what follows: `Scale: …`, `Approach 1 – …`
BEFORE_VERB = frozenset({"further", "jointly", "actively", "fully", "formally", "where", "possible", "always", "not", "never"})
ADVERB = re.compile(r"(?!daily|weekly|monthly|quarterly|yearly|family|early|only|assembly|supply|apply|reply)[a-z]{3,}ly")
MANNER = re.compile(r"[a-z]{2,}(?:ically|ively|fully|antly|ently|ously|ately|ably|ibly)")  # no adjective, as timely is
BEGINNINGS = frozenset({"begin", "start", "commence", "continue", "complete"})
NOUNS_BEFORE = {
    "in": frozenset({"increase", "uplift", "change", "rise", "cut", "interest", "gain", "access", "supply", "value"}),
    "for": frozenset(
        {"support", "help", "fund", "access", "increase", "supply", "market", "challenge", "award", "approach", "fit", "respect", "service"}
    ),
    "with": frozenset({"help", "support", "access", "approach"}),
    "on": frozenset({"return", "limit", "cap", "ban"}),
    "to": frozenset({"update", "change", "access", "approach", "visit", "damage", "answer"}),
}
NOUNS_BEHIND = {
    "document": frozenset({"name", "names", "title"}),
    "finance": frozenset({"advice", "leases"}),
    "direct": frozenset({"payment", "payments", "cost", "costs", "debit", "debits"}),
    "lower": frozenset({"limit", "limits", "chance", "risk"}),
    "pay": frozenset({"award", "awards", "inflation", "adjustments"}),
    "price": frozenset({"inflation", "increase", "increases", "risk"}),
    "surface": frozenset({"water"}),
}
DATED = re.compile(r"(?:by|before|from|beginning|starting|no later than)\b[^.;:,]{1,30}\b20\d\d(?: and ongoing)?, (?=[a-z])", re.IGNORECASE)
HAVING = re.compile(
    r"\W*have (?:an? |the |our |at least |in place |all |more |better |clear |regular |on-?going |well |up-to-date )", re.IGNORECASE
)
EFFORTS = frozenset({"work", "aim", "attempt"})
HEAD = 60


class Verbs:
    """Knows the verbs of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._pure = rulebook.words["verbs"]
        self._all = self._pure | rulebook.words["noun_verbs"]
        self._not_behind = rulebook.words["participles"] | rulebook.words["auxiliaries"]
        self._fronts = (*rulebook.words["fronts"], "no later than")
        self._fronted = re.compile(
            rf"{rulebook.fragments['fronts']}\b[^.;:]{{2,100}}?, (?:\w+ly )?(?P<verb>[a-z-]+)\b(?! by\b)", re.IGNORECASE
        )

    def is_base(self, word: str) -> bool:
        """Whether `word`, in lower case, may be a verb in its base form."""
        return word in self._all

    def is_verb(self, word: str) -> bool:
        """The same, or the form in -ing."""
        stem = word.removesuffix("ing")
        return word in self._all or (stem != word and (stem in self._all or stem + "e" in self._all))

    def opens_in_ing(self, text: str) -> bool:
        """Whether the first word is a verb in -ing."""
        first = text.partition(" ")[0].lower()
        return first.endswith("ing") and self.is_verb(first)

    def opens_as_title(self, text: str) -> bool:
        """Whether the first word may as well be a noun, and the next has a capital: Reserve Balance, Finance and Insurance."""
        words = [word for word in WORD.findall(text[:HEAD]) if word not in ("and", "or")]
        return len(words) > 1 and words[0].lower() not in self._pure and words[1][0].isupper()

    def opens(self, text: str) -> bool:
        """Whether the first word is a verb in its base form, so that the text orders or promises."""
        words = FIRST_WORDS.match(text, 0, HEAD)
        first, second, third = (words[1].lower(), words[2] or "", words[3]) if words else ("", "", None)
        if text[len(first) : len(first) + 1] in ("/", ":") and first not in self._pure:
            return False
        if LABEL.match(text) and first not in self._pure:
            return False
        if (second.lower() == "of" and first != "dispose") or _is_noun(first, second.lower(), third):
            return False
        if first in self._pure or (first == "have" and HAVING.match(text)):
            return True
        if first == "to" and PURPOSE.match(text):
            return False
        if first == "to" or first in BEFORE_VERB:
            return second.lower() in self._all
        if (ADVERB.fullmatch(first) and second in self._pure) or (MANNER.fullmatch(first) and second in self._all):
            return True
        if first in EFFORTS and second == "to":
            known = self._pure if first == "work" else self._all
            return third in known and third not in BEGINNINGS
        if first not in self._all or not second or second.lower() in self._not_behind or third == "being":
            return self._opens_behind_phrase(text)
        return not NOUN_WITH_PREDICATE.match(text) and (not second[0].isupper() or not NAME_WITH_PREDICATE.match(text))

    def _opens_behind_phrase(self, text: str) -> bool:
        """Whether an order stands behind a date to come and its comma: `By May 2021, complete the plan`; behind any other phrase only
        a verb that is nothing else tells."""
        if not text[:HEAD].lower().startswith(self._fronts):
            return False
        if dated := DATED.match(text):
            return self.opens(text[dated.end() :])
        match = self._fronted.match(text)
        return match is not None and match["verb"].lower() in self._pure


def _is_noun(first: str, second: str, third: str | None) -> bool:
    """Whether what follows a word tells that it is a noun, though it may be a verb: `Return on`, `Surface water`, `Process by which`."""
    return first in NOUNS_BEFORE.get(second, ()) or second in NOUNS_BEHIND.get(first, ()) or (third == "which" and first != "to")
