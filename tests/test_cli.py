"""The command as a clerk meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import pipeline
from pipeline.cli import main

COMMAND = Path(sys.executable).parent / "pledgebook"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_version() -> None:
    assert run("--version").output == f"pledgebook, version {pipeline.__version__}\n"


@pytest.mark.parametrize("command", ["ingest", "show", "evaluate", "serve"])
def test_every_command_explains_itself_with_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Examples:\n    pledgebook {command}" in result.output


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (["ingest", "--corpus", "missing"], "There is no missing. Put papers into the folder corpus, or say where they are."),
        (["ingest", "missing.txt"], "There is no missing.txt."),
        (["ingest", "--rules", "missing"], "say where the rules are with --rules"),
        (["ingest", "--jobs", "0"], "0 is not in the range"),
        (["show", "missing.txt"], "'missing.txt' does not exist"),
        (["show", "corpus"], "'corpus' is a directory"),
        (["evaluate", "--pin"], "--pin needs --floor, the file to write."),
        (["serve", "--out", "missing"], "run `pledgebook ingest` first"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_use_says_what_to_do(root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], cure: str) -> None:
    monkeypatch.chdir(root)
    result = run(*arguments)
    assert result.exit_code == 2
    assert cure in result.output


def test_outputs_that_cannot_be_written_say_so(office, tmp_path: Path) -> None:
    office.put("a.txt")
    office.out.write_text("a file, no folder")
    result = office.run()
    assert result.exit_code == 2
    assert "File exists" in result.output


def test_an_empty_corpus_says_so(office) -> None:
    result = office.run()
    assert result.exit_code == 0
    assert "There are no papers in" in result.output


def test_the_summary_counts_what_happened(office) -> None:
    office.put("a.txt")
    office.put("b.txt", "")
    last = office.run().output.splitlines()[-3:]
    assert last[0].startswith("2 papers: 1 read, 1 not read. 2 commitments, ")
    assert last[1] == f"Why: pledgebook runs last --out {office.out} tells it, and what to do"
    assert last[2] == f"Next: pledgebook serve --out {office.out}"


def test_piped_output_is_plain_lines(office) -> None:
    office.put(f"{'a long name ' * 15}.txt")
    done = subprocess.run([COMMAND, *office.arguments()], capture_output=True, text=True, check=True)
    assert "\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == ""


def test_a_poor_terminal_is_no_reason_to_stop(office) -> None:
    paper = office.put("plän.txt")
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run([COMMAND, "show", paper, *office.arguments()[-2:]], capture_output=True, text=True, env=environment, check=True)
    assert "We will plant 100 trees" in done.stdout


def test_show_prints_a_tree_without_touching_the_register(office, root: Path) -> None:
    result = run("show", office.put("a.txt"), "--rules", root / "rules")
    assert result.exit_code == 0
    assert "1  We will plant 100 trees by June 2030." in result.output
    assert "    deadline: June 2030 → by, 2030-06-01 to 2030-06-30" in result.output
    assert not office.out.exists()


def test_show_json_is_what_ingest_stores(office, root: Path) -> None:
    paper = office.put("a.txt")
    office.run()
    assert run("show", paper, "--json", "--rules", root / "rules").output.encode() == office.stored()["a"]


def test_show_of_a_paper_that_cannot_be_read(office, root: Path) -> None:
    result = run("show", office.put("a.txt", b""), "--rules", root / "rules")
    assert result.exit_code == 3
    assert result.output.startswith("Error: a.txt: not read: ")


def test_a_paper_cannot_command_the_terminal(office, root: Path) -> None:
    paper = office.put("a.txt", "1. We will plant [bold]red[/bold] \x1b]0;owned\x07 \x9b31m \u202eroses by June 2030.\n")
    shown = run("show", paper, "--rules", root / "rules").output
    assert "[bold]red[/bold]" in shown
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    printed = run("show", paper, "--json", "--rules", root / "rules").output
    assert not set(printed) & set("\x1b\x07\x9b\u202e")
    json.loads(printed)


def test_help_imports_no_large_library() -> None:
    large = {"datasette", "numpy", "pydantic", "rich", "spacy", "sqlite_utils"}
    code = f"import sys, pipeline.cli.common; print(sorted({large} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
