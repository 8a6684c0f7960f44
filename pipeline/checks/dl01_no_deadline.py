"""DL01: a figure to reach, and no date to reach it by."""

import re
from collections.abc import Iterator

from pipeline.checks.base import Finding, check
from pipeline.checks.kin import Kin, has_day, is_in_quotation, is_open, place_of
from pipeline.checks.naming import called
from pipeline.checks.passages import commitment_passage, value_passage
from pipeline.checks.standing import is_asked_of_others, is_of_another_text
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment, Target

CURRENCIES = frozenset({"GBP", "EUR", "USD", "AUD", "CAD", "NZD"})
TIMES = frozenset({"minute", "hour", "day", "working day", "week", "month"})
UNIVERSAL = re.compile(r"(?:all|every|each|any|no|none)\b", re.IGNORECASE)
ENSURED = re.compile(r"(?:\A|\b(?:ensur\w+|so)(?: that)? )\Z", re.IGNORECASE)
GETS = re.compile(r"\W*(?:(?:will|to|can) )?(?:has|have|receives?|gets?|(?:is|are|be) (?:offered|given))\b", re.IGNORECASE)
NOTHING = re.compile(r"\b(?:zero|nil|0)\b", re.IGNORECASE)
NEEDS_NONE = re.compile(
    r"\b(?:precept|council tax|(?:fee|charge|tariff|subscription|invoice|quotation|quote)s?|salar(?:y|ies)|pay (?:award|scale|point)s?"
    r"|grades? [A-Z]\w*|to pay)\b"  # a price holds from the day that it is agreed
    r"|(?:\A|\b(?:will|shall|must|should|to) )(?:keep|maintain|retain|remain|limit)\b"
    r"|\A(?:increase|decrease|reduction|rise|fall|growth|change)s? (?:in|of|to)\b",  # a line of accounts
    re.IGNORECASE,
)
PRICES = r"(?:prices?|wages?|pay|rents?(?! arrears)|allowances?|honorari(?:um|a))"
OF_SUMS = rf"(?:{PRICES}|rate|charge|contribution|donation|grant|hire|cost of (?:an?|each))"  # which a share may be of, and no price
CHANGED = (
    r"\b(?:(?:increas|rais|reduc|lower|set)\w*(?: \S+){{0,5}}? {0}\b[^.;]{{0,60}}"
    r"|{0}\b[^.;]{{0,40}} (?:increas|rais|ris|reduc)\w*) (?:to|by) \Z"
)
PRICED, OF_SUM = (re.compile(CHANGED.format(words), re.IGNORECASE) for words in (PRICES, OF_SUMS))

YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:[-/–]\d\d(?:\d\d)?)?")
BEFORE_BASELINE = re.compile(
    r"\b(?:on|from|over|than|against|below|above|since|to|with|act|programme)(?: the| its| our)?\W*\Z", re.IGNORECASE
)
AFTER_BASELINE = re.compile(r"\W*(?:level|baseline|figure|act\b|programme|benchmark)", re.IGNORECASE)


@check(code="DL01", name="deadline.none_for_figure", kind="no_deadline", severity="medium", scope="commitment")
def no_deadline(paper: Paper) -> Iterator[Finding]:
    """A commitment promises a figure and gives no date to reach it by.

    Why it matters: without a date nobody can ever say that the figure was missed.
    Flagged: 63 "Create 300 new parking spaces across the town", neither dated itself nor in its steps.
    Not flagged: a date of its own, of its steps or of what it stands under; words that name no day ("in due course"), which DL02 tells;
        what is done; how fast a service answers; one of something; prices, fees and taxes; a figure that is kept as it is; what is asked of
        whoever applies, builds or bids; words that the paper only quotes, or gives another text; a year in the words; the
        indicators of a plan that tells its period; "all" and "every" where nobody is to get anything by it.
    Known limits: a date that a heading or the plan's own period gives is not known to the records below it; "no child goes hungry" and
        "eliminate" count as no figure.
    """
    kin = Kin(paper)
    for commitment in paper.commitments:
        figures = [target for target in commitment.targets if _needs_day(target, commitment)]
        is_excused = paper.paper.period_end if commitment.kind == "indicator" else kin.is_account(commitment)
        if not figures or is_excused or not is_open(commitment) or commitment.deadlines or not _can_lack(commitment.text):
            continue
        around = (*kin.steps(commitment), *kin.above(commitment))
        if not any(has_day(deadline) for each in around for deadline in each.deadlines):
            steps = ", nor does any of its steps" if kin.steps(commitment) else ""
            yield Finding(
                members=(commitment,),
                message=f"{called(commitment)} gives the figure “{figures[0].text}” and no date to reach it by{steps}.",
                evidence=(commitment.text,),
                passages=(commitment_passage(paper, commitment), value_passage(paper, commitment, figures[0])),
            )


def _can_lack(text: str) -> bool:
    """Whether a date may be missing: no price, nothing kept as it is or asked of others, and no year in the words that may be meant
    for one."""
    years = [
        year
        for year in YEAR.finditer(text)
        if not BEFORE_BASELINE.search(text[: year.start()]) and not AFTER_BASELINE.match(text[year.end() :])
    ]
    return not years and not NEEDS_NONE.search(text) and not is_of_another_text(text) and not is_asked_of_others(text)


def _needs_day(target: Target, commitment: Commitment) -> bool:
    if target.value is None or (target.value == 1 and target.unit != "%"):
        return False
    if target.direction == "reach" and target.unit.lower().removesuffix("s") in TIMES:
        return False
    if target.value == 0 and not NOTHING.search(target.text):
        return False
    at = place_of(target, commitment)
    if at is not None and (is_in_quotation(at, commitment.text) or _is_price(target, commitment.text[:at])):
        return False
    return not UNIVERSAL.match(target.text) or (at is not None and _gets_something(commitment.text, at, at + len(target.text)))


def _is_price(target: Target, before: str) -> bool:
    """Whether a figure is what something is to cost: `increase the rate per cut to £150`, `raise the rents by 3%`."""
    priced = OF_SUM if target.unit in CURRENCIES else PRICED if target.unit == "%" else None
    return priced is not None and priced.search(before) is not None


def _gets_something(text: str, start: int, end: int) -> bool:
    """Whether all of them are to get something: `All eligible children receive meals`, `ensure every pupil has access`."""
    return bool(ENSURED.search(text[:start]) and GETS.match(text[end:]))
