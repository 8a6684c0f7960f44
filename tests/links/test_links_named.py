"""Which paper a clerk means after `succeeds`."""

import pytest

from pipeline.links import Nameable, find_named

COUNCIL = "Anytown Council"


def paper(file: str, published: str | None = None, publisher: str = COUNCIL, succeeds: str | None = None, slug: str = "") -> Nameable:
    return Nameable(slug or file.replace("/", "-").rsplit(".", 1)[0], file, publisher, published, None, succeeds)


def meant(later: Nameable, *others: Nameable) -> tuple[str, bool] | None:
    found = find_named([later], [*others, later]).get(later.slug)
    return (found.paper.file, found.is_guess) if found else None


@pytest.mark.parametrize("name", ["2019/plans/plan.pdf", "plans/plan.pdf", "plan.pdf", "plan", "PLAN.pdf", "2019/plans/plan"])
def test_a_paper_in_a_folder_is_meant_by_the_end_of_its_name(name: str) -> None:
    assert meant(paper("2020/next.pdf", succeeds=name), paper("2019/plans/plan.pdf"), paper("2019/plan.docx.txt")) == (
        "2019/plans/plan.pdf",
        False,
    )


def test_a_part_of_a_name_that_is_no_whole_part_of_its_path_means_nothing() -> None:
    assert meant(paper("next.pdf", succeeds="plan.pdf"), paper("2019/old-plan.pdf")) is None


def test_no_paper_follows_itself() -> None:
    assert meant(paper("2020/plan.pdf", succeeds="plan.pdf")) is None


def test_the_whole_name_wins() -> None:
    later = paper("2020/plan.pdf", "2020", succeeds="minutes.pdf")
    assert meant(later, paper("2020/minutes.pdf", "2019"), paper("minutes.pdf", "2010")) == ("minutes.pdf", False)


def test_the_same_folder_comes_before_others() -> None:
    later = paper("highways/next.pdf", "2020", succeeds="plan.pdf")
    assert meant(later, paper("highways/plan.pdf", "2010"), paper("housing/plan.pdf", "2019")) == ("highways/plan.pdf", False)


def test_the_same_publisher_comes_before_others() -> None:
    later = paper("new/next.pdf", "2020", succeeds="plan.pdf")
    assert meant(later, paper("a/plan.pdf", "2010"), paper("b/plan.pdf", "2019", "Othertown Council")) == ("a/plan.pdf", False)


def test_of_several_the_last_one_before_it_is_taken_as_a_guess() -> None:
    later = paper("2020/plan.pdf", "2020", succeeds="plan.pdf")
    others = [paper(f"{year}/plan.pdf", str(year)) for year in (2018, 2019, 2021)]
    assert meant(later, *others) == ("2019/plan.pdf", True)
    assert meant(later, *reversed(others)) == ("2019/plan.pdf", True)


def test_the_bare_name_of_a_paper_of_another_publisher_is_a_guess() -> None:
    assert meant(paper("new/next.pdf", succeeds="plan.pdf"), paper("old/plan.pdf", publisher="Othertown Council")) == ("old/plan.pdf", True)
