"""TG01: a direction on something countable, and no figure."""

from collections.abc import Iterator

from pipeline.checks.base import Finding, check
from pipeline.checks.directions import direction_of
from pipeline.checks.kin import Kin, is_open
from pipeline.checks.naming import called, quoted
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, Target


@check(code="TG01", name="target.no_figure", kind="target_without_value", severity="medium", scope="commitment")
def target_without_value(paper: Paper) -> Iterator[Finding]:
    """A commitment is to make something countable more or fewer, and does not say by how much.

    Why it matters: one crime fewer keeps the promise, and nobody can say that it failed.
    Flagged: 38 "Reduce knife crime with an early years prevention scheme"; "Baseline and increase the number of Parent Volunteers".
    Not flagged: a figure of its own or of its steps; what nobody counts ("increase awareness"), and money; "improve", "raise", "develop";
        an end that another action serves ("Explore strategies to reduce …"); a level that is named ("to the national average"); grass
        and trees that are cut; what is done.
    Known limits: what can be counted is told by a list of words for what cannot; "reduce energy costs" is not seen.
    """
    kin = Kin(paper)
    for commitment in paper.commitments:
        words = direction_of(commitment.text)
        if (
            words
            and is_open(commitment)
            and not kin.is_account(commitment)
            and not any(map(_has_figure, commitment.targets))
            and not any(map(_counts, kin.steps(commitment)))
        ):
            yield Finding(
                members=(commitment,),
                message=f"{called(commitment)} says {quoted(words)}, not by how much."
                if commitment.ref
                else f"{quoted(words)} does not say by how much.",
                evidence=(commitment.text,),
            )


def _has_figure(target: Target) -> bool:
    return target.value is not None


def _counts(step: Commitment) -> bool:
    """Whether a step tells by how much; how many of something else it is done with does not."""
    return any(_has_figure(target) and target.direction != "reach" for target in step.targets)
