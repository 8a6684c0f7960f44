"""The commands `pledgebook rules …`, as a clerk runs them on rules of their own."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main

Office = Any  # the fixture's class; with import-mode=importlib a test cannot import its conftest
Edit = Callable[[str, str, str], None]


@pytest.fixture
def rules(tmp_path: Path, root: Path) -> Path:
    """A copy of the rules."""
    return Path(shutil.copytree(root / "rules", tmp_path / "rules"))


@pytest.fixture
def run(rules: Path) -> Callable[..., Result]:
    """`pledgebook rules COMMAND`, on the copy of the rules."""

    def run(command: str, *arguments: str | Path, given: str | None = None) -> Result:
        result = CliRunner().invoke(main, ["rules", command, "--rules", str(rules), *map(str, arguments)], input=given)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def tree(rules: Path) -> Path:
    """A subject of one rule, TR01, that reads trees as open times."""
    page = rules / "time" / "trees.yaml"
    page.write_text(
        """about: Trees.
rules:
  - id: ZZ01
    name: time.trees
    why: Trees take their time.
    pattern: '\\bwhen the {tree} is grown'
    normaliser: recurrence
    value: {timex: "P9Y", rrule: "FREQ=YEARLY;INTERVAL=9"}
    examples:
      - {text: "Yearly when the oak is grown", match: "when the oak is grown", value: {timex: "P9Y"}}
      - {text: "year by year, when the elm is grown", match: "when the elm is grown"}
      - {text: "each year when the ash is grown", match: "when the ash is grown"}
    near_misses:
      - {text: "when the year is over", why: "no tree"}
      - {text: "when the oak is red", why: "not grown"}
fragments:
  tree: {pattern: 'oak|elm|ash', sample: "oak"}
