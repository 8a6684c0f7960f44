"""What looks like a promise by the words above it or by its first word, and is none."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

ASKED = """# Harbour report

Cabinet is asked to:

Approve the lease of the quay.

1. INTRODUCTION

1.1 The harbour has two quays.

1.2 The lease of both ends in May 2022.
"""
AMENDED = """# Minutes of the meeting of Wexton Town Council held on 4 May 2021

Present: Cllr A. Reed

1. Mr Lee proposed and Mrs Roe seconded the following amendment to the motion:

“Council is asked to:

(a) Close the slipway

(b) Sell the quay

2. The Chairman put the amendment to the vote.

Amendment {end}.
"""
ADVICE = """# Pay report

## 5. Recommendation

5.1 Council endorses the statement.

Appendix 1

### Pay statement

- The range consists of nine grades and is printed below.
- The Council will publish the pay of its directors each year.
"""


def texts(records: tuple[Commitment, ...]) -> list[str]:
    return [record.text for record in records]


def test_a_lead_in_ends_at_a_heading_behind_its_items(promises: Promises) -> None:
    assert texts(promises(ASKED)) == ["Approve the lease of the quay."]


def test_a_lead_in_ends_at_a_heading_whose_number_the_items_go_on_with(promises: Promises) -> None:
    assert promises(ASKED.replace("Approve the lease of the quay.\n\n", "")) == ()


def test_an_amendment_that_was_lost_leaves_nothing(promises: Promises) -> None:
    assert promises(AMENDED.format(end="lost")) == ()


def test_an_amendment_that_was_carried_stays(promises: Promises) -> None:
    assert texts(promises(AMENDED.format(end="carried"))) == ["Close the slipway", "Sell the quay"]


def test_an_annex_is_no_longer_advice(promises: Promises) -> None:
    assert [(record.kind, record.ref) for record in promises(ADVICE)] == [("recommendation", "5.1"), ("commitment", None)]


def test_an_item_below_recommendations_that_tells_how_things_are_is_no_advice(promises: Promises) -> None:
    found = promises("# Report\n\n## Recommendations\n\n- The range is set out below.\n- The range should be wider.\n")
    assert texts(found) == ["The range should be wider."]


def test_an_item_with_a_verb_among_things_is_a_thing_too(promises: Promises) -> None:
    assert promises("# Plan\n\nWhat was changed:\n\n- a new map\n- update to footnotes\n- new tables\n- clearer text\n") == ()


def test_a_verb_before_an_article_is_an_order_also_among_things(promises: Promises) -> None:
    assert texts(promises("# Plan\n\nThe list:\n\n- a new map\n- Plant a hedge\n- new tables\n")) == ["Plant a hedge"]


def test_two_orders_among_five_items_are_orders(promises: Promises) -> None:
    found = promises("# Plan\n\nThe list:\n\n- a new map\n- Plant a hedge\n- Build a wall\n- new tables\n- new text\n")
    assert texts(found) == ["Plant a hedge", "Build a wall"]


def test_a_label_before_a_colon_is_no_order(promises: Promises) -> None:
    assert promises("# Plan\n\n- Scale: half a million people\n- Approach 2 – growth at the edge\n") == ()


def test_a_numbered_item_among_actions_says_what_will_be_done(promises: Promises) -> None:
    found = promises("# Plan\n\n## Mitigating actions\n\n1) Any young adult will continue to receive the services of an adviser.\n")
    assert [(record.kind, record.rule) for record in found] == [("action", "SC04")]


def test_what_something_shall_ensure_is_promised_by_nobody(promises: Promises) -> None:
    assert promises("# Plan\n\nThe details were changed to ensure all letters will be received by post.\n") == ()


def test_planning_policy_that_lets_proposals_pass_is_no_promise(promises: Promises) -> None:
    assert promises("# Plan\n\nProposals for new homes will be supported in towns.\n") == ()


def test_a_meeting_that_is_called_is_no_promise(promises: Promises) -> None:
    assert promises("# Agenda\n\nA meeting of the County Council will be held in the Hall on 9 January 2025.\n") == ()


def test_a_body_that_asks_others_to_act_is_not_to_act(promises: Promises) -> None:
    assert promises("# Plan\n\n61. The Council requires its managers to engage with firms.\n") == ()


def test_what_people_asked_for_beside_their_share_is_no_plan(promises: Promises) -> None:
    table = "| | Number of consultees answering | % of consultees answering |\n|---|---|---|\n| Consider the parking | 31 | 10% |\n"
    assert promises(f"# Consultation report\n\n{table}") == ()


def test_powers_that_are_ticked_are_no_plan(promises: Promises) -> None:
    table = "| Detail | Foundation | Mayoral |\n|---|---|---|\n| Develop joint plans for ports | x | x |\n"
    assert promises(f"# Framework\n\n{table}") == ()


def test_a_contract_that_ends_is_no_promise(promises: Promises) -> None:
    table = "| Centre | Contract end date | Contract value |\n|---|---|---|\n| Millford | 31/03/2025 | £222,127 |\n"
    assert promises(f"# Report\n\n{table}") == ()


def test_words_in_brackets_alone_are_nobody_who_will_act(promises: Promises) -> None:
    assert promises("# Savings\n\nThe new review, (supporting recommendation 4 of the report) will go to a group of members.\n") == ()
