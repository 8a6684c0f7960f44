"""How several bodies in one phrase are told apart, and which names must stay whole."""

from itertools import pairwise

import our_rules
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.extract.owners.bodies import Bodies

BODIES = Bodies(our_rules.rulebook())


def parted(phrase: str) -> list[str]:
    return [phrase[start:end] for start, end in BODIES.split(phrase)]


@pytest.mark.parametrize(
    "name",
    [
        "14 to 19 Partnership",
        "Director of Growth, Environment and Transport",
        "Corporate Director for Adult Social Care and Health",
        "Head of Finance and ICT",
        "Policy, Finance and Resources Committee",
        "Department for Environment, Food and Rural Affairs",
        "Secretary of State for the Ministry of Housing, Communities and Local Government",
        "Children, Young People and Education",
        "Kent and Medway NHS Trust",
        "Police and Community Youth Centre",
        "Jane Smith, Head of Parks",
        "Strategic Director (Place, People)",
        "LCC - Childcare Sufficiency Team",
        "Head of Operations, City Parks",
        "Assistant Director, People and Culture",
        "Chief Officer Housing",
        "Community Support Officer",
    ],
)
def test_one_name_stays_whole(name: str) -> None:
    assert parted(name) == [name]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        (
            "14 to 19 Partnership, Young People's Learning Agency (YPLA) and Connexions",
            ["14 to 19 Partnership", "Young People's Learning Agency (YPLA)", "Connexions"],
        ),
        ("Head of Housing and Head of Planning", ["Head of Housing", "Head of Planning"]),
        ("Head of Housing, Legal Services", ["Head of Housing", "Legal Services"]),
        ("Deputy Leader/Cabinet Member for Finance", ["Deputy Leader", "Cabinet Member for Finance"]),
        ("Jane Smith, Tom Fox", ["Jane Smith", "Tom Fox"]),
        ("Leader, Clerk and the Parks Team", ["Leader", "Clerk", "Parks Team"]),
        ("CYPE, ASCH & GET", ["CYPE", "ASCH", "GET"]),
        ("Parks Manager Press Officer", ["Parks Manager", "Press Officer"]),
        ("Director, Youth Forum", ["Director", "Youth Forum"]),
        ("Manager Healthy Places and Director Strategy & Performance", ["Manager Healthy Places", "Director Strategy & Performance"]),
    ],
)
def test_several_names_are_parted(phrase: str, names: list[str]) -> None:
    assert parted(phrase) == names


def test_what_a_paper_abbreviates_is_one_name() -> None:
    phrase = "Libraries, Registration & Archives and Shelter"
    bodies = BODIES.of_paper("The Libraries, Registration & Archives (LRA) is open.")
    start, end = bodies.split(phrase)[0]
    assert phrase[start:end] == "Libraries, Registration & Archives"


@given(
    st.lists(
        st.sampled_from(["Parks", "Team", "and", "&", ",", "/", "the", "Head", "of", "NHS", "(", ")", "12", "£5,000", "-"]), max_size=14
    )
)
@example(["and", "and", "and", "and"])
def test_the_parts_of_any_phrase_stand_in_order_and_apart(words: list[str]) -> None:
    places = BODIES.split(" ".join(words))
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
