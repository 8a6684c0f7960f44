"""A wrong rule file stops the program with a line for each mistake that names file, line, rule, key and cure."""

from typing import Any

import pytest

Folder = Any  # the fixture's class; with import-mode=importlib a test cannot import its conftest

EXAMPLE = 'match: "plant ten oaks"'
KNOWN = "known are examples, id, known_failures, name, near_misses, needs, normaliser, pattern, tokens, value, why"


def lines(said: str) -> list[str]:
    """The complaint without the folder that the test runs in."""
    return [line.partition("/rules/")[2] for line in said.splitlines()]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("why: Trees", "whi: Trees", f"line 8: rule PL01, key whi: there is no such key; did you mean why? {KNOWN.capitalize()}"),
        ("why: Trees", "reason: Trees", f"line 8: rule PL01, key reason: there is no such key; {KNOWN}"),
        (
            "    why: Trees are planted.\n",
            "",
            "line 6: rule PL01, key why: this key is missing; add it: a sentence that says what goes wrong",
        ),
        (EXAMPLE, "match: 2026-10-01", "line 11: rule PL01, example 1, key match: YAML takes 2026-10-01 without quotes for a date; put it"),
        (EXAMPLE, "match: 1.10", 'example 1, key match: YAML takes 1.10 without quotes for a number; put it in quotes: "1.10"'),
        (EXAMPLE, "match: Yes", 'example 1, key match: YAML takes Yes without quotes for yes or no; put it in quotes: "Yes"'),
        (EXAMPLE, "match: [a]", "example 1, key match: this must be a text; write one, in quotes"),
        (EXAMPLE, 'words: "oaks"', "example 1, key words: there is no such key; known are match, origin, text, value"),
        (EXAMPLE, "value: {timex: 2026-10-01}", 'key value: YAML takes 2026-10-01 behind timex for a date; put it in quotes: "2026-10-01"'),
        (EXAMPLE, "value: {n: 1, n: 2}", "line 11, column 48: this is not valid YAML: the key n stands twice here; take one away"),
        (
            'near_misses:\n      - {text: "plant roses", why: "no trees"}\n      -',
            "near_misses:\n       ",
            "rule PL01, key near_misses: this must be a list: each entry on a line of its own",
        ),
        ("  count: {", "  count: few\n  some: {", "line 4: fragment count: this must hold keys with their values, as “text: …”"),
        (
            "'\\bplant {many}'",
            "'\\bplant {much}'",
            "rule PL01, key pattern: there is no word list or fragment named {much}; known are count,",
        ),
        (
            "'\\bplant {many}'",
            "'\\bplant {Many}'",
            "no word list or fragment named {Many}; did you mean {many}? Known are count, many, trees",
        ),
        (
            "'\\bplant {many}'",
            "'\\bplant ({many}'",
            "not a valid pattern: a ( is opened and never closed, at character 9, in “\\bplant ({many",
        ),
        ("'\\bplant {many}'", "'\\bplant {many}**'", "not a valid pattern: two of *, + and ? stand side by side, at character"),
        (
            "'\\bplant {many}'",
            "'(?P<a>{many})(?P<a>x)'",
            "the same name (?P<…>) is given twice, here or in a fragment that is used, at character",
        ),
        (
            "'\\bplant {many}'",
            "'(?:plant)?'",
            "rule PL01, key pattern: it matches even an empty text, and so everywhere; make some part of it compulsory",
        ),
        (
            "'(?:ten|\\d+)'",
            "'(?:ten|\\d+'",
            "green/plants.yaml: fragment count: not a valid pattern: a ( is opened and never closed, at character 1",
        ),
        ("'(?:ten|\\d+)'", "'{figure}'", "fragment count: there is no word list or fragment named {figure}; known are"),
        ("'(?:ten|\\d+)'", "'{many}'", "it uses itself, by way of the fragments count, many; take one of the uses away"),
        ('sample: "12"', 'sample: "a dozen"', "fragment count: its sample 'a dozen' is not matched; mend the pattern or the sample"),
    ],
)
def test_a_mistake_is_named_with_its_cure(rules: Folder, old: str, new: str, said: str) -> None:
    complaint = [line for line in lines(rules.complaint(old, new)) if said in line]
    assert [line.startswith("green/plants.yaml") for line in complaint] == [True]


def test_a_rule_with_too_few_examples_says_how_many_it_needs(rules: Folder) -> None:
    said = rules.complaint('      - {text: "plant 12 limes", match: "plant 12 limes"}\n', "")
    assert "line 10: rule PL01, key examples: there are 2, and there must be at least 3" in said


def test_a_rule_without_a_near_miss_says_what_one_is(rules: Folder) -> None:
    said = rules.complaint('    near_misses:\n      - {text: "plant roses", why: "no trees"}\n', "")
    assert "rule PL01, key near_misses: this key is missing; add it: texts that look alike" in said


