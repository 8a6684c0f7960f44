"""Tells whether a sentence promises, by rules/commitment/sentences."""

import re
from collections.abc import Container
from copy import copy

from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.owners.joints import FULL_NAME
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.judgement import Checks, Judgement
from pipeline.extract.sentences.resolutions import is_adopting
from pipeline.extract.sentences.verbs import Verbs
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.needed import NeededWords

LONGEST_LINE = 200
ORDERS, BEFORE = "orders", "before"
IT = re.compile(r"\W*(?:[^,.]{2,60}, )?it\b", re.IGNORECASE)
ACTION_MARK = re.compile(r"[*•]+\s*(?=\w)")
QUESTION = re.compile(r"\?[\s\"'”’)*]*\Z|\A(?:What|How|Why|Who)\b[^.;:!,]*[^\W\d]\Z")
NOTING = re.compile(
    r"(?:that )?(?:(?:the )?\w+ )?(?:to )?(?:(?:consider|review|receive|discuss),? and )?notes?\b"
    r"(?! to\b|,? and (?:agree|approve|endorse|delegate)\b)"
    r"|(?:that )?(?:the|this|these|all) [^;]{2,300}? be (?:noted|received|acknowledged|(?:received|noted) and (?:noted|received))"
    r"\s*[.;,]?\s*(?:and\s*)?\Z",
    re.IGNORECASE,
)
MAY = re.compile(r"\b(?:may|might|could)\b")
MOVED = ("motion", "propos", "resolution")
LOST = re.compile(
    r"\b(?:motion|proposal|proposition|resolution)\b[^.;]{0,80}\b(?:lost|defeated|rejected|negatived|withdrawn|fell|fails|failed"
    r"|not (?:carried|agreed|adopted|passed|supported))\b(?![^.;]{0,40}\bamendment)",
    re.IGNORECASE,
)


