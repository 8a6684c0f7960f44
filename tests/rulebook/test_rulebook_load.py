"""A wrong rule file stops the program with one line that names file, rule, key and cure."""

import shutil
from pathlib import Path

import pytest

from pipeline.errors import RulebookError
from pipeline.rulebook import Rulebook, load_rulebook

WORDS = 'about: "Trees."\nwhy: "They are planted."\nterms: [oak, red oak, lime]\n'
RULES = """about: Plants.
fragments:
  many: {pattern: '{count} {trees}s?', sample: "ten oaks"}
  count: {pattern: '(?:ten|\\d+)', sample: "12"}
rules:
  - id: PL01
    name: plants.trees
    why: Trees are planted.
    pattern: '\\bplant {many}'
    examples:
      - {text: "plant ten oaks", match: "plant ten oaks"}
      - {text: "plant 12 limes", match: "plant 12 limes"}
    near_misses:
      - {text: "plant roses", why: "no trees"}
"""


class Folder:
    """A folder of rules that can be put wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.put("lexicon/trees", WORDS)
        self.put("green/plants", RULES)

    def put(self, name: str, content: str) -> None:
        file = self.path / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def load(self) -> Rulebook:
        return load_rulebook(self.path)

    def complaint(self, old: str, new: str) -> str:
        """What the loader says when `old` in the rules is `new`."""
        assert old in RULES
        self.put("green/plants", RULES.replace(old, new))
        return self.complaint_as_is()

    def complaint_as_is(self) -> str:
        with pytest.raises(RulebookError) as error:
            self.load()
        return str(error.value)


@pytest.fixture
def rules(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "rules")


def test_a_right_folder_is_loaded(rules: Folder) -> None:
    (rule,) = rules.load().rules
    assert (rule.id, rule.subject) == ("PL01", "green/plants")


def test_word_lists_and_fragments_stand_in_for_their_names(rules: Folder) -> None:
    pattern = rules.load().rules[0].pattern
    assert pattern.search("We will Plant 300 Red  Oaks")


def test_a_longer_term_is_tried_before_the_shorter_in_it(rules: Folder) -> None:
    rules.put("lexicon/trees", WORDS.replace("oak, red oak, lime", "oak, lime, lime tree"))
    match = rules.load().rules[0].pattern.search("plant ten lime trees")
    assert match and match[0] == "plant ten lime trees"


def test_a_special_character_in_a_term_stands_for_itself(rules: Folder) -> None:
    rules.put("lexicon/trees", WORDS.replace("lime]", '"l.me", lime]'))
    assert not rules.load().rules[0].pattern.search("plant ten lame")


def test_fragments_may_stand_in_any_order(rules: Folder) -> None:
    before = rules.load().fragments
    head, many, count, rest = RULES.split("\n", 4)[:1], *RULES.split("\n", 4)[2:4], RULES.split("\n", 4)[4]
    rules.put("green/plants", "\n".join([*head, "fragments:", count, many, rest]))
    assert rules.load().fragments == before


def test_a_fragment_may_use_one_of_another_file(rules: Folder) -> None:
    rules.put("zoo/first", "about: Parts.\nfragments:\n  number: {pattern: '\\d+', sample: \"7\"}\n")
    rules.put("green/plants", RULES.replace("(?:ten|\\d+)", "(?:ten|{number})"))
    assert rules.load().rules[0].pattern.search("plant 7 oaks")


def test_rules_are_found_by_folder_and_by_subject(rules: Folder) -> None:
    book = rules.load()
    assert book.of("green") == book.of("green/plants") == book.rules
    assert book.of("gree") == ()


def test_a_rule_without_needs_may_match_anything(rules: Folder) -> None:
    assert rules.load().rules[0].may_match("roses")


def test_a_rule_with_needs_is_tried_only_where_one_of_them_stands(rules: Folder) -> None:
    rules.put("green/plants", RULES.replace("    examples:", '    needs: ["plant "]\n    examples:'))
    rule = rules.load().rules[0]
    assert (rule.may_match("we plant it"), rule.may_match("the plants")) == (True, False)


def test_a_token_pattern_holds_the_terms_of_its_word_list(rules: Folder) -> None:
    rules.put("green/plants", RULES.replace("    pattern: '\\bplant {many}'", '    tokens:\n      - {LOWER: {IN: "{trees}"}}'))
    assert rules.load().rules[0].tokens == [{"LOWER": {"IN": ["lime", "oak", "red oak"]}}]


def test_the_digest_is_the_same_for_the_same_files(rules: Folder, tmp_path: Path) -> None:
    shutil.copytree(rules.path, tmp_path / "copy")
    assert load_rulebook(tmp_path / "copy").digest == rules.load().digest


@pytest.mark.parametrize(("old", "new"), [("no trees", "flowers"), ("plants.trees", "plants.planted"), ("(?:ten|", "(?:ten|nine|")])
def test_the_digest_changes_with_a_rule(rules: Folder, old: str, new: str) -> None:
    before = rules.load().digest
    rules.put("green/plants", RULES.replace(old, new))
    assert rules.load().digest != before


def test_the_digest_changes_with_a_word(rules: Folder) -> None:
    before = rules.load().digest
    rules.put("lexicon/trees", WORDS.replace("lime", "beech"))
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


def test_an_unknown_key_is_named_with_its_file_and_rule(rules: Folder) -> None:
    said = rules.complaint("    why: Trees", "    reason: Trees")
    assert "green/plants.yaml: rule PL01, key reason: Extra inputs are not permitted" in said


def test_a_missing_key_is_named_too(rules: Folder) -> None:
    assert "green/plants.yaml: rule PL01, key why: Field required" in rules.complaint("    why: Trees are planted.\n", "")


def test_every_mistake_of_a_file_has_a_line(rules: Folder) -> None:
    assert len(rules.complaint("    why: Trees", "    reason: Trees").splitlines()) == 2


def test_a_rule_with_one_example_only_is_refused(rules: Folder) -> None:
    said = rules.complaint('      - {text: "plant 12 limes", match: "plant 12 limes"}\n', "")
    assert "rule PL01, key examples" in said and "at least 2 items" in said


def test_a_rule_without_a_near_miss_is_refused(rules: Folder) -> None:
    said = rules.complaint('    near_misses:\n      - {text: "plant roses", why: "no trees"}\n', "")
    assert "rule PL01, key near_misses: Field required" in said


def test_an_unknown_key_of_an_example_is_named(rules: Folder) -> None:
    assert "rule PL01, key examples > 0 > words" in rules.complaint('match: "plant ten oaks"', 'words: "plant ten oaks"')


def test_an_example_that_is_no_text_is_named(rules: Folder) -> None:
    assert "rule PL01, key examples > 0 > match" in rules.complaint('match: "plant ten oaks"', "match: 2026-10-01")


@pytest.mark.parametrize("wrong", ["P1", "pl01", "PL1", "PLX01", "PL001"])
def test_an_id_of_another_form_is_refused(rules: Folder, wrong: str) -> None:
    assert f"rule {wrong}, key id" in rules.complaint("PL01", wrong)


def test_a_rule_without_an_id_is_named_by_its_number(rules: Folder) -> None:
    assert "rule number 1, key id: Field required" in rules.complaint("  - id: PL01\n    name", "  - name")


def test_a_rule_that_is_no_mapping_is_named_by_its_number(rules: Folder) -> None:
    rules.put("green/plants", RULES + "  - plant\n")
    assert "rule number 2" in rules.complaint_as_is()


def test_a_pattern_that_is_no_pattern_is_named(rules: Folder) -> None:
    said = rules.complaint("'\\bplant {many}'", "'\\bplant ({many}'")
    assert "green/plants.yaml: rule PL01, key pattern: not a valid pattern" in said


def test_a_fragment_that_is_no_pattern_is_named(rules: Folder) -> None:
    said = rules.complaint("'(?:ten|\\d+)'", "'(?:ten|\\d+'")
    assert "green/plants.yaml: fragment count: not a valid pattern" in said


def test_an_unknown_fragment_is_named_with_those_that_are_known(rules: Folder) -> None:
    said = rules.complaint("plant {many}", "plant {much}")
    assert "rule PL01, key pattern: there is no word list or fragment named {much}; known are count, many, trees" in said


def test_an_unknown_fragment_inside_a_fragment_is_named(rules: Folder) -> None:
    assert "fragment count: there is no word list or fragment named {figure}" in rules.complaint("(?:ten|\\d+)", "{figure}")


def test_fragments_that_use_each_other_are_refused(rules: Folder) -> None:
    assert "it uses itself, by way of the fragments count, many; take one" in rules.complaint("(?:ten|\\d+)", "{many}")


def test_a_fragment_that_misses_its_sample_is_refused(rules: Folder) -> None:
    said = rules.complaint('sample: "12"', 'sample: "a dozen"')
    assert "fragment count: its sample 'a dozen' is not matched; mend the pattern or the sample" in said


def test_an_unknown_word_list_of_a_token_pattern_is_named(rules: Folder) -> None:
    said = rules.complaint("    pattern: '\\bplant {many}'", '    tokens:\n      - {LOWER: {IN: "{shrubs}"}}')
    assert "green/plants.yaml: rule PL01, key tokens: there is no word list named {shrubs}; known are trees" in said


def test_both_a_pattern_and_tokens_are_one_too_many(rules: Folder) -> None:
    said = rules.complaint("    pattern: '\\bplant {many}'", "    pattern: 'plant'\n    tokens: [{LOWER: plant}]")
    assert "rule PL01" in said and "give either a pattern or tokens" in said


def test_neither_a_pattern_nor_tokens_is_too_few(rules: Folder) -> None:
    said = rules.complaint("    pattern: '\\bplant {many}'\n", "")
    assert "rule PL01" in said and "give either a pattern or tokens" in said


def test_an_id_of_two_rules_is_named_with_both_files(rules: Folder) -> None:
    rules.put(
        "green/shrubs", RULES.replace("fragments:\n", "").replace(RULES.split("\n")[2] + "\n", "").replace(RULES.split("\n")[3] + "\n", "")
    )
    said = rules.complaint_as_is()
    assert "green/shrubs.yaml: rule PL01 is also in green/plants.yaml; give one of them a new id" in said


def test_a_fragment_of_two_files_is_named_with_both(rules: Folder) -> None:
    rules.put("green/shrubs", "about: Shrubs.\nfragments:\n  count: {pattern: 'few', sample: \"few\"}\n")
    said = rules.complaint_as_is()
    assert "green/shrubs.yaml: fragment count: this name is taken by" in said and "green/plants.yaml: fragment count; give" in said


def test_a_fragment_with_the_name_of_a_word_list_is_refused(rules: Folder) -> None:
    said = rules.complaint("  count: {", "  trees: {pattern: 'elm', sample: \"elm\"}\n  count: {")
    assert "fragment trees: this name is taken by the word list lexicon/trees.yaml; give one of them another name" in said


def test_a_term_that_stands_twice_is_named(rules: Folder) -> None:
    rules.put("lexicon/trees", WORDS.replace("red oak", "oak"))
    said = rules.complaint_as_is()
    assert "lexicon/trees.yaml" in said and "these terms stand twice, take one away: oak" in said


def test_an_empty_word_list_is_refused(rules: Folder) -> None:
    rules.put("lexicon/trees", WORDS.replace("[oak, red oak, lime]", "[]"))
    assert "lexicon/trees.yaml: key terms" in rules.complaint_as_is()


def test_a_term_that_yaml_takes_for_a_truth_value_is_refused(rules: Folder) -> None:
    rules.put("lexicon/trees", WORDS.replace("lime", "no"))
    assert "lexicon/trees.yaml: key terms > 2" in rules.complaint_as_is()


@pytest.mark.parametrize("broken", ["about: [", "about: 'Plants\nrules: []", "\tabout: x", "a: b: c", "about: \x07"])
def test_what_is_no_yaml_is_named(rules: Folder, broken: str) -> None:
    rules.put("green/plants", broken)
    assert "green/plants.yaml: this is not valid YAML" in rules.complaint_as_is()


@pytest.mark.parametrize("content", ["", "plants", "[1, 2]", "12", "null"])
def test_yaml_that_holds_no_rules_is_named(rules: Folder, content: str) -> None:
    rules.put("green/plants", content)
    assert "green/plants.yaml: the file" in rules.complaint_as_is()


def test_bytes_that_are_no_utf_8_are_named(rules: Folder) -> None:
    (rules.path / "green/plants.yaml").write_bytes(b"about: Caf\xe9\n")
    assert "green/plants.yaml: this is not valid YAML" in rules.complaint_as_is()


def test_an_unknown_key_of_a_file_is_named(rules: Folder) -> None:
    rules.put("green/plants", RULES + "notes: none\n")
    assert "green/plants.yaml: key notes: Extra inputs are not permitted" in rules.complaint_as_is()


def test_the_rules_of_the_repository_load(root: Path) -> None:
    assert len(load_rulebook(root / "rules").rules) > 50
