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
PRONOUN = re.compile(
    r"(?:we|i|it|they|this|these|that|who|which|there|he|she|you|those|some|others|all|each)\b(?!\s+\w)|(?:we|i|it|they|this|these|that|who|which|there|he|she|you|those)\b",
    re.IGNORECASE,
)
OPENS_CLAUSE = re.compile(
    r"(?:\w+ing|\w{3,}ed|to|through|with|by|in|on|at|from|for|when|where|if|as|after|before|once|while|although|since|during|under|some|others|what|how|because|unless|until)\b",
    re.IGNORECASE,
)
OFFICES = frozenset(
    ["officer", "clerk", "mayor", "chairman", "chair", "chairperson", "director", "manager", "treasurer", "secretary", "executive", "leader", "member", "surveyor", "engineer"]
)
WEAK = frozenset(
    ["be", "have", "need", "see", "help", "enable", "mean", "remain", "become", "depend", "vary", "affect", "include", "contain", "result", "require", "benefit", "allow", "bring", "provide", "support", "face", "continue", "apply", "cost", "cover", "comprise", "consist", "form"]
)
EFFECTS = frozenset(
    ["affected", "required", "needed", "based", "used", "considered", "determined", "included", "subject", "expected", "faced", "seen", "known", "found", "helped", "impacted", "driven"]
)
BEGINNINGS = frozenset(["begin", "start", "commence", "continue", "complete"])
NAME_WITH_PREDICATE = re.compile(
    r"(?:[A-Z][\w’'&-]*(?: (?:and|of|for|&))? ){2,7}(?:to|will|shall|being|has|have|is|are|was|were|should|must|went|came|\w+ed)\b|[A-Z]\w+ (?:[A-Z][\w’'&-]*\s?){0,3}$"
)
BEFORE_VERB = frozenset(["further", "jointly", "actively", "fully", "formally", "where", "possible", "always", "not", "never"])
BEGINNINGS = frozenset(["begin", "start", "commence", "continue", "complete"])
NAME_WITH_PREDICATE = re.compile(
    r"(?:[A-Z][\w’'&-]*(?: (?:and|of|for|&))? ){2,7}(?:to|will|shall|being|has|have|is|are|was|were|should|must|went|came|\w+ed)\b|[A-Z]\w+ (?:[A-Z][\w’'&-]*\s?){0,3}$"
)
AUXILIARIES = frozenset(["of", "is", "are", "was", "were", "will", "shall", "has", "have", "had", "being", "been", "ongoing", "underway", "already", "to", "can", "may", "must", "should"])
MARK = re.compile(r"[*•]+\s*(?=\w)")
DO_LESS = re.compile(r"(?:that )?(?:(?:the )?\w+ )?(?:to )?notes?\b(?! to\b)", re.IGNORECASE)


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
        self._not_behind_order = rulebook.words["participles"] | AUXILIARIES
        self._function = rulebook.words["function_words"]
        self._things: frozenset[str] = frozenset()
        self._checks: dict[str, Callable[[re.Match[str], CompiledRule], Judgement | None]] = {
            "body_acts": self._body_acts,
            "others_act": self._others_act,
            "asked": self._asked,
            "passive": self._passive,
            "to_be": self._to_be,
            "calls_on": self._calls_on,
            "infinitive": self._infinitive,
            "rest": lambda match, rule: Judgement(rule.rule.value["kind"], rule.id),
        }

    def prepare(self, text: str) -> None:
        """Learns which acronyms of the paper stand for no body."""
        self._things = self._bodies.defined_things(text)

    def judge(self, text: str, offset: int, context: str | None = None) -> Judgement | None:
        """What the sentence `text`, which begins at `offset`, promises; None where no rule speaks.

        `context` is the kind of section, or minutes; some rules hold only there.
        """
        lower = text.lower()
        for rule in self._sentences:
            only = rule.rule.value.get("only") or rule.rule.value.get("section")
            match = rule.pattern.search(text) if only in (None, context) and rule.may_match(lower) else None
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
                subject = None if rule.rule.name == "lead_in.resolves" else self._lead_subject(text, clause, match, offset)
                return LeadIn(rule.rule.value["kind"], rule.id, subject, _shift(clause, offset))
        return None

    def opens_with_verb(self, text: str) -> bool:
        """Whether the first word is a verb in its base form, so that the text orders or promises."""
        words = re.findall(r"[\w’'-]+", text[:60])
        if not words:
            return False
        first = words[0].lower()
        if first == "to" and len(words) > 1:
            return words[1].lower() in self._verbs
        if first in self._pure:
            return True
        second = words[1] if len(words) > 1 else ""
        if first in BEFORE_VERB and second:
            return second.lower() in self._verbs
        if first == "work" and second == "to" and len(words) > 2:
            return words[2] in self._pure and words[2] not in BEGINNINGS
        if first not in self._verbs or not second or second.lower() in self._not_behind_order:
            return False
        return not second[0].isupper() or not NAME_WITH_PREDICATE.match(text)

    def is_noting(self, text: str) -> bool:
        """Whether an item only notes or receives something."""
        return DO_LESS.match(text) is not None

    def is_officer(self, name: str) -> bool:
        """Whether a name is that of one person or office, rather than of a body."""
        last = name.split()[-1].lower()
        return (
            PERSON.match(ARTICLE.sub("", name)) is not None
            or last in OFFICES
            or any(word.lower() in ("director", "head") for word in name.split())
        )

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
        acts = (
            bool(stripped)
            and not PRONOUN.match(stripped.split()[-1])
            and (self._bodies.is_body(bare, self._things) or self._bodies.is_name(bare, self._things))
        )
        return Span(start + lead, start + lead + len(stripped)) if acts else None

    def _body_acts(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        owner, verb = match["owner"].strip(), match["verb"].lower()
        if OPENS_CLAUSE.match(owner) and " the " in owner:
            owner = owner[owner.rindex(" the ") + 1 :]
        bare = ARTICLE.sub("", owner)
        infinitive = rule.rule.name == "sentence.body_to_do"
        strong = self._bodies.is_body(bare, self._things)
        any_verb = strong and (rule.rule.name in ("sentence.body_will", "sentence.asked_to") or (infinitive and len(bare.split()) <= 4))
        if PRONOUN.match(owner) or OPENS_CLAUSE.match(owner) or verb in WEAK | self._function or not (any_verb or self._is_verb(verb)):
            return None
        if not strong and not (infinitive and self._bodies.is_name(bare, self._things) and len(bare.split()) <= 6):
            return None
        if infinitive and self.opens_with_verb(owner):
            return None
        kind: Kind = rule.rule.value["kind"]
        if (
            kind == "commitment"
            and not PUBLISHER.fullmatch(owner)
            and (PERSON.match(bare) or bare.lower().split()[-1] in ("clerk", "chairman", "chair"))
        ):
            kind = "action"
        start = match.start("owner") + match["owner"].index(owner)
        return Judgement(kind, rule.id, Span(start, start + len(owner)))

    def _is_verb(self, word: str) -> bool:
        stem = word.removesuffix("ing")
        return word in self._verbs or (stem != word and (stem in self._verbs or stem + "e" in self._verbs))

    def _others_act(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        owner, verb = match["owner"].strip(), match["verb"].lower()
        bare = ARTICLE.sub("", re.sub(r"^.*\bthat\s+", "", owner))
        if (
            verb not in self._verbs
            or PRONOUN.match(bare)
            or not (self._bodies.is_body(bare, self._things) or self._bodies.is_generic(bare))
        ):
            return None
        start = match.start("owner") + match["owner"].index(bare)
        return Judgement(rule.rule.value["kind"], rule.id, Span(start, start + len(bare)))

    def _calls_on(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """An officer who is called on is told to act; anybody else is advised."""
        owner = match["owner"].strip()
        bare = ARTICLE.sub("", owner)
        if not (self._bodies.is_body(bare, self._things) or self._bodies.is_name(bare, self._things) or self._bodies.is_generic(bare)):
            return None
        start = match.start("owner") + match["owner"].index(bare)
        return Judgement("action" if self.is_officer(bare) else rule.rule.value["kind"], rule.id, Span(start, start + len(bare)))

    def _asked(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        owner = match["owner"].strip()
        bare = ARTICLE.sub("", re.sub(r"^.*\bthat\s+", "", owner))
        if match["verb"].lower() == "note" or not (self._bodies.is_body(bare, self._things) or self._bodies.is_generic(bare)):
            return None
        start = match.start("owner") + match["owner"].index(bare)
        return Judgement(rule.rule.value["kind"], rule.id, Span(start, start + len(bare)))

    def _to_be(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        thing = match["thing"].strip(" ,")
        leads_on = re.search(
            r"\b(?:is|are|was|were|has|have|had|need|needs|needed|likely|going|ought|used|expected|due|seems?|appears?|will|that|which)\b",
            thing,
        )
        return (
            None
            if leads_on or match["done"].lower() in EFFECTS or OPENS_CLAUSE.match(thing)
            else Judgement(rule.rule.value["kind"], rule.id)
        )

    def _infinitive(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        return Judgement(rule.rule.value["kind"], rule.id) if match["verb"].lower() in self._verbs else None

    def _passive(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        thing = match["thing"].strip()
        if match["done"].lower() in EFFECTS or (PRONOUN.match(thing) and not thing.lower().startswith("this")):
            return None
        return Judgement(rule.rule.value["kind"], rule.id)


def _moved(judgement: Judgement, offset: int) -> Judgement:
    return judgement._replace(subject=_shift(judgement.subject, offset)) if judgement.subject else judgement


def _shift(span: Span | None, offset: int) -> Span | None:
    return Span(span.start + offset, span.end + offset) if span else None


def sentence_judgements(judge: Judge, reading: Reading, span: Span, context: str | None) -> list[tuple[Span, Judgement]]:
    """The sentences of the span that a rule speaks of, each with its judgement, and without the mark that opens an action line."""
    sentences = (
        Span(span.start + len(lead[0]), span.end) if (lead := MARK.match(span.of(reading.text))) else span
        for span in reading.sentences(span)
    )
    found = ((sentence, judge.judge(sentence.of(reading.text), sentence.start, context)) for sentence in sentences)
    return [(sentence, judgement) for sentence, judgement in found if judgement]
