"""`pledgebook doctor` as a clerk meets it."""

import json

import pytest
from click.testing import CliRunner

from pipeline import doctor
from pipeline.cli import main
from pipeline.doctor import Finding

WELL = Finding("Register", "ok", "it holds 2 papers.")
SO_SO = Finding("Scans", "warning", "tesseract is not installed.", "Install it.")
ILL = Finding("Room on the disk", "problem", "0.0 GB are \x1b[31mfree.", "Make room.")


@pytest.fixture
def said(monkeypatch):
    """The exit code and the words of the command, where these are the findings."""

    def run(*findings: Finding, options: tuple[str, ...] = ()) -> tuple[int, str]:
        monkeypatch.setattr(doctor, "examine", lambda patient, now: iter(findings))
        result = CliRunner().invoke(main, ["doctor", *options])
        return result.exit_code, result.output

    return run


def test_all_is_well(said):
    assert said(WELL) == (0, "ok      Register: it holds 2 papers.\nAll is well.\n")


def test_a_warning_is_no_failure(said):
    assert said(WELL, SO_SO) == (
        0,
        "ok      Register: it holds 2 papers.\nwarning Scans: tesseract is not installed.\n        Install it.\n1 warning.\n",
    )


def test_a_problem_ends_with_1(said):
    code, words = said(SO_SO, ILL)
    assert code == 1
    assert words.endswith("        Make room.\n1 problem, 1 warning.\n")
    assert "\x1b" not in words


def test_the_same_as_json(said):
    code, words = said(WELL, ILL, options=("--json",))
    assert code == 1
    assert [Finding(**finding) for finding in json.loads(words)] == [WELL, ILL]


def test_everything_is_looked_at(root, office, monkeypatch):
    monkeypatch.setattr("pipeline.doctor.examine_rules", lambda folder, out: Finding("Rules", "ok", ""))
    monkeypatch.setattr("pipeline.doctor.examine_office", lambda: Finding("Old Word papers", "ok", ""))
    patient = doctor.Patient(office.corpus, office.out, root / "rules")
    assert [finding.subject for finding in doctor.examine(patient, 0.0)] == [
        *("Register", "Verdicts", "Folders", "Room on the disk", "Left-over files"),
        *("Scans", "Old Word papers", "Rules"),
    ]
