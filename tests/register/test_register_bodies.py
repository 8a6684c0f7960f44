"""One body over all papers, however they print its name."""

import itertools

import pytest
from sample_papers import RUN, body, commitment, owner, paper, register_of

from pipeline.register import Register


def plan(slug: str, *bodies, publisher: str | None = "Anytown Council"):
    """A paper in which each of the bodies, under each of its printings, owns a commitment."""
    texts = [text for one in bodies for text in (one.name, *one.aliases)]
    records = (commitment(slug, f"Do number {number}", owners=(owner(text),)) for number, text in enumerate(texts))
    return paper(slug, *records, bodies=bodies, publisher=publisher)


@pytest.fixture
def joined(path, rows):
    """The bodies that a register of these papers holds, by name."""

    def build(*papers):
        path.unlink(missing_ok=True)
        register_of(path, *papers)
        return rows("SELECT * FROM bodies ORDER BY name, publisher")

    return build


def trust(name: str, *aliases: str):
    return body(name, *aliases, kind="organisation", local=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Woodland Trust", "woodland trust"),
        ("Woodland Trust", "The Woodland Trust"),
        ("Parks & Rivers Trust", "Parks and Rivers Trust"),
        ("Young People's Learning Agency", "Young Peoples Learning Agency"),
        ("Young People’s Learning Agency", "Young People's Learning Agency (YPLA)"),
    ],
)
def test_printings_of_one_name_are_one_body(joined, one, other):
    (only,) = joined(plan("a", trust(one), publisher="Anytown Council"), plan("b", trust(other), publisher="Otherby Council"))
    assert (only["papers"], only["commitments"]) == (2, 2)


@pytest.mark.parametrize("kind", ["role", "person", "team"])
def test_each_publisher_has_its_own_of_what_every_council_has(joined, kind):
    papers = (plan(slug, body("Parks Clerk", kind=kind), publisher=publisher) for slug, publisher in (("a", "Anytown"), ("b", "Otherby")))
    assert [row["publisher"] for row in joined(*papers)] == ["Anytown", "Otherby"]


def test_papers_of_nobody_known_share_no_clerk(joined):
    assert len(joined(plan("a", body("Clerk"), publisher=None), plan("b", body("Clerk"), publisher=None))) == 2


def test_papers_of_one_publisher_share_their_clerk(joined):
    (clerk,) = joined(plan("a", body("Clerk")), plan("b", body("the clerk")))
    assert clerk["papers"] == 2


def test_an_abbreviation_that_one_paper_defines_is_known_in_the_publisher_s_others(joined):
    (only,) = joined(plan("a", trust("Woodland Trust", "WT")), plan("b", body("WT", kind="organisation")))
    assert (only["name"], only["aliases"], only["papers"]) == ("Woodland Trust", "WT", 2)


def test_an_abbreviation_of_another_publisher_may_mean_another_body(joined):
    other = plan("b", body("WT", kind="organisation"), publisher="Otherby Council")
    assert [row["name"] for row in joined(plan("a", trust("Woodland Trust", "WT")), other)] == ["WT", "Woodland Trust"]


def test_an_abbreviation_of_two_bodies_leads_to_neither(joined):
    papers = plan("a", trust("Woodland Trust", "WT")), plan("b", trust("Water Trust", "WT")), plan("c", body("WT", kind="organisation"))
    assert [row["name"] for row in joined(*papers)] == ["WT", "Water Trust", "Woodland Trust"]


def test_a_council_is_not_all_councils(joined):
    assert len(joined(plan("a", body("Parish Council", kind="organisation"), body("Parish Councils", kind="organisation")))) == 2


def test_a_body_is_called_by_its_fullest_printing(joined):
    (only,) = joined(plan("a", trust("woodland trust")), plan("b", trust("The Woodland Trust (WT)")), plan("c", trust("Woodland Trust")))
    assert only["name"] in ("Woodland Trust", "The Woodland Trust (WT)") and "woodland trust" in only["aliases"]


def test_owners_link_to_their_body(joined, rows):
    joined(plan("a", trust("Woodland Trust", "WT")))
    assert rows("SELECT count(DISTINCT body) AS bodies, count(body) AS owners FROM owners") == [{"bodies": 1, "owners": 2}]


def test_an_owner_that_its_paper_lists_as_no_body_links_to_none(joined, rows):
    joined(paper("a", commitment("a", "Plant trees", owners=(owner("Nobody"),))))
    assert rows("SELECT body FROM owners") == [{"body": None}]


def test_the_order_of_papers_changes_nothing(joined, rows):
    papers = [
        plan("a", trust("Woodland Trust", "WT")),
        plan("b", body("WT", kind="organisation")),
        plan("c", body("Clerk"), trust("WOODLAND TRUST")),
    ]
    told = {repr((joined(*order), rows("SELECT id, body FROM owners ORDER BY id"))) for order in itertools.permutations(papers)}
    assert len(told) == 1


def test_an_id_outlives_other_papers_and_other_printings(joined):
    (alone,) = joined(plan("a", trust("Woodland Trust")))
    both = joined(plan("a", trust("Woodland Trust")), plan("b", trust("the woodland trust", "WT"), body("Clerk")))
    assert alone["id"] in [row["id"] for row in both]


def test_a_body_goes_with_its_last_paper(path, rows):
    with Register(path) as register:
        register.write(plan("a", trust("Woodland Trust")), "f", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)
        register.remove("a", "2020-11-16T09:00:00")
        register.finish("2020-11-15", RUN)
    assert rows("SELECT * FROM bodies") == []
