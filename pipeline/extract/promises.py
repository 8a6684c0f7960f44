"""Tells whether a sentence or a lead-in promises, by rules/commitment, and who is to act by its own words."""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.extract.bodies import ARTICLE, PERSON, Bodies
from pipeline.extract.candidate import LeadIn
from pipeline.extract.reading import Reading
from pipeline.model.record import Kind
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

PUBLISHER = re.compile(r"(?:the |this |our )?(?:\w+ ){0,4}(?:council|cabinet|authority|board|trust|administration)", re.IGNORECASE)
PRONOUN = re.compile(r"(?:we|i|it|they|this|these|that|who|which|there|he|she|you|those)\b", re.IGNORECASE)
WEAK = frozenset("be have need see help enable mean lead remain become depend vary affect include contain result require benefit allow bring provide support face continue apply cost cover comprise consist form".split())
EFFECTS = frozenset("affected required needed based used considered determined included subject expected faced seen known found helped impacted driven".split())
LEAD_CLAUSE = re.compile(r"(?:.*[.!?;]\s+|.*\b(?:and|so|but|,\s*so)\s+(?=(?:this|in|by|over|during|within|the|we|[A-Z])\b))?(?P<clause>[^.!?;]*)", re.DOTALL)
DO_LESS = re.compile(r"(?:to )?(?:note|receive|consider)\b", re.IGNORECASE)


class Judgement(NamedTuple):
    """What a sentence is: `kind` None where it promises nothing. `subject` is the span of who acts, None for the publisher."""

    kind: Kind | None
    rule: str
    subject: Span | None = None


