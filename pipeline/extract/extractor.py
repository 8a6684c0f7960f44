"""The way from a Document to the records of a Paper: find the candidates, read their values, give them their ids."""

from collections import Counter
from typing import TypeVar

from pipeline.extract.candidate import Candidate
from pipeline.extract.coverage import find_coverage
from pipeline.extract.deadline import DeadlineReader
from pipeline.extract.facts import find_anchor, find_country, find_facts
from pipeline.extract.grammar import Grammar
from pipeline.extract.labels import find_labels
from pipeline.extract.language.pipeline import build_language
from pipeline.extract.levels import find_levels
from pipeline.extract.owners.census import Census
from pipeline.extract.owners.owner import OwnerReader
from pipeline.extract.provenance import Provenance
from pipeline.extract.quantities.figure_cells import read_figures
from pipeline.extract.quantities.quantity import QuantityReader
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.modality import ModalityReader
from pipeline.extract.sentences.progress import ProgressReader
from pipeline.extract.stated import StatedReader
from pipeline.extract.timex import Anchor, TimexFinder
from pipeline.extract.walk import Walk
from pipeline.model.document import Document
from pipeline.model.identity import commitment_id, fold
from pipeline.model.paper import Issue, Paper, Sidecar
from pipeline.model.record import Budget, Commitment, Target
from pipeline.rulebook import Rulebook
from pipeline.rulebook.needed import NeededWords

MOST_WORDS = 300_000  # spaCy keeps every word it has seen; a fresh pipeline forgets them
Figure = TypeVar("Figure", Target, Budget)


class Extractor:
    """Reads commitments out of documents by one rulebook; made once, used for any number of papers."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._grammar = Grammar(rulebook)
        self._nlp = build_language(rulebook)
        self._times = TimexFinder(rulebook)
        self._owners = OwnerReader(rulebook, self._grammar.bodies)
        self._census = Census(rulebook)
        self._countries = NeededWords(rulebook.of("country"))
        self._deadlines = DeadlineReader(rulebook, self._times)
        self._quantities = QuantityReader(rulebook)
        self._modality = ModalityReader(rulebook, self._grammar.verbs)
        self._progress = ProgressReader(self._grammar.status, self._grammar.verbs)
        self._stated = StatedReader(self._grammar.verbs, rulebook.words["function_words"])

    def extract(self, document: Document, slug: str, file: str, sha256: str, sidecar: Sidecar) -> Paper:
        """The paper without flags; checks add those."""
        if len(self._nlp.vocab) > MOST_WORDS:
            self._nlp = build_language(self._rulebook)
        reading = Reading(document, self._nlp, self._times)
        country = find_country(reading, self._countries)
        facts = find_facts(reading, slug, file, sha256, sidecar, country)
        anchor = find_anchor(facts, reading, country)
        grammar = self._grammar.of_paper(document)
        owners = self._owners.of_paper(grammar.bodies, reading)
        candidates = Walk(grammar, reading).run()
        _pass_references_down(candidates)
        issues = tuple(Issue(message=issue.message, where=issue.where, code=issue.code) for issue in document.issues)
        commitments = self._stated.read(self._commitments(candidates, reading, owners, slug, anchor, country.currency))
        labels, coverage = find_labels(document, commitments), find_coverage(document, commitments)
        bodies = self._census.of_paper(commitments, grammar.bodies)
        return Paper(
            paper=facts,
            commitments=commitments,
            flags=(),
            reading_issues=issues,
            labels=labels,
            coverage=coverage,
            bodies=bodies,
            levels=find_levels(reading, commitments),
        )

    def _commitments(
        self, candidates: list[Candidate], reading: Reading, owners: OwnerReader, slug: str, anchor: Anchor, dollars: str
    ) -> tuple[Commitment, ...]:
        provenance = Provenance(reading.document)
        ids: dict[Candidate, str] = {}
        seen: Counter[tuple[str, str]] = Counter()
        records = []
        for candidate in candidates:
            text = _text(candidate, reading)
            key = (candidate.ref or "", fold(text))
            ids[candidate] = commitment_id(slug, candidate.ref, text, seen[key])
            seen[key] += 1
            parent = ids.get(candidate.parent) if candidate.parent else None
            record = self._commitment(candidate, text, ids[candidate], parent, reading, owners, anchor, dollars)
            if not (candidate.is_stage and anchor.is_over(deadline.end for deadline in record.deadlines)):
                records.append(provenance.place(record, candidate.spans))
        return tuple(records)

    def _commitment(
        self,
        candidate: Candidate,
        text: str,
        identity: str,
        parent: str | None,
        reading: Reading,
        owners: OwnerReader,
        anchor: Anchor,
        dollars: str,
    ) -> Commitment:
        deadlines = self._deadlines.read(candidate, reading, anchor)
        standing = self._progress.read(candidate, reading, deadlines, anchor)
        targets, budgets = self._read_quantities(candidate, text, reading, dollars)
        return Commitment(
            id=identity,
            ref=candidate.ref,
            kind=candidate.kind,
            parent=parent,
            section=candidate.section,
            text=text,
            owners=owners.read(candidate, reading),
            deadlines=() if standing.status == "done" and candidate.reports else deadlines,
            targets=targets,
            budgets=budgets,
            status=standing.status,
            status_evidence=standing.evidence,
            modality=self._modality.read(candidate, reading),
            page=None,
            span=candidate.span,
            boxes=(),
            rule=candidate.rule,
        )

    def _read_quantities(
        self, candidate: Candidate, text: str, reading: Reading, dollars: str
    ) -> tuple[tuple[Target, ...], tuple[Budget, ...]]:
        targets, budgets = read_figures(candidate, reading, text, self._quantities)
        return tuple(_in_dollars(targets, dollars)), tuple(_in_dollars(budgets, dollars))


def _in_dollars(values: list[Figure], dollars: str) -> list[Figure]:
    """The values with their dollars as those of the publisher's country."""
    return [
        value.model_copy(update={field: dollars})
        if getattr(value, field := "currency" if isinstance(value, Budget) else "unit") == "USD"
        else value
        for value in values
    ]


def _text(candidate: Candidate, reading: Reading) -> str:
    return " ".join(" ".join(span.of(reading.text) for span in candidate.spans).split())


def _pass_references_down(candidates: list[Candidate]) -> None:
    """The reference of a heading with a single action below it is that action's own."""
    under: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.heading is not None:
            under.setdefault(candidate.heading, []).append(candidate)
    for group in under.values():
        if len(group) == 1 and group[0].ref is None:
            group[0].ref = group[0].heading_ref
