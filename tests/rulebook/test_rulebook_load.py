"""Rule files become a rulebook: word lists and fragments filled in, in the order of the files."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import RulebookError
from pipeline.rulebook import load_rulebook

Folder = Any  # the fixture's class; with import-mode=importlib a test cannot import its conftest


def test_a_right_folder_is_loaded(rules: Folder) -> None:
    (rule,) = rules.load().rules
    assert (rule.id, rule.subject) == ("PL01", "green/plants")


def test_word_lists_and_fragments_stand_in_for_their_names(rules: Folder) -> None:
    pattern = rules.load().rules[0].pattern
    assert pattern.search("We will Plant 300 Red  Oaks")


def test_a_longer_term_is_tried_before_the_shorter_in_it(rules: Folder, words: str) -> None:
    rules.put("lexicon/trees", words.replace("oak, red oak, lime", "oak, lime, lime tree"))
    match = rules.load().rules[0].pattern.search("plant ten lime trees")
    assert match and match[0] == "plant ten lime trees"


def test_a_special_character_in_a_term_stands_for_itself(rules: Folder, words: str) -> None:
    rules.put("lexicon/trees", words.replace("lime]", '"l.me", lime]'))
    assert not rules.load().rules[0].pattern.search("plant ten lame")


def test_fragments_may_stand_in_any_order(rules: Folder, plants: str) -> None:
    before = rules.load().fragments
    head, many, count, rest = plants.split("\n", 4)[:1], *plants.split("\n", 4)[2:4], plants.split("\n", 4)[4]
    rules.put("green/plants", "\n".join([*head, "fragments:", count, many, rest]))
    assert rules.load().fragments == before


def test_a_fragment_may_use_one_of_another_file(rules: Folder, plants: str) -> None:
    rules.put("zoo/first", "about: Parts.\nfragments:\n  number: {pattern: '\\d+', sample: \"7\"}\n")
    rules.put("green/plants", plants.replace("(?:ten|\\d+)", "(?:ten|{number})"))
    assert rules.load().rules[0].pattern.search("plant 7 oaks")


def test_rules_are_found_by_folder_and_by_subject(rules: Folder) -> None:
    book = rules.load()
    assert book.of("green") == book.of("green/plants") == book.rules
    assert book.of("gree") == ()


def test_a_rule_without_needs_may_match_anything(rules: Folder) -> None:
    assert rules.load().rules[0].may_match("roses")


def test_a_rule_with_needs_is_tried_only_where_one_of_them_stands(rules: Folder, plants: str) -> None:
    rules.put("green/plants", plants.replace("    examples:", '    needs: ["plant "]\n    examples:'))
    rule = rules.load().rules[0]
    assert (rule.may_match("we plant it"), rule.may_match("the plants")) == (True, False)


def test_a_word_list_in_a_needed_word_stands_for_any_of_its_terms(rules: Folder, plants: str) -> None:
    rules.put("green/plants", plants.replace("    examples:", '    needs: ["# {trees}"]\n    examples:'))
    rule = rules.load().rules[0]
    assert (rule.may_match("plant 7 red oaks"), rule.may_match("plant 7 roses")) == (True, False)


def test_of_needed_words_one_that_begins_with_another_is_left_out(rules: Folder, plants: str) -> None:
    rules.put("green/plants", plants.replace("    examples:", "    needs: [planted, oak, plant]\n    examples:"))
    assert rules.load().rules[0].needs == ("oak", "plant")


def test_a_token_pattern_holds_the_terms_of_its_word_list(rules: Folder, plants: str) -> None:
    rules.put("green/plants", plants.replace("    pattern: '\\bplant {many}'", '    tokens:\n      - {LOWER: {IN: "{trees}"}}'))
    assert rules.load().rules[0].tokens == [{"LOWER": {"IN": ["lime", "oak", "red oak"]}}]


def test_the_digest_is_the_same_for_the_same_files(rules: Folder, tmp_path: Path) -> None:
    shutil.copytree(rules.path, tmp_path / "copy")
    assert load_rulebook(tmp_path / "copy").digest == rules.load().digest


@pytest.mark.parametrize(("old", "new"), [("no trees", "flowers"), ("plants.trees", "plants.planted"), ("(?:ten|", "(?:ten|nine|")])
def test_the_digest_changes_with_a_rule(rules: Folder, plants: str, old: str, new: str) -> None:
    before = rules.load().digest
    rules.put("green/plants", plants.replace(old, new))
    assert rules.load().digest != before


def test_the_digest_changes_with_a_word(rules: Folder, words: str) -> None:
    before = rules.load().digest
    rules.put("lexicon/trees", words.replace("lime", "beech"))
    assert rules.load().digest != before


def test_the_digest_changes_with_the_name_of_a_file(rules: Folder) -> None:
    before = rules.load().digest
    (rules.path / "green/plants.yaml").rename(rules.path / "green/trees.yaml")
    assert rules.load().digest != before


def test_an_empty_folder_says_which_option_names_the_right_one(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match=r"holds no rules; name the folder of the rules with --rules"):
        load_rulebook(tmp_path)


def test_a_folder_that_is_not_there_says_so_too(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="holds no rules"):
        load_rulebook(tmp_path / "nowhere")


def test_the_rules_of_the_repository_load(root: Path) -> None:
    assert len(load_rulebook(root / "rules").rules) > 50