def test_every_mistake_of_a_file_has_a_line(rules: Folder) -> None:
    assert len(rules.complaint("    why: Trees", "    reason: Trees").splitlines()) == 2


def test_the_mistakes_of_all_files_are_told_at_once(rules: Folder, plants: str) -> None:
    rules.put("green/shrubs", plants.replace("why: Trees", "reason: Trees").replace("PL01", "PL02"))
    said = rules.complaint("about: Plants.", "abut: Plants.")
    assert "green/plants.yaml" in said and "green/shrubs.yaml" in said


def test_an_example_that_is_wrong_is_not_said_to_be_missing(rules: Folder) -> None:
    assert "at least" not in rules.complaint(EXAMPLE, "match: 12")


@pytest.mark.parametrize("wrong", ["P1", "pl01", "PL1", "PLX01", "PL001"])
def test_an_id_of_another_form_says_the_right_one(rules: Folder, wrong: str) -> None:
    said = rules.complaint("PL01", wrong)
    assert f"rule {wrong}, key id: “{wrong}” is badly formed; it must be two capital letters and two figures, as TM07" in said


def test_a_rule_without_an_id_is_named_by_its_number(rules: Folder) -> None:
    assert "rule number 1, key id: this key is missing" in rules.complaint("  - id: PL01\n    name", "  - name")


def test_a_rule_that_is_no_mapping_is_named_by_its_number(rules: Folder, plants: str) -> None:
    rules.put("green/plants", plants + "  - plant\n")
    assert "rule number 2: this must hold keys with their values" in rules.complaint_as_is()


def test_an_unknown_word_list_of_a_token_pattern_is_named(rules: Folder) -> None:
    said = rules.complaint("    pattern: '\\bplant {many}'", '    tokens:\n      - {LOWER: {IN: "{shrubs}"}}')
    assert "green/plants.yaml: rule PL01, key tokens: there is no word list named {shrubs}; known are trees" in said


@pytest.mark.parametrize("instead", ["    pattern: 'plant'\n    tokens: [{LOWER: plant}]\n", ""])
def test_a_rule_has_either_a_pattern_or_tokens(rules: Folder, instead: str) -> None:
    said = rules.complaint("    pattern: '\\bplant {many}'\n", instead)
    assert "rule PL01" in said and "give either a pattern or tokens, not both and not neither" in said


@pytest.mark.parametrize(("key", "value"), [("id", "PL01"), ("name", "plants.trees")])
def test_what_two_rules_are_called_is_named_with_both_files(rules: Folder, plants: str, key: str, value: str) -> None:
    other = {"id": "name: plants.", "name": "id: PL0"}[key]
    begin = plants[plants.index("rules:") :].replace(other, other + "7").replace("PL071", "PL07")
    rules.put("green/shrubs", f"about: Shrubs.\n{begin}")
    said = rules.complaint_as_is()
    assert "green/shrubs.yaml: rule PL0" in said
    assert f"key {key}: {value} is also in green/plants.yaml; give one of them a new {key}" in said


def test_a_fragment_of_two_files_is_named_with_both(rules: Folder) -> None:
    rules.put("green/shrubs", "about: Shrubs.\nfragments:\n  count: {pattern: 'few', sample: \"few\"}\n")
    said = rules.complaint_as_is()
    assert "green/shrubs.yaml: fragment count: this name is taken by" in said and "green/plants.yaml: fragment count; give" in said


def test_a_fragment_with_the_name_of_a_word_list_is_refused(rules: Folder) -> None:
    said = rules.complaint("  count: {", "  trees: {pattern: 'elm', sample: \"elm\"}\n  count: {")
    assert "fragment trees: this name is taken by the word list lexicon/trees.yaml; give one of them another name" in said


def test_a_term_that_stands_twice_is_named(rules: Folder, words: str) -> None:
    rules.put("lexicon/trees", words.replace("red oak", "oak"))
    assert "lexicon/trees.yaml" in (said := rules.complaint_as_is()) and "these terms stand twice, take one away: oak" in said


def test_an_empty_word_list_is_refused(rules: Folder, words: str) -> None:
    rules.put("lexicon/trees", words.replace("[oak, red oak, lime]", "[]"))
    assert "lexicon/trees.yaml, line 3: key terms: there are none, and there must be at least 1; add one" in rules.complaint_as_is()


