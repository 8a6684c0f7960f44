"""What a sentence was judged to be, and the functions that rules/commitment/sentences names to judge a match.

Each function takes the match and its rule, and returns None where the match only looks like a promise.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.extract.owners.bodies import CONNECTORS, PERSON, Bodies
from pipeline.extract.owners.joints import ARTICLE, BRACKETS
from pipeline.extract.sentences.clauses import (
    ARRANGED,
    ASKS_OTHERS,
    FINITE,
    LEADS_ON,
    LET_PASS,
    NEXT_MEETING,
    NOTICE,
    OPENS_CLAUSE,
    POINTS,
    POLICY,
    PRONOUN,
    RELATIVE,
    REPORTED,
    THAT,
)
from pipeline.extract.sentences.verbs import Verbs
from pipeline.model.record import Kind
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

PUBLISHER = re.compile(r"(?:the |this |our )?(?:\w+ ){0,4}(?:council|cabinet|authority|board|trust|administration)", re.IGNORECASE)
WERE_ASKED = re.compile(r"\b(?:was|were) [^.;:]{0,60}?to\s+\w+\Z", re.IGNORECASE)
VOTED_ON = frozenset({"note", "consider", "receive", "endorse", "approve", "agree", "comment", "scrutinise", "discuss"})
MEETS = re.compile(r"\w (?:Committee|Sub-Committee|Board|Panel|Team|Unit|Group|Partnership|Forum|Department|Directorate|Commissioner)\Z")
INITIALS = re.compile(r"[A-Z]{2,3}")
RECOMMENDS = re.compile(r"recommends?\Z")
TELLING = frozenset({"asked", "requested", "instructed"})
ADVISED = re.compile(r"\b(?:recommended|advised|urged)\b", re.IGNORECASE)
SERVES = frozenset({"provide", "bring", "apply", "help", "support"})  # of a service these tell what it is for, of an officer what to do
LIKELY = frozenset({"likely", "almost", "probably", "possibly", "often", "recall", "remember"})  # told of a body, not promised
ORDERED = re.compile(r"\b(?:is|are) (?:also )?to \w+\Z", re.IGNORECASE)
THIS = (", this", ", these")
SHORT_NAME, LONG_NAME = 4, 6


class Judgement(NamedTuple):
    """What a sentence is: `kind` None where it promises nothing. `subject` is the span of who acts, None for the publisher.

    `is_tag` tells that it says nothing of its own, but who is to keep the promise of the sentence before.
    """

    kind: Kind | None
    rule: str
    subject: Span | None = None
    is_tag: bool = False


NOTHING = Judgement(None, "")
Check = Callable[[re.Match[str], CompiledRule], Judgement | None]


class Checks:
    """The judging functions by the names that rules give them, for one rulebook and the bodies of one paper."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies, verbs: Verbs) -> None:
        self._bodies, self._verbs = bodies, verbs
        self._inactive = rulebook.words["weak_verbs"] | rulebook.words["function_words"]
        self._effects = rulebook.words["effects"]
        self._services = rulebook.words["service_nouns"]
        self._first_names = rulebook.words["first_names"]
        self.by_name: dict[str, Check] = {
            "": lambda match, rule: Judgement(rule.rule.value["kind"], rule.id),
            "body_acts": self.body_acts,
            "bodies_act": self.bodies_act,
            "others_act": self.others_act,
            "asked": self.asked,
            "calls_on": self.calls_on,
            "passive": self.passive,
            "to_be": self.to_be,
            "infinitive": self.infinitive,
            "order": self.order,
            "person_will": self.person_will,
            "officer_will": self.officer_will,
            "officer_agrees": self.officer_agrees,
            "officer_to_do": self.officer_to_do,
        }

    def body_acts(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """A body or an officer does something; what one person is to do is an action."""
        owner, verb = ARRANGED.sub("", match["owner"].strip()), match["verb"].lower()
        last = owner.rfind(" the ")
        tells = PRONOUN.match(owner) or (rule.rule.name == "sentence.body_will" and FINITE.search(owner, 0, max(last, 0)))
        if last > 0 and (OPENS_CLAUSE.match(owner) or (tells and owner.endswith(" and", 0, last))):
            owner = owner[last + 1 :]
        if (report := REPORTED.match(owner)) and not self._tells_officer(report):
            return None
        owner = owner[report.end() :] if report else owner
        infinitive = rule.rule.name == "sentence.body_to_do"
        if infinitive and (ASKS_OTHERS.search(owner) or match["owner"].endswith(f" for {owner}")):
            return None
        name = BRACKETS.sub("", ARTICLE.sub("", owner)).rstrip()
        serves = ORDERED.search(match[0]) is not None or self._serves(name)
        active = serves if verb in SERVES else verb == "continue" and infinitive
        idle = (verb in self._inactive and not active) or verb in LIKELY
        if not name or PRONOUN.match(owner) or OPENS_CLAUSE.match(owner) or idle or not self._can_act(name, verb, rule):
            return None
        if RECOMMENDS.match(verb):
            return Judgement("recommendation", rule.id)
        person = name.lower() != "councillors" and (PERSON.match(name) or name.lower().split()[-1] in ("clerk", "chairman", "chair"))
        ordered = rule.rule.name == "sentence.that_body" and self._bodies.is_officer(name)
        kind: Kind = "action" if (person or ordered) and not PUBLISHER.fullmatch(owner) else rule.rule.value["kind"]
        return Judgement(kind, rule.id, _place(match, owner))

    def bodies_act(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """Several bodies, each by its name, will do something; of a department's name one word is enough among others."""
        owner, verb = match["owner"], match["verb"].lower()
        names = [ARTICLE.sub("", owner[start:end]) for start, end in self._bodies.split(owner)]
        known = all(self._bodies.is_body(name) or self._serves_only(name) for name in names)
        acts = self._verbs.is_base(verb) and verb not in self._inactive
        return Judgement(rule.rule.value["kind"], rule.id, _place(match, owner)) if known and acts else None

    def _serves(self, name: str) -> bool:
        """Whether what somebody will provide is promised: by an officer, by the publisher or a body known by its letters."""
        return self._bodies.is_officer(name) or PUBLISHER.fullmatch(name) is not None or self._bodies.is_acronym(name)

    def _tells_officer(self, report: re.Match[str]) -> bool:
        """Whether somebody is told to have asked an officer to act, rather than invited all present to."""
        name = report.string[report.end() :]
        return report["verb"].lower() in TELLING and bool(name) and self._bodies.is_officer(name)

    def _can_act(self, name: str, verb: str, rule: CompiledRule) -> bool:
        """Whether the name is a body's and the word behind it a verb; behind will, asked to or a short name any word is one."""
        infinitive = rule.rule.name == "sentence.body_to_do"
        if self._bodies.is_body(name) or self._is_department(name):
            sure = rule.rule.name in ("sentence.body_will", "sentence.asked_to") or (infinitive and len(name.split()) <= SHORT_NAME)
            present = self._verbs.is_base(verb) or (rule.rule.name == "sentence.body_doing" and self._verbs.is_verb(verb))
            return (sure or present) and not (infinitive and self._verbs.opens(name))
        is_name = infinitive and self._bodies.is_name(name) and len(name.split()) <= LONG_NAME
        return is_name and self._verbs.is_base(verb) and not self._verbs.opens(name)

    def _serves_only(self, name: str) -> bool:
        """Whether all words of a list of names tell what departments do."""
        return all(word.strip(",").lower() in self._services or word in CONNECTORS for word in name.split())

    def _is_department(self, name: str) -> bool:
        """Whether a name in capitals tells what a department does, and no more: Public Health, Economic Development."""
        words = name.split()
        return len(words) > 1 and all(word[0].isupper() and word.lower() in self._services for word in words)

    def others_act(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """Others should or must do something."""
        name = ARTICLE.sub("", THAT.sub("", match["owner"].strip()))
        verb = match["verb"].lower()
        if not (self._verbs.is_base(verb) or verb == "have") or PRONOUN.match(name):
            return None
        return self._advice(match, rule, name)

    def asked(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """Somebody is asked to do more than to note something, or was asked for more than a vote; an officer who is asked is told to."""
        name, verb = ARTICLE.sub("", THAT.sub("", match["owner"].strip())), match["verb"].lower()
        only_votes = verb == "note" or (verb in VOTED_ON and WERE_ASKED.search(match[0]) is not None)
        advice = None if only_votes else self._advice(match, rule, name)
        is_told = self._bodies.is_officer(name) and not ADVISED.search(match[0])
        return advice._replace(kind="action") if advice and is_told else advice

    def calls_on(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """An officer who is called on is told to act; anybody else is advised."""
        name = ARTICLE.sub("", match["owner"].strip())
        advice = self._advice(match, rule, name, named=True) or self._advice(match, rule, name.partition(", ")[0], named=True)
        return advice._replace(kind="action") if advice and self._bodies.is_officer(name) else advice

    def _advice(self, match: re.Match[str], rule: CompiledRule, name: str, named: bool = False) -> Judgement | None:
        name = self._behind_clause(name)
        is_generic = self._bodies.is_generic(name) or self._bodies.is_generic(name.partition(" of ")[0])
        known = self._bodies.is_body(name) or self._is_department(name) or is_generic or (named and self._bodies.is_name(name))
        return Judgement(rule.rule.value["kind"], rule.id, _place(match, name)) if known else None

    def _behind_clause(self, name: str) -> str:
        """The name without a clause before its comma: `In the absence of a rule, officers`."""
        before, comma, behind = name.rpartition(", ")
        return ARTICLE.sub("", behind) if comma and OPENS_CLAUSE.match(before) else name

    def passive(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """Something will be done, rather than be affected."""
        thing = match["thing"].strip()
        names_nothing = PRONOUN.match(thing) and not POINTS.match(thing) and not thing.endswith(THIS)
        if match["done"].lower() in self._effects or RELATIVE.search(thing) or names_nothing or NEXT_MEETING.search(thing):
            return None
        if NOTICE.match(thing) or (match["done"].lower() in LET_PASS and POLICY.search(thing)):
            return None
        return Judgement(rule.rule.value["kind"], rule.id)

    def to_be(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """Something to be done, with no auxiliary before it."""
        thing = match["thing"].strip(" ,")
        if LEADS_ON.search(thing) or OPENS_CLAUSE.match(thing) or match["done"].lower() in self._effects:
            return None
        return Judgement(rule.rule.value["kind"], rule.id)

    def infinitive(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """To do something, said of nobody."""
        return Judgement(rule.rule.value["kind"], rule.id) if self._verbs.is_base(match["verb"].lower()) else None

    def order(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """An order: the sentence opens with its verb."""
        is_order = self._verbs.opens(match.string) and not self._verbs.opens_as_title(match.string)
        return Judgement(rule.rule.value["kind"], rule.id) if is_order else None

    def person_will(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """He or she who was named before will do something."""
        return Judgement(rule.rule.value["kind"], rule.id, _place(match, match["owner"])) if match.start() else None

    def officer_will(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """An officer or a member, named behind what it is about or called by the first name, will do something."""
        name = ARTICLE.sub("", match["owner"].strip())
        is_order = (self._bodies.is_officer(name) or name.lower() in self._first_names) and self._verbs.is_base(match["verb"].lower())
        return Judgement(rule.rule.value["kind"], rule.id, _place(match, name)) if is_order else None

    def officer_to_do(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """An officer, a committee or team, or somebody by his or her initials, named and nothing else, is to do something."""
        name = ARTICLE.sub("", match["owner"].strip())
        if not all(word.lstrip("(")[:1].isupper() or word in CONNECTORS for word in name.split()):
            return None
        known = (INITIALS.fullmatch(name) or MEETS.search(name)) and self._bodies.is_body(name)
        acts = known and self._verbs.is_base(match["verb"].lower())
        return Judgement(rule.rule.value["kind"], rule.id, _place(match, name)) if acts else self.officer_will(match, rule)

    def officer_agrees(self, match: re.Match[str], rule: CompiledRule) -> Judgement | None:
        """An officer, the officers, or somebody by his or her initials, agrees to act, or is named to."""
        name = ARTICLE.sub("", match["owner"].strip())
        one = (
            name.lower() in self._first_names
            or name.lower() == "officers"
            or self._bodies.is_officer(name)
            or (INITIALS.fullmatch(name) and self._bodies.is_body(name))
        )
        return Judgement(rule.rule.value["kind"], rule.id, _place(match, name)) if one else None


def _place(match: re.Match[str], name: str) -> Span:
    """Where `name`, a part of the match's owner, stands in the text."""
    start = match.start("owner") + match["owner"].rindex(name)
    return Span(start, start + len(name))