class Judge:
    """Judges by one rulebook."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies) -> None:
        self._bodies = bodies
        self._sentences = rulebook.of("commitment/sentences")
        self._lead_ins = rulebook.of("commitment/lead_ins")
        self._verbs = rulebook.words["verbs"] | rulebook.words["noun_verbs"]
        self._pure = rulebook.words["verbs"]
        self._things: frozenset[str] = frozenset()
        self._checks: dict[str, Callable[[re.Match[str], CompiledRule], Judgement | None]] = {
            "body_acts": self._body_acts,
            "others_act": self._others_act,
            "asked": self._asked,
            "passive": self._passive,
            "rest": lambda match, rule: Judgement(rule.rule.value["kind"], rule.id),
        }

    def prepare(self, text: str) -> None:
        """Learns which acronyms of the paper stand for no body."""
        self._things = self._bodies.defined_things(text)

    def judge(self, text: str, offset: int) -> Judgement | None:
        """What the sentence `text`, which begins at `offset`, promises; None where no rule speaks."""
        for rule in self._sentences:
            match = rule.pattern.search(text)
            if match is None:
                continue
            check = self._checks.get(rule.rule.normaliser or "")
            judgement = check(match, rule) if check else Judgement(rule.rule.value["kind"], rule.id)
            if judgement:
                return _moved(judgement, offset)
        return None

    def lead_in(self, text: str, offset: int) -> LeadIn | None:
        """The lead-in that `text` ends in; None where it opens no promises."""
        for rule in self._lead_ins:
            match = rule.pattern.search(text)
            if match:
                clause = self._clause(text, match.start())
                return LeadIn(rule.rule.value["kind"], rule.id, self._lead_subject(text, clause, match, offset), _shift(clause, offset))
        return None

    def opens_with_verb(self, text: str) -> bool:
        """Whether the first word is a verb in its base form, so that the text orders or promises."""
        words = re.findall(r"[\w’'-]+", text[:60])
        if not words:
            return False
        first = words[0].lower() if words[0].lower() != "to" or len(words) == 1 else words[1].lower()
        if first in self._pure:
            return True
        if first in ("further", "jointly", "actively", "fully", "formally", "where") and len(words) > 1:
            return words[1].lower() in self._verbs or first == "where"
        return first in self._verbs and len(words) > 1 and (words[1][0].islower() or words[1][0].isdigit()) and words[1].lower() not in ("of", "is", "are", "was")

    def is_noting(self, text: str) -> bool:
        """Whether an item only notes or receives something."""
        return DO_LESS.match(re.sub(r"^(?:that )?(?:the )?\w* ?(?=note)", "", text.strip(), flags=re.IGNORECASE)) is not None

    def _clause(self, text: str, start: int) -> Span:
        """The clause that the lead-in's verb stands in, with a time that opens it (`By March 2013, the council`)."""
        before = text[:start]
        stop = max((match.end() for match in re.finditer(r"[.!?;]\s+|\band\s+|\bso\s+|\bbut\s+", before)), default=0)
        return Span(stop, len(text))

    def _lead_subject(self, text: str, clause: Span, match: re.Match[str], offset: int) -> Span | None:
        """Who acts, where the words before the verb name a body other than the publisher's `we`."""
        if match[0].strip().lower().startswith(("calls", "call", "urges", "asks", "requests", "instruct", "direct", "lobb")):
            return self._addressee(text, match, offset)
        whole = text[: match.start()]
        stop = max((m.end() for m in re.finditer(r"[.!?;:]\s+|[A-Z]?\),?\s|,\s+|\bthat\s+", whole)), default=0)
        return self._named(whole[stop:], stop + offset)

    def _addressee(self, text: str, match: re.Match[str], offset: int) -> Span | None:
        verb = re.match(r"\w+(?: (?:up)?on)?\s+", match[0])
        rest = match[0][verb.end() :] if verb else ""
        end = re.search(r"\s+(?:to|that)\b", rest)
        return self._named(rest[: end.start()], match.start() + (verb.end() if verb else 0) + offset) if end else None

    def _named(self, phrase: str, start: int) -> Span | None:
        stripped = phrase.strip(" ,–-")
        lead = phrase.index(stripped) if stripped else 0
        bare = ARTICLE.sub("", stripped)
        acts = bool(stripped) and not PRONOUN.match(stripped) and (self._bodies.is_body(bare, self._things) or self._bodies.is_name(bare, self._things))
        return Span(start + lead, start + lead + len(stripped)) if acts else None

    def _body_acts(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        owner, verb = match["owner"].strip(), match["verb"].lower()
        bare = ARTICLE.sub("", owner)
        if verb not in self._verbs or (verb in WEAK and not self._is_strong(bare)) or PRONOUN.match(owner):
            return None
        infinitive = rule.rule.name == "sentence.body_to_do"
        if not self._acts(bare, named=infinitive):
            return None
        if infinitive and self.opens_with_verb(owner):
            return None
        kind: Kind = rule.rule.value["kind"]
        if kind == "commitment" and not PUBLISHER.fullmatch(owner) and (PERSON.match(bare) or bare.lower().split()[-1] in ("clerk", "chairman", "chair")):
            kind = "action"
        start = match.start("owner") + match["owner"].index(owner)
        return Judgement(kind, rule.id, Span(start, start + len(owner)))

    def _acts(self, name: str, named: bool) -> bool:
        return self._bodies.is_body(name, self._things) or (named and self._bodies.is_name(name, self._things) and len(name.split()) <= 6)

    def _is_strong(self, name: str) -> bool:
        return self._bodies.is_body(name, self._things)

    def _others_act(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        owner, verb = match["owner"].strip(), match["verb"].lower()
        bare = ARTICLE.sub("", re.sub(r"^.*\bthat\s+", "", owner))
        if verb not in self._verbs or PRONOUN.match(bare) or not (self._bodies.is_body(bare, self._things) or self._bodies.is_generic(bare)):
            return None
        start = match.start("owner") + match["owner"].index(bare)
        return Judgement(rule.rule.value["kind"], rule.id, Span(start, start + len(bare)))

    def _asked(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        owner = match["owner"].strip()
        bare = ARTICLE.sub("", re.sub(r"^.*\bthat\s+", "", owner))
        if match["verb"].lower() == "note" or not (self._bodies.is_body(bare, self._things) or self._bodies.is_generic(bare)):
            return None
        start = match.start("owner") + match["owner"].index(bare)
        return Judgement(rule.rule.value["kind"], rule.id, Span(start, start + len(bare)))

    def _passive(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        thing = match["thing"].strip()
        if match["done"].lower() in EFFECTS or PRONOUN.match(thing) and not thing.lower().startswith("this"):
            return None
        return Judgement(rule.rule.value["kind"], rule.id)


def _moved(judgement: Judgement, offset: int) -> Judgement:
    return judgement._replace(subject=_shift(judgement.subject, offset)) if judgement.subject else judgement


def _shift(span: Span | None, offset: int) -> Span | None:
    return Span(span.start + offset, span.end + offset) if span else None


def sentence_judgements(judge: Judge, reading: Reading, span: Span) -> list[tuple[Span, Judgement]]:
    """The sentences of the span that a rule speaks of, each with its judgement."""
    found = ((sentence, judge.judge(sentence.of(reading.text), sentence.start)) for sentence in reading.sentences(span))
    return [(sentence, judgement) for sentence, judgement in found if judgement]
