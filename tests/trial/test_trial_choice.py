"""Rules are chosen by id, name, file or folder."""

from pathlib import Path

import pytest

from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.trial.choice import ChoiceError, choose_rules


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook(Path(__file__).parents[2] / "rules")


def test_without_names_all_rules_are_meant(book: Rulebook) -> None:
    assert choose_rules(book, []) == book.rules


@pytest.mark.parametrize("of", [lambda rule: rule.id, lambda rule: rule.id.lower(), lambda rule: rule.rule.name])
def test_a_rule_is_meant_by_its_id_or_name(book: Rulebook, of) -> None:  # type: ignore[no-untyped-def]
    assert choose_rules(book, [of(book.rules[3])]) == (book.rules[3],)


@pytest.mark.parametrize("name", ["{}", "{}.yaml", "rules/{}.yaml", "./rules/{}.yaml", "/home/clerk/rules/{}.yaml"])
def test_the_rules_of_a_file_are_meant_by_its_path(book: Rulebook, name: str) -> None:
    subject = book.of("time")[0].subject
    assert choose_rules(book, [name.format(subject)]) == book.of(subject)


@pytest.mark.parametrize("name", ["time", "rules/time", "rules/time/"])
def test_the_rules_of_a_folder_are_meant_by_its_name(book: Rulebook, name: str) -> None:
    assert choose_rules(book, [name]) == book.of("time")


def test_several_names_add_up_in_the_order_of_the_files(book: Rulebook) -> None:
    first, last = book.rules[0], book.rules[-1]
    assert choose_rules(book, [last.id, first.id, last.id]) == (first, last)


def test_a_word_list_may_be_used_by_any_rule(book: Rulebook) -> None:
    assert choose_rules(book, ["rules/lexicon/months.yaml"]) == book.rules


def test_an_unknown_name_says_what_was_perhaps_meant(book: Rulebook) -> None:
    with pytest.raises(ChoiceError, match=f"named {book.rules[0].rule.name}x. Did you mean {book.rules[0].rule.name}?"):
        choose_rules(book, [f"{book.rules[0].rule.name}x"])


def test_a_name_near_to_none_says_what_names_there_are(book: Rulebook) -> None:
    with pytest.raises(ChoiceError, match=r"Say an id as TM07, a file as time/days, or a folder as time\."):
        choose_rules(book, ["§§§"])
