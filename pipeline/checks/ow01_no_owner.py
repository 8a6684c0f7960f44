"""OW01: a row without an owner in a plan that names owners."""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.base import Finding, check
from pipeline.checks.kin import Kin, is_open, place_of
from pipeline.checks.naming import called
from pipeline.checks.passages import commitment_passage, value_passage
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment

FEWEST_ROWS = 4
NAMED = 0.75
"""Part of a plan's rows that name an owner in a cell, from which the plan is one that names owners."""


@check(code="OW01", name="owner.left_out", kind="no_owner", severity="medium", scope="list")
def no_owner(paper: Paper) -> Iterator[Finding]:
    """A row of a plan names nobody, while the rows around it name their owners.

    Why it matters: what nobody is named for nobody has to answer for.
    Flagged: row 4.4 with an empty cell under "Lead", where 20 of 21 rows name one.
    Not flagged: lists that name owners only in their words; plans of which more than a quarter name none; tables of fewer than four rows;
        a step under a row that names an owner; accounts, of which most rows promise nothing by their words; what is done.
    Known limits: an owner's cell that could not be read (initials that the paper does not explain) looks like an empty one.
    """
    kin = Kin(paper)
    tables: dict[tuple[object, ...], list[Commitment]] = defaultdict(list)
    for commitment in paper.commitments:
        tables[commitment.rule, commitment.kind, commitment.parent is None, commitment.section[:1]].append(commitment)
    for rows in tables.values():
        named = [row for row in rows if _names_in_cell(row)]
        if len(rows) < FEWEST_ROWS or len(named) < NAMED * len(rows):
            continue
        sections = {row.section for row in named}
        for row in rows:
            is_left_out = not row.owners and row.section in sections and not kin.is_account(row)
            if is_left_out and is_open(row) and not any(each.owners for each in kin.above(row)):
                yield Finding(
                    members=(row,),
                    message=f"{called(row)} names nobody to do it, while {len(named)} of the {len(rows)} {row.kind}s of this plan do.",
                    evidence=(row.text,),
                    passages=(commitment_passage(paper, row), value_passage(paper, named[0], named[0].owners[0])),
                )


def _names_in_cell(row: Commitment) -> bool:
    return any(place_of(owner, row) is None for owner in row.owners)
