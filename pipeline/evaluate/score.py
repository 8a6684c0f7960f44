"""Scoring one paper: every field of every commitment, then the flags."""

from collections.abc import Sequence

from pipeline.evaluate.compare import same_budget, same_deadline, same_owner, same_ref, same_section, same_target
from pipeline.evaluate.flags import score_flags
from pipeline.evaluate.gold import GoldCommitment, GoldPaper
from pipeline.evaluate.pair import overlap, pair_commitments
from pipeline.evaluate.tally import Tally
from pipeline.model.paper import Flag
from pipeline.model.record import Commitment


def score_paper(gold: GoldPaper, found: Sequence[Commitment], flags: Sequence[Flag], tally: Tally) -> None:
    """Counts what was found of one paper, and what was made up."""
    chosen = pair_commitments(gold.commitments, found)
    doubtful = {g for g, want in enumerate(gold.commitments) if want.optional}
    hits = sum(g not in doubtful for g in chosen)
    tally.add("commitments", hits, hits + len(found) - len(chosen), len(gold.commitments) - len(doubtful))
    position: dict[str, int] = {found[p].id: g for g, p in chosen.items()}
    for g, p in chosen.items():
        if g not in doubtful:
            _score_place(gold.commitments[g], found[p], position, tally)
            _score_values(gold.commitments[g], found[p], tally)
    for g in set(range(len(gold.commitments))) - set(chosen) - doubtful:
        _score_values(gold.commitments[g], None, tally)
    for p in set(range(len(found))) - set(chosen.values()):
        _score_made_up(found[p], tally)
    score_flags(gold.flags, flags, lambda member: position.get(member, member), tally)


def _score_place(want: GoldCommitment, have: Commitment, position: dict[str, int], tally: Tally) -> None:
    """Counts what a matched commitment says of itself: reference, kind, place in the paper, status."""
    tally.add("references", same_ref(want.ref, have.ref), 1, 1)
    tally.add("kinds", want.kind == have.kind, 1, 1)
    parent = None if have.parent is None else position.get(have.parent, -1)
    tally.add("parents", parent == want.parent, 1, 1)
    if want.section:
        tally.add("sections", same_section(want.section, have.section), 1, 1)
    same = want.status is not None and want.status == have.status
    tally.add("status", same, have.status is not None, want.status is not None)


def _score_values(want: GoldCommitment, have: Commitment | None, tally: Tally) -> None:
    """Counts the values of a commitment that was matched, or of one that was missed (`have` None)."""
    tally.add("deadlines", *overlap(want.deadlines, have.deadlines if have else (), same_deadline))
    tally.add("owners", *overlap(want.owners, have.owners if have else (), same_owner))
    tally.add("budgets", *overlap(want.budgets, have.budgets if have else (), same_budget))
    wanted = [target for target in want.targets if target.value is not None]
    claimed = [target for target in (have.targets if have else ()) if target.value is not None]
    tally.add("targets", *overlap(wanted, claimed, same_target))


def _score_made_up(have: Commitment, tally: Tally) -> None:
    """Counts against precision what a made-up commitment claims; here a target counts even without a value."""
    for field, claimed in (("deadlines", have.deadlines), ("owners", have.owners), ("targets", have.targets), ("budgets", have.budgets)):
        tally.add(field, 0, len(claimed), 0)
