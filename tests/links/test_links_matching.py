"""Which promise is which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_papers import commitment, owner

from pipeline.links.matching import match
from pipeline.links.stems import stem

TOPICS = ("library", "canal", "museum", "orchard", "playground", "bakery", "harbour", "theatre", "stadium", "cemetery")
PLAN = [f"Repair the roof of the {topic} before the winter storms" for topic in TOPICS]


def promises(slug: str, texts, **more):
    return [commitment(slug, text, ref=str(number), **more) for number, text in enumerate(texts, 1)]


def linked(earlier, later) -> list[tuple[str, str]]:
    texts = {each.id: each.text for each in (*earlier, *later)}
    return [(texts[link.earlier], texts[link.later]) for link in match(earlier, later).links]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Develop a strategy for cycling in the town centre", "Development of a town centre cycling strategy"),
        ("Publish a guide to night buses for shift workers", "Continue to publish our guide to night buses for all shift workers"),
        ("Train forty lifeguards for the pool by May 2020", "By June 2021, sixty lifeguards are trained for the pool"),
        ("Restore the towpath, and plant willows along it", "Plant willows along the towpath when it is restored"),
    ],
)
def test_a_reworded_promise_is_found_again(earlier, later):
    assert linked(promises("a", [*PLAN, earlier]), promises("b", [later, *PLAN]))[0] == (earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Develop and maintain effective services that keep children safe", "Develop and maintain effective services that mend footpaths"),
        ("Baseline debt advice in the 15 priority poverty wards", "Restore duck ponds in the 15 priority poverty wards"),
        ("Continue to lobby", "Continue to plant willows"),
    ],
)
def test_an_opening_or_an_end_in_common_makes_no_link(earlier, later):
    assert match(promises("a", [earlier], section=("A",)), promises("b", [later], section=("B",))).links == ()


def test_each_promise_is_linked_once():
    links = match(promises("a", PLAN), promises("b", PLAN * 2)).links
    assert len(links) == len({link.earlier for link in links}) == len({link.later for link in links}) == len(PLAN)


def test_of_equal_promises_those_in_the_same_place_are_linked():
    one, other = promises("a", PLAN + PLAN), promises("b", PLAN + PLAN)
    other = [each.model_copy(update={"id": f"{each.id}{place}"}) for place, each in enumerate(other)]
    assert [link.later for link in match(one[: len(PLAN)], other).links] == [each.id for each in other[: len(PLAN)]]


def test_short_steps_go_with_what_stands_above_them():
    above = [promises(slug, ("Win the town a hospital", "Bring trains back to the valley")) for slug in ("a", "b")]
    steps = [
        [
            commitment(slug, "Continue to lobby", under=parent).model_copy(update={"id": f"{slug}{place}"})
            for place, parent in enumerate(order)
        ]
        for slug, order in (("a", above[0]), ("b", above[1][::-1]))
    ]
    found = {link.earlier: link.later for link in match([*above[0], *steps[0]], [*above[1], *steps[1]]).links}
    assert (found["a0"], found["a1"]) == ("b1", "b0")


def test_references_count_where_most_promises_keep_them():
    texts = [*PLAN, "Open a youth club in the old fire station"]
    found = match(promises("a", texts), promises("b", [*PLAN, "Youth club: the fire station opens its doors"]))
    assert "reference" in found.links[-1].reasons


def test_references_count_nothing_where_all_are_renumbered():
    renumbered = promises("b", [*PLAN[1:], PLAN[0]])
    assert {reason for link in match(promises("a", PLAN), renumbered).links for reason in link.reasons} == {"words", "section"}


def test_the_reasons_are_what_both_have_in_common():
    (link,) = match(promises("a", PLAN[:1], owners=(owner("Parks Team"),)), promises("b", PLAN[:1], owners=(owner("Parks Team"),))).links
    assert link.reasons == ("words", "reference", "section", "owner")


def test_what_may_be_the_same_is_neither_linked_nor_gone():
    earlier, later = "Widen the harbour road for lorries and buses", "Widen the harbour road with a path for walkers"
    found = match([*promises("a", PLAN), commitment("a", earlier)], [*promises("b", PLAN), commitment("b", later, section=())])
    assert len(found.links) == len(PLAN)
    assert len(found.doubtful) == 1


@pytest.mark.parametrize("words", [("plan", "plans", "planning"), ("policy", "policies"), ("child's", "child")])
def test_forms_of_a_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@settings(max_examples=25)
@given(st.permutations(range(len(PLAN))), st.permutations(range(len(PLAN))))
def test_the_order_of_the_promises_makes_no_difference(one, other):
    earlier, later = promises("a", PLAN, section=("A",)), promises("b", PLAN, section=("A",))
    found = match([earlier[place] for place in one], [later[place] for place in other])
    assert sorted(link[:3] for link in found.links) == sorted(link[:3] for link in match(earlier, later).links)


@settings(max_examples=50)
@given(st.lists(st.text(max_size=40), max_size=6), st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_can_be_compared(one, other):
    found = match(promises("a", one), promises("b", other))
    assert len(found.links) <= min(len(one), len(other))
