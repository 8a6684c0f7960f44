"""Rules are chosen by id, name, file or folder."""

import pytest

from pipeline.rulebook import Rulebook
from pipeline.trial.choice import ChoiceError, choose_rules


def test_without_names_all_rules_are_meant(rulebook: Rulebook) -> None:
    assert choose_rules(rulebook, []) == rulebook.rules


@pytest.mark.parametrize("of", [lambda rule: rule.id, lambda rule: rule.id.lower(), lambda rule: rule.rule.name])
def test_a_rule_is_meant_by_its_id_or_name(rulebook: Rulebook, of) -> None:  # type: ignore[no-untyped-def]
    assert choose_rules(rulebook, [of(rulebook.rules[3])]) == (rulebook.rules[3],)


@pytest.mark.parametrize("name", ["{}", "{}.yaml", "rules/{}.yaml", "./rules/{}.yaml", "/home/clerk/rules/{}.yaml"])
def test_the_rules_of_a_file_are_meant_by_its_path(rulebook: Rulebook, name: str) -> None:
    subject = rulebook.of("time")[0].subject
    assert choose_rules(rulebook, [name.format(subject)]) == rulebook.of(subject)


@pytest.mark.parametrize("name", ["time", "rules/time", "rules/time/"])
def test_the_rules_of_a_folder_are_meant_by_its_name(rulebook: Rulebook, name: str) -> None:
    assert choose_rules(rulebook, [name]) == rulebook.of("time")


def test_several_names_add_up_in_the_order_of_the_files(rulebook: Rulebook) -> None:
    first, last = rulebook.rules[0], rulebook.rules[-1]
    assert choose_rules(rulebook, [last.id, first.id, last.id]) == (first, last)


def test_a_word_list_may_be_used_by_any_rule(rulebook: Rulebook) -> None:
    assert choose_rules(rulebook, ["rules/lexicon/months.yaml"]) == rulebook.rules


def test_an_unknown_name_says_what_was_perhaps_meant(rulebook: Rulebook) -> None:
    with pytest.raises(ChoiceError, match=f"named {rulebook.rules[0].rule.name}x. Did you mean {rulebook.rules[0].rule.name}?"):
        choose_rules(rulebook, [f"{rulebook.rules[0].rule.name}x"])


def test_a_name_near_to_none_says_what_names_there_are(rulebook: Rulebook) -> None:
    with pytest.raises(ChoiceError, match=r"Say an id as TM07, a file as time/days, or a folder as time\."):
        choose_rules(rulebook, ["§§§"])
