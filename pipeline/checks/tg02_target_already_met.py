"""TG02: a target that the paper itself says was reached before."""

from collections.abc import Iterator

from pipeline.checks.base import Finding, check
from pipeline.checks.kin import is_open
from pipeline.checks.measures import is_reached, told_likeness
from pipeline.checks.naming import called, quoted
from pipeline.checks.passages import level_passage, value_passage
from pipeline.model.paper import Level, Paper
from pipeline.model.record import Commitment, Target

LEAST_LIKENESS = 0.3


@check(code="TG02", name="target.reached_before", kind="target_already_met", severity="medium", scope="paper")
def target_already_met(paper: Paper) -> Iterator[Finding]:
    """A target asks for what the paper itself says was reached before.

    Why it matters: the target is met without any work, or lets things get worse.
    Flagged: the target "4%" for young people not in education, where the paper says "now down to just 3.9%"; a row of indicators that
        stood at 81% and has the target 80%.
    Not flagged: measures of which it is not known whether more is better; shares that the paper tells of the nation, of a survey or of
        another group; forecasts; a figure less than half or more than twice the target.
    Known limits: outside tables only percentages are seen; of a measure put in other words nothing is.
    """
    aims = [(each, target) for each in paper.commitments if is_open(each) for target in each.targets if target.value is not None]
    found = {commitment.id: finding for commitment, target in aims if (finding := _by_baseline(paper, commitment, target))}
    for level in paper.levels:
        likeness, aim = max(((told_likeness(*aim, level), aim) for aim in aims), key=lambda pair: pair[0], default=(0.0, None))
        if aim and likeness >= LEAST_LIKENESS and is_reached(aim[0].text, aim[1], level.value):
            found.setdefault(aim[0].id, _by_level(paper, *aim, level))
    yield from (found[commitment.id] for commitment in paper.commitments if commitment.id in found)


def _by_baseline(paper: Paper, commitment: Commitment, target: Target) -> Finding | None:
    """A row of indicators that stood at its target, or better, before."""
    if commitment.kind != "indicator" or not target.baseline or not is_reached(commitment.text, target, target.baseline):
        return None
    sign = target.text[:1] if target.text.startswith(("£", "$", "€")) else ""
    stood = f"{sign}{target.baseline:,.12g}{'%' if target.unit == '%' else ''}"
    return Finding(
        members=(commitment,),
        message=f"{called(commitment)} has the target “{target.text}”, and the paper says that it stood at {stood} before.",
        evidence=(target.text, stood),
        passages=(value_passage(paper, commitment, target),),
    )


def _by_level(paper: Paper, commitment: Commitment, target: Target, level: Level) -> Finding:
    return Finding(
        members=(commitment,),
        message=f"{called(commitment)} has the target “{target.text}”, and the paper says {quoted(level.text.rstrip('.'))}.",
        evidence=(target.text, level.text),
        passages=(value_passage(paper, commitment, target), level_passage(paper, level)),
    )