class Judge:
    """Judges sentences by one rulebook, with the bodies of one paper."""

    def __init__(self, rulebook: Rulebook, bodies: Bodies) -> None:
        self._rulebook = rulebook
        self._rules = rulebook.of("commitment/sentences")
        self._whole_rules = [rule for rule in self._rules if rule.rule.value.get("whole")]
        self._tried: dict[str | None, NeededWords] = {}
        self._orders = NeededWords([rule for rule in self._rules if rule.rule.value.get("only") == ORDERS])
        self._papers = NeededWords([rule for rule in self._rules if rule.rule.value.get("only") == BEFORE])
        self._aiming = frozenset(rule.id for rule in self._rules if rule.rule.name == "sentence.plans_to")
        self._know(bodies)

    def of_paper(self, bodies: Bodies) -> "Judge":
        """The same with the bodies of a paper."""
        judge = copy(self)
        judge._know(bodies)
        return judge

    def _know(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._checks = Checks(self._rulebook, bodies, Verbs(self._rulebook)).by_name

    def judge(self, text: str, offset: int, context: str | None = None) -> Judgement | None:
        """What the sentence `text`, which begins at `offset`, promises; None where no rule speaks, and for a question.

        `context` is the kind of section, or minutes; some rules hold only there.
        """
        return self._first(text, offset, self._tried_in(context))

    def _first(self, text: str, offset: int, rules: NeededWords) -> Judgement | None:
        """What the first of some rules that speaks of a sentence makes of it."""
        for rule in rules.may_match(text.lower()) if not is_question(text) else ():
            match = rule.pattern.search(text)
            judgement = self._checks[rule.rule.normaliser or ""](match, rule) if match else None
            if match and judgement and rule.rule.name == "sentence.action_line":
                if self._only_names(text[match.end() :].strip(" .()[]")):
                    return Judgement(None, rule.id, is_tag=True)
                rest = self.judge(text[match.end() :], offset + match.end(), "minutes")
                return judgement._replace(subject=rest.subject if rest else None)
            if judgement:
                subject, judgement = judgement.subject, judgement._replace(is_tag="tag" in rule.rule.value)
                return judgement._replace(subject=Span(subject.start + offset, subject.end + offset)) if subject else judgement
        return None

    def _tried_in(self, context: str | None) -> NeededWords:
        """The rules that hold in a context, in their order."""
        if context not in self._tried:
            held = [rule for rule in self._rules if (rule.rule.value.get("only") or rule.rule.value.get("section")) in (None, context)]
            self._tried[context] = NeededWords(held)
        return self._tried[context]

    def _only_names(self, text: str) -> bool:
        """Whether a text is a list of bodies, without what one of them is to do."""
        pieces = [text[start:end] for start, end in self._bodies.split(text)]
        named = (self._bodies.is_body(piece) or FULL_NAME.fullmatch(piece) for piece in pieces)
        return bool(pieces) and " to " not in text and all(named)

    def _whole(self, text: str) -> Judgement | None:
        """What a short block is as a whole, however many sentences it has."""
        rules = self._whole_rules if len(text) < LONGEST_LINE else ()
        return next((Judgement(rule.rule.value["kind"], rule.id) for rule in rules if rule.pattern.search(text)), None)

    def sentences(self, reading: Reading, span: Span, context: str | None) -> list[tuple[Span, Judgement]]:
        """The sentences of the span that a rule speaks of, each with its judgement, and without the mark of an action line."""
        if whole := self._whole(span.of(reading.text)):
            return [(span, whole)]
        judged: list[tuple[Span, Judgement]] = []
        before = None
        for sentence in reading.sentences(span):
            place = _without_mark(sentence, reading)
            judgement = self.judge(place.of(reading.text), place.start, context)
            if judgement and judgement.is_tag and before:
                judged = _tagged(judged, before, judgement)
                continue
            if judgement and not (before and self._tells_of_paper(before.of(reading.text), place.of(reading.text), judgement)):
                judged.append((place, judgement))
            before = place
        return judged

    def _tells_of_paper(self, before: str, text: str, judgement: Judgement) -> bool:
        """Whether `it` in a sentence is a paper or a law that the sentence before is about: `It aims to …` then tells what that says."""
        is_it = judgement.rule in self._aiming and IT.match(text) is not None
        return is_it and self._first(before, 0, self._papers) is not None

    def leaves_open(self, reading: Reading, span: Span, context: str | None) -> bool:
        """Whether the first sentence of the span only tells what may be done, and none promises."""
        first = reading.sentences(span)[0]
        judgement = self.judge(first.of(reading.text), first.start, context) if MAY.search(first.of(reading.text)) else None
        is_open = judgement is not None and judgement.kind is None
        return is_open and not any(judged.kind for _, judged in self.sentences(reading, span, context))

    def orders(self, reading: Reading, span: Span, told: Container[Span]) -> list[tuple[Span, Judgement]]:
        """The same by the rules of orders alone, but for sentences already `told` by others."""
        places = (_without_mark(sentence, reading) for sentence in reading.sentences(span))
        judged = ((place, self._first(place.of(reading.text), place.start, self._orders)) for place in places if place not in told)
        return [(place, judgement) for place, judgement in judged if judgement]


def _without_mark(sentence: Span, reading: Reading) -> Span:
    """A sentence without the mark of an action line."""
    mark = ACTION_MARK.match(reading.text, sentence.start, sentence.end)
    return Span(mark.end(), sentence.end) if mark else sentence


def _tagged(judged: list[tuple[Span, Judgement]], sentence: Span, tag: Judgement) -> list[tuple[Span, Judgement]]:
    """What was judged, where `sentence` is followed by a tag: it is an action, whatever else its words say."""
    own = next((judgement for place, judgement in judged[-1:] if place == sentence and judgement.kind), None)
    tagged = own or Judgement("action", tag.rule)
    others = [(place, judgement) for place, judgement in judged if place != sentence]
    return [*others, (sentence, tagged._replace(subject=tagged.subject or tag.subject))]


def is_noting(text: str) -> bool:
    """Whether a clause only notes something, or adopts a paper: nothing is left to be done."""
    return NOTING.match(text) is not None or is_adopting(text)


def is_lost(text: str) -> bool:
    """Whether a short text tells that a motion was lost; of an amendment that was the motion may still stand."""
    lower = text.lower() if len(text) < LONGEST_LINE else ""
    return any(word in lower for word in MOVED) and LOST.search(text) is not None and "amendment" not in lower


def is_question(text: str) -> bool:
    """Whether a text ends as a question, or asks one as a heading does, without its mark; one promises nothing."""
    return QUESTION.search(text) is not None