@pytest.mark.parametrize("wrong", ["no", "12", "1.10", "2026-10-01"])
def test_a_term_that_yaml_takes_for_something_else_must_be_quoted(rules: Folder, words: str, wrong: str) -> None:
    rules.put("lexicon/trees", words.replace("lime", wrong))
    said = rules.complaint_as_is()
    assert "lexicon/trees.yaml, line 3: key terms, entry 3: YAML takes" in said and f'put it in quotes: "{wrong}"' in said


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("about: [", "plants.yaml, line 2, column 1: this is not valid YAML: look at the quotes and the indentation"),
        ("about: [a, b", "a [ is opened and not closed"),
        ("about: {a: b", "a { is opened and not closed"),
        ("about: 'Plants\nrules: []", "a quote is opened and never closed; close it"),
        ("\tabout: x", "plants.yaml, line 1, column 1: this is not valid YAML: a tab, or a mark that only quotes allow, stands here"),
        ("about: 50% off\nrules:\n  - why: @", "line 3, column 10: this is not valid YAML: a tab, or a mark that only quotes allow"),
        ("a: b: c", "line 1, column 5: this is not valid YAML: a colon followed by a space stands in a text without quotes"),
        ('about: "\\d"', "in double quotes a backslash begins a code; put the text in single quotes"),
        ("about: x\n  rules: []", "this is not valid YAML"),
        ("about: x\n- rules", "this line does not stand in as far as its neighbours"),
        ("about: *x", "a text that begins with * must stand in quotes"),
        ("about: \x07", "a character that cannot be printed stands here"),
    ],
)
def test_what_is_no_yaml_says_where_and_what_to_do(rules: Folder, broken: str, said: str) -> None:
    rules.put("green/plants", broken)
    complaint = rules.complaint_as_is()
    assert "green/plants.yaml" in complaint and said in complaint


@pytest.mark.parametrize("content", ["", "plants", "[1, 2]", "12", "null"])
def test_yaml_that_holds_no_rules_is_named(rules: Folder, content: str) -> None:
    rules.put("green/plants", content)
    assert "green/plants.yaml: the file: this must hold keys with their values" in rules.complaint_as_is()


def test_bytes_that_are_no_utf_8_are_named(rules: Folder) -> None:
    (rules.path / "green/plants.yaml").write_bytes(b"about: Caf\xe9\n")
    assert "this is not valid YAML" in (said := rules.complaint_as_is()) and "not saved as UTF-8" in said


def test_an_unknown_key_of_a_file_is_named(rules: Folder, plants: str) -> None:
    rules.put("green/plants", plants + "notes: none\n")
    assert "key notes: there is no such key; known are about, fragments, rules" in rules.complaint_as_is()


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("{LOWWER: oak}", "token 1: there is no such key as LOWWER; known are LOWER, TEXT, IS_STOP, OP"),
        ("{LOWER: {IM: [oak]}}", "token 1: there is no such key as IM under LOWER; known are IN, REGEX"),
        ("{LOWER: {IN: [Oak]}}", "token 1: Oak under LOWER must be in lower case: oak"),
        ("{LOWER: {IN: [no]}}", "token 1: YAML takes False under LOWER for no text; put it in quotes"),
        ("{LOWER: oak, OP: many}", 'token 1: OP is many, and must be "?", "*", "+", "!" or as "{0,5}"'),
        ("{LOWER: oak, IS_STOP: maybe}", "token 1: IS_STOP is maybe, and must be true or false"),
        ("{LOWER: 12}", "token 1: LOWER must be a word, in quotes, or {IN: [words]}"),
        ('{LOWER: {REGEX: "("}}', "token 1: REGEX under LOWER is not a valid pattern"),
        ("{TEXT: Oak}", "token 1: give the words it may be under LOWER, as the pattern is tried only where one of them stands"),
        ("{LOWER: oak}\n      - {TEXT: Tree}", "token 2: the last token needs OP, or its words under LOWER"),
    ],
)
def test_a_wrong_token_is_named_by_its_number(rules: Folder, token: str, said: str) -> None:
    complaint = rules.complaint("    pattern: '\\bplant {many}'", f"    tokens:\n      - {token}")
    assert f"rule PL01, key tokens: {said}" in complaint


def test_a_needed_word_with_a_capital_is_refused(rules: Folder) -> None:
    said = rules.complaint("    examples:", "    needs: [Plant]\n    examples:")
    assert "rule PL01, key needs: “Plant” must be in lower case: plant" in said


def test_a_word_list_in_a_needed_word_that_nobody_knows_is_named(rules: Folder) -> None:
    said = rules.complaint("    examples:", "    needs: ['# {bushes}']\n    examples:")
    assert "rule PL01, key needs: there is no word list named {bushes}; known are trees" in said


def test_a_match_that_does_not_stand_in_its_text_is_named(rules: Folder) -> None:
    assert "example 1: its match “ten elms” does not stand in its text “plant ten oaks”" in rules.complaint(EXAMPLE, 'match: "ten elms"')
