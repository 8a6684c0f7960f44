"""Minutes that print what was resolved below a line of its own, and lists whose bullets are not printed."""

import pytest

from pipeline.extract.sentences.resolutions import are_minutes, behind_topic, is_adopting, is_clause, is_resolving

MINUTES = "Minutes of the meeting of Cabinet held on 4 May 2021\n\nPresent: Cllr A. Reed\n\nApologies: none\n\n"


def texts(promises, source: str) -> list[str]:
    return [record.text for record in promises(source)]


@pytest.mark.parametrize("line", ["RESOLVED –", "*RESOLVED –", "Resolved:", "It was resolved", "AGREED", "RESOLVED (unanimously):"])
def test_a_line_that_only_says_resolved_is_known(line: str) -> None:
    assert is_resolving(line)


@pytest.mark.parametrize("line", ["What we have agreed", "RESOLVED to buy a bench", "Resolution", "Agreed actions"])
def test_a_line_that_says_more_is_not(line: str) -> None:
    assert not is_resolving(line)


def test_clauses_below_resolved_are_promises(promises) -> None:
    source = MINUTES + "7 THE HALL\n\n*RESOLVED –\n\n1. That an annual report be prepared.\n\n2. That the lease be renewed.\n"
    assert texts(promises, source) == ["That an annual report be prepared.", "That the lease be renewed."]


def test_resolved_is_no_heading(promises) -> None:
    (only,) = promises(MINUTES + "7 THE HALL\n\nRESOLVED –\n\nThat the lease of the hall be renewed.\n")
    assert only.section[-1] == "7 THE HALL"


def test_clauses_of_minutes_need_no_line_above(promises) -> None:
    source = MINUTES + "(i) THAT the report be noted;\n\n(ii) THAT approval be given to build a bridge.\n"
    assert texts(promises, source) == ["THAT approval be given to build a bridge."]


def test_a_clause_that_adopts_a_paper_is_over_with_the_vote(promises) -> None:
    assert texts(promises, MINUTES + "RESOLVED –\n\nThat the Housing Strategy 2024-2028 be adopted, as amended.\n") == []


@pytest.mark.parametrize("clause", ["That the plan be approved at a cost of £400.", "That the plan be approved and a champion appointed."])
def test_a_clause_with_money_or_more_to_do_is_not_over(clause: str) -> None:
    assert not is_adopting(clause)


def test_that_opens_no_clause_before_a_verb() -> None:
    assert not is_clause("That is why the hall is open.")


def test_reasons_for_a_decision_promise_nothing(promises) -> None:
    assert texts(promises, MINUTES + "REASON FOR DECISION\n\nTo improve the roads of the borough.\n") == []


def test_minutes_of_an_hour_make_no_minutes() -> None:
    assert not are_minutes("We answer in 15 minutes, or in 20 minutes at night.")


def test_items_below_a_lead_in_need_no_bullet(promises) -> None:
    source = "# Plan\n\nI will:\n\nRecruit 40 officers.\n\nOpen two stations.\n\nThe force is old.\n"
    assert texts(promises, source) == ["Recruit 40 officers.", "Open two stations."]


