"""Rules that the program cannot use stop a command before anything is written, with file, rule, key and cure."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.ingest import forker

Office = Any  # the fixture's class; with import-mode=importlib a test cannot import its conftest
Break = Callable[[str, str, str], Path]


@pytest.fixture
def broken(tmp_path: Path, root: Path) -> Break:
    """Makes a copy of the rules in which the first `old` of a file is `new`."""

    def copy(file: str, old: str, new: str) -> Path:
        rules = tmp_path / "rules"
        shutil.copytree(root / "rules", rules)
        text = (rules / file).read_text(encoding="utf-8")
        assert old in text
        (rules / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return rules

    return copy


@pytest.fixture
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that forks workers is started beside: it would load the same rules, find the same, and say nothing."""
    monkeypatch.setattr(forker, "warm_up", lambda *_: None)


def ingest(office: Office, rules: Path) -> Result:
    office.put("plan.txt")
    return CliRunner().invoke(main, ["ingest", "--corpus", str(office.corpus), "--out", str(office.out), "--rules", str(rules)])


@pytest.mark.usefixtures("no_workers")
@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "time/calendar.yaml",
            "normaliser: date",
            "normaliser: dat",
            "key normaliser: there is none named dat; did you mean date? Known are",
        ),
        (
            "status/progress.yaml",
            "value: {status:",
            "value: {state:",
            "key value: status is missing; add it, as the other rules of the file",
        ),
        ("quantity/targets.yaml", "    normaliser: ", "    # ", "key normaliser: this key is missing; add the name of one of"),
        ("time/recurrence.yaml", "rrule: ", "rule: ", "key value: rrule is missing; the normaliser"),
        ("time/calendar.yaml", "pattern: '", "pattern: '(", "not a valid pattern: a ( is opened and never closed"),
        ("time/calendar.yaml", "    why:", "    wy:", "key wy: there is no such key; did you mean why?"),
        ("time/calendar.yaml", "rules:", "rules", "this is not valid YAML"),
        (
            "time/recurrence.yaml",
            "(?:every|each) (?:single )?(?P<weekday>{weekday})",
            "(?:every|each) (?:single )?(?P<weekday>week)?(?:{weekday})",
            "rule TM93, key pattern: in 'every Monday' a named group (?P<…>) is missing or empty that the normaliser every_weekday needs",
        ),
    ],
)
def test_rules_that_cannot_be_used_stop_ingest_before_anything_is_written(
    office: Office, broken: Break, file: str, old: str, new: str, said: str
) -> None:
    result = ingest(office, broken(file, old, new))
    assert result.exit_code == 2
    assert f"{file}" in result.output and said in " ".join(result.output.split())
    assert not office.out.exists()


def test_a_word_list_that_is_gone_is_named(office: Office, broken: Break) -> None:
    rules = broken("lexicon/generic_bodies.yaml", "a", "a")
    (rules / "lexicon/generic_bodies.yaml").unlink()
    result = ingest(office, rules)
    assert (result.exit_code, office.out.exists()) == (2, False)
    assert "there is no word list lexicon/generic_bodies.yaml, and the program needs it; put it back" in result.output


def test_a_register_keeps_what_it_held_when_rules_are_broken(office: Office, broken: Break) -> None:
    office.put("old.txt")
    office.run()
    before = office.stored(), (office.out / "register.db").read_bytes()
    assert ingest(office, broken("time/calendar.yaml", "    why:", "    wy:")).exit_code == 2
    assert (office.stored(), (office.out / "register.db").read_bytes()) == before
