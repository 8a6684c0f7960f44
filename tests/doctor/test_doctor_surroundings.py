"""What the doctor finds round the register: papers, folders, the disk, programs and rules."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.doctor import folders, programs
from pipeline.doctor.folders import examine_leftovers, examine_rights, examine_room
from pipeline.doctor.programs import examine_office, examine_scans
from pipeline.doctor.rules import examine_rules
from pipeline.errors import PipelineError

NOW = 2_000_000_000.0


def test_folders_that_can_be_used(office):
    assert examine_rights(office.corpus, office.out).state == "ok"


def test_a_folder_of_papers_that_is_not_there(tmp_path):
    finding = examine_rights(tmp_path / "none", tmp_path)
    assert (finding.state, finding.cure) == ("warning", "Make it, or name the folder of papers with --corpus.")


@pytest.mark.parametrize(
    ("closed", "right", "says"), [("plan.txt", os.R_OK, "may not be read, such as plan.txt"), ("outputs", os.W_OK, "written to")]
)
def test_folders_that_may_not_be_used(office, tmp_path, monkeypatch, closed, right, says):
    office.put("plan.txt")
    (tmp_path / "outputs").mkdir()
    # Whoever runs the tests may be allowed everything.
    monkeypatch.setattr(folders.os, "access", lambda path, asked: not (Path(path).name == closed and asked & right))
    finding = examine_rights(office.corpus, tmp_path / "outputs")
    assert finding.state == "problem"
    assert says in finding.says


@pytest.mark.parametrize(("free", "state"), [(5_000_000_000, "ok"), (500_000_000, "warning"), (50_000_000, "problem")])
def test_room_on_the_disk(tmp_path, monkeypatch, free, state):
    monkeypatch.setattr(folders.shutil, "disk_usage", lambda place: shutil._ntuple_diskusage(10**12, 0, free))
    assert examine_room(tmp_path / "not" / "made" / "yet").state == state


def test_files_left_half_written_long_ago_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(folders.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    (tmp_path / ".plan.json.half").touch()
    os.utime(tmp_path / ".plan.json.half", (NOW - 7_200, NOW - 7_200))
    (tmp_path / ".new.json.half").touch()
    os.utime(tmp_path / ".new.json.half", (NOW - 60, NOW - 60))
    finding = examine_leftovers(tmp_path, NOW)
    assert finding.state == "warning"
    assert finding.cure == f"Delete it: {tmp_path / '.plan.json.half'}."


def test_nothing_left_over(tmp_path, monkeypatch):
    monkeypatch.setattr(folders.tempfile, "gettempdir", lambda: str(tmp_path))
    assert examine_leftovers(tmp_path, NOW).state == "ok"


@pytest.fixture
def tesseract(monkeypatch):
    """A tesseract that has data for these languages."""

    def install(*languages: str) -> None:
        monkeypatch.setattr("pipeline.read.scan.tesseract.version", lambda: "tesseract 5.3.0")
        said = subprocess.CompletedProcess([], 0, "\n".join(["List of available languages:", *languages]), "")
        monkeypatch.setattr(programs.subprocess, "run", lambda *_, **__: said)

    return install


def test_tesseract_with_its_data(tesseract):
    tesseract("eng", "osd")
    assert examine_scans().state == "ok"


def test_tesseract_without_its_data(tesseract):
    tesseract("deu", "osd")
    finding = examine_scans()
    assert finding.state == "warning"
    assert "apt-get install tesseract-ocr-eng" in finding.cure


def test_no_tesseract(monkeypatch):
    def missing() -> str:
        raise PipelineError

    monkeypatch.setattr("pipeline.read.scan.tesseract.version", missing)
    assert "apt-get install tesseract-ocr tesseract-ocr-eng" in examine_scans().cure


def test_no_libreoffice(monkeypatch):
    monkeypatch.setattr(programs.shutil, "which", lambda name: None)
    finding = examine_office()
    assert finding.state == "warning"
    assert "apt-get install libreoffice-writer-nogui" in finding.cure


def test_a_libreoffice_that_does_not_work(monkeypatch):
    def fail(data: bytes, suffix: str) -> bytes:
        raise PipelineError("it stopped")

    monkeypatch.setattr(programs.shutil, "which", lambda name: "/usr/bin/soffice")
    monkeypatch.setattr("pipeline.read.office.to_docx", fail)
    assert examine_office().says == "LibreOffice is installed, but does not work: it stopped."


def test_rules_that_are_not_there(tmp_path):
    assert examine_rules(tmp_path / "none", tmp_path).state == "problem"


def test_rules_that_cannot_be_used(root, tmp_path):
    shutil.copytree(root / "rules", tmp_path / "rules")
    (tmp_path / "rules" / "status.yaml").write_text("rules: [")
    finding = examine_rules(tmp_path / "rules", tmp_path)
    assert finding.state == "problem"
    assert "status.yaml" in finding.says


def test_a_rule_whose_example_is_not_read(root, tmp_path, monkeypatch):
    from pipeline import trial

    choose = trial.choose_rules
    monkeypatch.setattr(trial, "choose_rules", lambda rulebook, names: choose(rulebook, ("TM25",)))
    monkeypatch.setattr("pipeline.trial.examples.example_trouble", lambda *_: "is not read")
    finding = examine_rules(root / "rules", tmp_path)
    assert finding.state == "problem"
    assert "not as the rules say, the first of rule TM25" in finding.says


def test_rules_that_have_changed_since_the_last_run(root, office, monkeypatch):
    from pipeline import trial

    monkeypatch.setattr(trial, "choose_rules", lambda rulebook, names: [])
    office.put("a.txt")
    office.run()
    assert examine_rules(root / "rules", office.out).state == "ok"
    with closing(sqlite3.connect(office.out / "register.db")) as db:
        db.execute("UPDATE runs SET rules = 'older'")
        db.commit()
    assert examine_rules(root / "rules", office.out).cure == "Run `pledgebook ingest`."