def test_roman_numbers_are_references(promises) -> None:
    source = MINUTES + "RESOLVED that Cabinet:\n\nI. note the report.\n\nII. build a bridge by May 2022.\n"
    assert [(record.ref, record.text) for record in promises(source)] == [("II", "build a bridge by May 2022.")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_recommendation_may_have_its_number_on_a_line_above(promises, gap: str) -> None:
    (only,) = promises(f"REPORT OF THE PANEL\n\nThe panel met twice.\n\nRecommendation 5{gap}That the Council paints the hall.\n")
    assert (only.kind, only.ref, only.text) == ("recommendation", "Recommendation 5", "That the Council paints the hall.")


@pytest.mark.parametrize("topic", ["To discuss the hall: ", "To consider the hall:- ", "The hall:- ", "The hall- "])
def test_the_words_of_the_agenda_are_no_part_of_what_was_agreed(topic: str) -> None:
    assert behind_topic(topic + "Agreed to paint it.") == len(topic)


@pytest.mark.parametrize("text", ["The hall was painted: at last.", "Well-kept halls", "To discuss the hall."])
def test_other_words_are_no_topic(text: str) -> None:
    assert behind_topic(text) == 0


def test_lettered_clauses_below_resolved_that_are_resolutions(promises) -> None:
    records = promises("# Cabinet\n\nRESOLVED that\n\na) the report be noted;\n\nb) the hall be let to the Youth Forum by May 2024.\n")
    assert [(record.kind, record.ref) for record in records] == [("commitment", "b")]


def test_the_letter_of_an_item_within_a_paragraph_begins_a_sentence(promises) -> None:
    text = "# Minutes of the meeting held on 4 May 2020\n\nApologies: none\n\nThe Clerk is to mend the gate. b) Fences fell down in May.\n"
    assert [record.text for record in promises(text)] == ["The Clerk is to mend the gate."]


def test_initials_of_those_who_attend_can_act(promises) -> None:
    text = "# Minutes of the meeting\n\nPresent: Pam Walker (PW), Tom Fox (TF)\n\nMuch was said. PW to send the report to all.\n"
    assert [owner.text for record in promises(text) for owner in record.owners] == ["PW"]


def test_a_list_may_begin_on_the_line_that_opens_it(promises) -> None:
    text = MINUTES + "RESOLVED that (1) the report be noted,\n(2) the hall be let to the Youth Forum,\n(3) officers report back in May.\n"
    assert [(record.ref, record.text) for record in promises(text)] == [
        ("(2)", "the hall be let to the Youth Forum,"),
        ("(3)", "officers report back in May."),
    ]


def test_officers_who_are_told_by_a_resolution_own_the_action(promises) -> None:
    (record,) = promises(MINUTES + "RESOLVED that\n\na) officers report back in May.\n")
    assert (record.kind, [owner.text for owner in record.owners]) == ("action", ["officers"])


def test_an_officer_in_brackets_on_the_line_below_is_an_owner(promises) -> None:
    (record,) = promises(MINUTES + "RESOLVED that\n\na) the hall be painted.\n\n(Estates Officer)\n")
    assert [owner.text for owner in record.owners] == ["Estates Officer"]


def test_what_an_officer_would_do_is_told_in_the_past(promises) -> None:
    (record,) = promises(MINUTES + "Planning: Councillors saw the plans the clerk would request a meeting with the planner.\n")
    assert [owner.text for owner in record.owners] == ["clerk"]


@pytest.mark.parametrize("line", ["RESOLVED: That", "RESOLVED THAT", "It was unanimously agreed that"])
def test_resolved_that_opens_a_list_without_a_colon(promises, line: str) -> None:
    found = texts(promises, f"{MINUTES}# Roads\n\n{line}\n\n(1) the programme be approved; and\n(2) the bridge be closed.\n")
    assert found == ["the programme be approved; and", "the bridge be closed."]


def test_the_second_of_a_sentence_who_will_act_owns_what_is_promised(promises) -> None:
    (only,) = promises(MINUTES + "The Councillors completed the form and the Clerk will send it.\n")
    assert [owner.text for owner in only.owners] == ["Clerk"]


def test_a_resolution_that_names_who_is_to_act_makes_each_item_his_or_hers(promises) -> None:
    found = promises(MINUTES + "6. RESOLVED the Leader to:\n\n   a) Create an Education Committee.\n\n   b) Close the old one.\n")
    assert [(record.kind, [owner.text for owner in record.owners]) for record in found] == [("action", ["Leader"])] * 2


def test_whom_a_resolution_recommends_something_to_is_to_act(promises) -> None:
    (only,) = promises(MINUTES + "7. RESOLVED Members to recommend to the County Council:\n\n   a) To amend the constitution.\n")
    assert (only.kind, [owner.text for owner in only.owners]) == ("recommendation", ["County Council"])
