"""`pledgebook export` and `pledgebook import` as a clerk meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main


@pytest.fixture(autouse=True)
def at_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the project, where the descriptions of the tables lie."""
    monkeypatch.chdir(root)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_export_says_what_it_made(record, tmp_path):
    result = run("export", tmp_path / "backup", "--out", record.out, "--no-parquet")
    assert result.exit_code == 0
    assert "backup holds 5 papers and " in result.output
    assert result.output.splitlines()[-1] == f"Next: read {tmp_path}/backup/README.txt"


def test_import_says_what_it_made(exported, tmp_path):
    result = run("import", exported, "--out", tmp_path / "again")
    assert result.exit_code == 0
    assert "again holds 5 papers and " in result.output
    assert "Next: pledgebook ingest reads what has come since" in result.output


def test_import_says_that_nothing_changed(record, exported):
    result = run("import", exported, "--out", record.out)
    assert result.exit_code == 0
    assert result.output.endswith("rows already: nothing changed.\n")


def test_import_ends_with_1_on_mistakes_and_names_them(exported, tmp_path):
    (exported / "tables" / "alike.csv").unlink()
    result = run("import", exported, "--out", tmp_path / "again")
    assert result.exit_code == 1
    assert result.output == (
        "Error: Nothing was imported: 1 mistake.\ntables/alike.csv: it is missing: take the file from the export again.\n"
    )


def test_a_mistake_cannot_command_the_terminal(exported, tmp_path):
    text = (exported / "tables" / "runs.csv").read_text()
    (exported / "tables" / "runs.csv").write_text(text.replace("1,", "\x1b[31m1,", 1))
    assert "\x1b" not in run("import", exported, "--out", tmp_path / "again").output


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (["export", "x", "--out", "missing"], "run `pledgebook ingest` first"),
        (["export"], "Missing argument 'DIR'"),
        (["import", "missing"], "Directory 'missing' does not exist"),
        (["import", "docs"], "docs is no export of a register: it has no datapackage.json"),
    ],
)
def test_wrong_use_says_what_to_do(arguments, cure):
    result = run(*arguments)
    assert result.exit_code == 2
    assert cure in result.output
    assert not Path("x").exists()