""",
        encoding="utf-8",
    )
    return page


def change(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "try", "diff", "list"])
def test_every_command_explains_itself_with_examples(command: str) -> None:
    result = CliRunner().invoke(main, ["rules", command, "--help"])
    assert result.exit_code == 0
    assert f"Examples:\n    pledgebook rules {command}" in result.output


def test_a_rule_that_is_chosen_shows_each_of_its_texts(run, tree: Path) -> None:
    result = run("check", "ZZ01")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[1:] == [
        "  example “Yearly when the oak is grown” is read",
        "  example “year by year, when the elm is grown” is read",
        "  example “each year when the ash is grown” is read",
        "  near miss “when the year is over” is left alone",
        "  near miss “when the oak is red” is left alone",
        "1 rule, 3 examples, 2 near misses: all as the rules say",
    ]


def test_an_example_that_is_not_read_is_told_with_what_is_read(run, tree: Path) -> None:
    change(tree, "oak|elm|ash", "oak|elm")
    result = run("check", tree)
    assert result.exit_code == 1
    assert "  example “each year when the ash is grown” is not read by ZZ01: " in result.output
    assert "reads “each year”" in result.output
    assert result.output.endswith("1 rule, 3 examples, 2 near misses: 1 not as the rules say\n")


def test_a_near_miss_that_is_read_is_told(run, tree: Path) -> None:
    change(tree, "is grown'", "is (?:grown|red)'")
    change(tree, "when the oak is red", "This year, when the oak is red")
    result = run("check", "time.trees")
    assert result.exit_code == 1
    assert "near miss “This year, when the oak is red” should be left alone, but ZZ01 reads “when the oak is red”" in result.output


def test_a_check_as_json_names_rule_file_kind_and_trouble(run, tree: Path) -> None:
    change(tree, "oak|elm|ash", "oak|elm")
    result = run("check", "ZZ01", "--json")
    cases = json.loads(result.stdout)["cases"]
    assert (result.exit_code, len(cases)) == (1, 5)
    assert [case["trouble"] is None for case in cases] == [True, True, False, True, True]
    assert cases[0].items() >= {"rule": "ZZ01", "name": "time.trees", "file": "time/trees.yaml", "kind": "example"}.items()


def test_a_broken_rule_ends_a_check_as_wrong_use(run, tree: Path) -> None:
    change(tree, "why: Trees", "wy: Trees")
    result = run("check")
    assert result.exit_code == 2
    assert "time/trees.yaml, line 5: rule ZZ01, key wy: there is no such key; did you mean why?" in result.output


def test_an_unknown_name_ends_a_check_as_wrong_use(run) -> None:
    result = run("check", "QQ99")
    assert result.exit_code == 2
    assert "There is no rule, file or folder of rules named QQ99." in result.output


def test_a_phrase_shows_its_times_figures_sums_and_owners_with_their_rules(run) -> None:
    said = run("try", "The Clerk will increase visits by 20% by June 2013, and £50,000 is allocated", "--date", "2012-04-02").output
    assert "promise" in said and "time      “June 2013” DATE, 2013-06, 2013-06-01 to 2013-06-30, by  TM" in said
    assert "target    “20%” increase 20 %" in said or "target    “by 20%” increase 20 %" in said
    assert "50,000 GBP" in said and "owner     “Clerk” lead  SE" in said


def test_a_month_without_its_year_is_near_the_day_that_is_given(run) -> None:
    said = [run("try", "by the end of August", "--date", day, "--json").output for day in ("2012-04-02", "2030-04-02")]
    assert [json.loads(line)["times"][0]["end"] for line in said] == ["2012-08-31", "2030-08-31"]


def test_a_phrase_without_anything_says_so(run) -> None:
    assert run("try", "hello").output == "hello\n  nothing is read in it\n"


def test_a_word_that_is_all_of_a_timescale_is_read(run) -> None:
    assert json.loads(run("try", "Annual", "--json").output)["times"][0]["rrule"] == "FREQ=YEARLY"


def test_each_line_of_the_input_is_a_phrase(run) -> None:
    result = run("try", "-", "--json", "--date", "2012-04-02", given="by June 2013\n\nby 2014\n")
    said = [json.loads(line) for line in result.output.splitlines()]
    assert [one["text"] for one in said] == ["by June 2013", "", "by 2014"]
    assert [len(one["times"]) for one in said] == [1, 0, 1]


def test_a_phrase_as_json_holds_every_value(run) -> None:
    said = json.loads(run("try", "The Clerk will report by June 2013", "--json").output)
    assert said["kind"].keys() == {"value", "rule"}
    assert said["times"][0].keys() >= {"text", "span", "rule", "type", "timex", "start", "end", "relation", "rrule"}
    assert said["owners"][0].items() >= {"text": "Clerk", "role": "lead"}.items()


def test_a_phrase_cannot_command_the_terminal(run) -> None:
    assert "\x1b" not in run("try", "by \x1b[31mJune 2013").output


def test_the_same_rules_change_nothing(run, office: Office, root: Path) -> None:
    office.put("plan.txt")
    result = run("diff", "--against", root / "rules", "--corpus", office.corpus)
    assert result.exit_code == 0, result.output
    assert result.output.endswith("1 paper, 2 commitments: nothing changes\n")


def test_a_change_is_shown_paper_by_paper(run, office: Office, root: Path, tree: Path) -> None:
    office.put("plan.txt", "# Plan\n\n1. We will plant a hedge each year when the oak is grown.\n")
    office.put("other.txt")
    result = run("diff", "--against", root / "rules", "--corpus", office.corpus)
    assert result.exit_code == 1
    assert "plan.txt\n  changed  1 We will plant a hedge" in result.output
    assert "    + deadline  “when the oak is grown” type SET" in result.output
    assert "other.txt" not in result.output
    assert "2 papers, 3 commitments: 0 gained, 0 lost, 1 changed, in 1 of the papers" in result.output


def test_scores_are_shown_where_they_move(run, office: Office, root: Path, rules: Path, tmp_path: Path) -> None:
    slug = "milton-keynes-council-plan-delivery-2020"
    shutil.copy(root / "corpus" / f"{slug}.txt", office.corpus)
    for page in (rules / "status").glob("*.yaml"):
        page.write_text(page.read_text(encoding="utf-8").replace('status: "done"', 'status: "under_way"'), encoding="utf-8")
    result = run("diff", "--against", root / "rules", "--corpus", office.corpus, "--gold", root / "tests/gold")
    assert result.exit_code == 1
    assert "F1 of status, on the papers read by hand: " in result.output


def test_without_git_the_stored_records_are_compared_with(run, office: Office) -> None:
    office.put("plan.txt")
    office.run()
    result = run("diff", "--corpus", office.corpus, "--extracted", office.out)
    assert result.output.startswith(f"Compared with the records in {office.out}:")
    assert (result.exit_code, "nothing changes" in result.output) == (0, True)


def test_a_paper_that_was_never_stored_is_gained(run, office: Office) -> None:
    office.put("plan.txt")
    result = run("diff", "--corpus", office.corpus, "--extracted", office.out)
    assert result.exit_code == 1
    assert "2 gained, 0 lost, 0 changed, in 1 of the papers" in result.output


def test_a_difference_writes_nothing(run, office: Office, root: Path) -> None:
    office.put("plan.txt")
    run("diff", "--against", root / "rules", "--corpus", office.corpus)
    assert not office.out.exists()
    assert [path.name for path in office.corpus.iterdir()] == ["plan.txt"]


def test_a_paper_that_cannot_be_read_is_told(run, office: Office, root: Path) -> None:
    office.put("plan.txt", b"")
    result = run("diff", "--against", root / "rules", "--corpus", office.corpus)
    assert "plan.txt: not read: " in result.output


def test_what_is_neither_folder_nor_commit_is_refused(run, office: Office) -> None:
    result = run("diff", "--against", "nowhere", "--corpus", office.corpus)
    assert result.exit_code == 2
    assert "nowhere is neither a folder of rules nor a commit" in result.output


def test_rules_are_listed_with_their_reasons(run, tree: Path) -> None:
    assert run("list", "ZZ01").output == "ZZ01  time.trees  Trees take their time.  time/trees.yaml\n"


def test_the_catalogue_shows_what_a_rule_reads_and_leaves_alone(run, tree: Path) -> None:
    page = run("list", "--markdown").output
    assert "## time/trees\n\nTrees.\n" in page
    assert "| ZZ01 | time.trees | Trees take their time. | Yearly **when the oak is grown** | when the year is over: no tree |" in page
