"""Takes steps apart that a paper runs together without a full stop between them.

A capital in the middle of a sentence begins a new step when what stands before it is complete, and what follows opens as a
step does: with a verb, behind a date, with an article, or as a subject whose predicate follows.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.extract.reading import Reading
from pipeline.extract.timex import Timex
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

PREDICATES = frozenset(["will", "shall", "being", "is", "are", "was", "were", "has", "have", "had", "ongoing", "underway"])
SIGNS = PREDICATES | {"to", "be", "been", "place"}
OPENERS = frozenset(["a", "an", "the", "this", "these", "all", "further", "through", "with", "will", "with", "in", "by", "following"])
MONEY = re.compile(r"[£$€]$|[£$€]?\d[\d.,]*(?:k|m|bn)?$", re.IGNORECASE)
STARTS_STEP = re.compile(r"[^\W\d_a-z]|[\d£$€]")  # a capital, of whatever alphabet, or a sum
TAIL = re.compile(r"(?:this|these|it|they|which) (?:is|are|was|were|has|have|includes?|means|helps?)\b", re.IGNORECASE)
REACH = 8
SHORTEST = 3
LONGEST_OWNER = 80


class StepSplitter:
    """Splits by one rulebook's word lists."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs = rulebook.words["verbs"]
        self._noun_verbs = rulebook.words["noun_verbs"]
        self._function = rulebook.words["function_words"]
        self._heads = rulebook.words["body_heads"]
        self._reports = rulebook.words["participles"] | {"complete"}
        self._owner_named = [rule.pattern for rule in rulebook.of("owner/initials") if rule.rule.name == "owner.named_in_brackets"]
        self._participles = frozenset(term.split()[0] for term in rulebook.words["participles"])

    def split(self, reading: Reading, span: Span) -> list[Span]:
        """The steps of a paragraph, in order; a tail that promises nothing stays with its step."""
        steps: list[Span] = []
        for sentence in reading.sentences(span):
            if steps and self._is_tail(reading, sentence):
                steps[-1] = Span(steps[-1].start, sentence.end)
            else:
                steps += self._split_sentence(reading, sentence)
        return steps

    def _is_tail(self, reading: Reading, sentence: Span) -> bool:
        first, last = reading.tokens(sentence)
        return last - first < SHORTEST or TAIL.match(sentence.of(reading.text)) is not None

    def _split_sentence(self, reading: Reading, sentence: Span) -> list[Span]:
        first, last = reading.tokens(sentence)
        times = reading.times_in(sentence)
        cuts, start = [], first
        for index in range(first + 2, last):
            if not STARTS_STEP.match(reading.words[index]):
                continue
            if index - start < SHORTEST - self._ends_report(reading, index) or any(
                timex.span.start <= reading.idx[index] < timex.span.end for timex in times
            ):
                continue
            if self._follows_end(reading, index, last, times) or (
                self._is_complete(reading, start, index) and self._opens(reading, index, last)
            ):
                cuts.append(reading.idx[index])
                start = index
        edges = [sentence.start, *cuts, sentence.end]
        return [trimmed for a, b in pairwise(edges) if (trimmed := reading.trim(Span(a, b)))]

    def _ends_report(self, reading: Reading, index: int) -> bool:
        """Whether the words before `index` end as a remark does that reports: `contract awarded`, `study being carried out`."""
        one, two = reading.lowers[index - 1], " ".join(reading.lowers[max(0, index - 2) : index])
        return one in self._reports or two in self._reports

    def _follows_end(self, reading: Reading, index: int, last: int, times: list[Timex]) -> bool:
        """Whether a capital or a sum stands right behind a date, or an owner in brackets; less than a step behind a date is the name
        of an occasion."""
        word = reading.words[index]
        if last - index < SHORTEST or not (word[0].isupper() or MONEY.match(word)):
            return False
        end = reading.idx[index] - 1
        behind_owner = any(match.end() + max(0, end - LONGEST_OWNER) == end for match in self._owners_before(reading, end))
        return behind_owner or any(end == timex.span.end for timex in times)

    def _owners_before(self, reading: Reading, end: int) -> Iterator[re.Match[str]]:
        """The owners in brackets in the words before `end`, by where they stand in those."""
        if reading.text[end - 1] == ")":
            for pattern in self._owner_named:
                yield from pattern.finditer(reading.text[max(0, end - LONGEST_OWNER) : end])

    def _is_complete(self, reading: Reading, start: int, index: int) -> bool:
        """Whether the tokens before `index` can stand as a step of their own."""
        before = reading.lowers[start:index]
        opens_with_verb = before[0] in self._verbs or before[0] in self._noun_verbs or before[0].endswith("ing")
        return opens_with_verb or self._ends_report(reading, index) or any(word in SIGNS or word in self._participles for word in before)

    def _opens(self, reading: Reading, index: int, last: int) -> bool:
        """Whether the word at `index` begins as a step does, whatever stands before it."""
        word, lower, previous, before = reading.words[index], reading.lowers[index], reading.words[index - 1], reading.lowers[index - 1]
        if not word[0].isupper() or not (previous[-1].isalnum() or previous in ")’”"):
            return False
        if before in self._function and not self._ends_report(reading, index):  # set up and signed off end a report
            return False
        plain = not previous[0].isupper()
        leads_on = index + 1 < last and not reading.words[index + 1][0].isupper()
        if (lower in self._verbs and not word.isupper()) or (
            lower in self._noun_verbs and reading.lowers[index + 1 : index + 2] == ["with"]
        ):
            return True
        if plain and leads_on and (lower in OPENERS or (lower in self._noun_verbs and before not in self._verbs)):
            return True
        return self._opens_with_subject(reading, index, last, plain)

    def _opens_with_subject(self, reading: Reading, index: int, last: int, plain: bool) -> bool:
        """Whether a noun phrase with its predicate begins here; behind another capital only where a plain passive follows, as
        names go on in capitals too."""
        if plain:
            return reading.lowers[index - 1] not in self._verbs and self._has_predicate(reading, index, last)
        following = reading.words[index + 1 : index + 5]
        passive = "being" in following or any(pair == ("to", "be") for pair in pairwise(following))
        return passive and bool(following) and following[0][0].islower() and following[0] not in self._function

    def _has_predicate(self, reading: Reading, index: int, last: int) -> bool:
        window = reading.lowers[index + 1 : min(last, index + 1 + REACH)]
        after_report = self._ends_report(reading, index)
        for offset, word in enumerate(window):
            if word in ",.;:(":
                return False
            if word in "–-" and window[offset + 1 : offset + 2] and (window[offset + 1] in self._verbs):
                return True
            following = window[offset + 1] if offset + 1 < len(window) else ""
            behind_head = offset > 0 and window[offset - 1] in self._heads
            infinitive = word == "to" and (
                following == "be" or (behind_head and (following in self._verbs or following in self._noun_verbs))
            )
            starts_plain = (
                offset > 0 and reading.words[index][1:].islower() and word == "to" and (following in self._verbs or following == "start")
            )
            behind_report = starts_plain or (
                after_report and (word in self._participles or (word == "to" and following not in self._function))
            )
            if word in PREDICATES or infinitive or behind_report or (behind_head and word.endswith("ing")):
                return True
        return False
