"""Tables of minutes, which name at the right margin who is to act."""

MINUTES = "Minutes of the meeting of Wexton Parish Council held on 4 May 2021\n\nPresent: Cllr A. Reed (AR)\n\n"
TABLE = """\t\tAction
3.2\tBramble along the path – SV to ask the contractors to clear it.\tSV
4.0\tVillage stones\t
4.1\tLetters on the stones – the mason to be met again.\tBW, SV
4.2\tThe Clerk will order a bench.\t
"""


def test_who_is_named_at_the_margin_owns_what_the_row_asks(promises) -> None:
    found = promises(MINUTES + TABLE)
    owners = {record.ref: [owner.text for owner in record.owners] for record in found if record.ref}
    assert owners == {"3.2": ["SV"], "4.1": ["BW", "SV"]}


def test_a_row_that_only_names_its_item_is_the_section_of_those_below(promises) -> None:
    assert promises(MINUTES + TABLE)[1].section[-1] == "Village stones"


def test_a_row_that_names_nobody_at_the_margin_may_promise_in_a_sentence(promises) -> None:
    assert promises(MINUTES + TABLE)[-1].text == "The Clerk will order a bench."


def test_what_is_resolved_is_a_commitment_though_somebody_is_named_at_the_margin(promises) -> None:
    row = "4.3\tIt was resolved to accept the quotation of £480 for the hedge.\tSV\n"
    assert [record.kind for record in promises(MINUTES + TABLE + row)][-1] == "commitment"


def test_all_may_be_named_at_the_margin(promises) -> None:
    row = "4.3\tBlocked drains to be reported to the Clerk.\tALL\n"
    assert [owner.text for owner in promises(MINUTES + TABLE + row)[-1].owners] == ["ALL"]
