"""Bad input: each paper gets one plain line, the others are still read, and nothing already known is lost."""

import os

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.ingest import forker, listing

GOOD = "plan.txt"


def bad_corpus(office) -> None:
    office.put(GOOD)
    office.put("empty.txt", b"")
    office.put("blank.txt", b" \n\t\r\n ")
    office.put("binary.txt", bytes(range(256)) * 64)
    office.put("halfway.txt", "1. We will open a café by June 2030.\n".encode() * 20 + b"\xff\xfe\x80\n2. We will")
    office.put("nul.txt", b"1. We will plant\x00 100 trees by June 2030.\n")
    (office.corpus / "folder.txt").symlink_to(office.out.parent)
    office.put("Plan für Bürger 2020.txt")
    office.put("twin a.txt", "1. We will sweep the square by June 2030.\n")
    office.put("twin b.txt", "1. We will sweep the square by June 2030.\n")
    office.put("Same Name.txt", "1. We will open a pool by June 2030.\n")
    office.put("same-name.txt", "1. We will open a school by June 2030.\n")
    office.put("sheet.xlsx", b"PK\x03\x04")
    (office.corpus / "broken link.txt").symlink_to(office.corpus / "nowhere.txt")
    office.put("torn sidecar.txt")
    office.put("torn sidecar.txt.yaml", "title: [unclosed\n")


def test_each_gets_one_line_and_the_exit_code_is_3(office) -> None:
    bad_corpus(office)
    assert office.run().exit_code == 3
    lines = office.lines("--force")
    assert len(lines) == 15
    assert lines["empty.txt"].startswith("not read: ")
    assert lines["blank.txt"].startswith("not read: ")
    assert lines["binary.txt"].startswith("not read: ")
    assert lines["folder.txt"] == "not read: it is a link to a folder, which is not followed; put the folder itself here"
    assert lines["sheet.xlsx"].startswith("not read: files of this kind cannot be read; .txt, .md")
    assert lines["broken link.txt"].startswith("not read: it is no longer there")
    assert lines["torn sidecar.txt"].startswith("not read: its sidecar is not YAML at line 2")
    assert lines["twin b.txt"] == "same as twin a.txt"
    assert not [line for line in lines.values() if "internal error" in line]


def test_the_others_are_still_read(office) -> None:
    bad_corpus(office)
    lines = office.lines()
    for name in (GOOD, "Plan für Bürger 2020.txt", "twin a.txt", "Same Name.txt", "same-name.txt"):
        assert lines[name].startswith("read ("), name
    assert "another paper has the name same-name" in lines["same-name.txt"]
    assert {"plan", "plan-fur-burger-2020", "twin-a", "same-name"} <= set(office.rows())
    assert len([slug for slug in office.rows() if slug.startswith("same-name")]) == 2


@pytest.mark.parametrize("name", ["halfway.txt", "nul.txt"])
def test_damaged_text_is_read_with_doubt_or_not_at_all(office, name: str) -> None:
    bad_corpus(office)
    line = office.lines()[name]
    assert line.startswith("not read: ") or "read with doubt" in line


def test_a_line_of_50_mb_gets_a_line(office) -> None:
    office.put(GOOD)
    office.put("long.txt", b"word " * 10_000_000)
    lines = office.lines()
    assert lines[GOOD].startswith("read (")
    assert lines["long.txt"].startswith(("not read: ", "nothing found"))
    assert "internal error" not in lines["long.txt"]


def test_a_paper_over_the_limit_is_not_opened(office) -> None:
    with office.put("huge.txt", b"").open("wb") as file:
        file.truncate(300_000_000)
    assert office.lines()["huge.txt"] == "not read: it is larger than 200 MB; split it"


def test_a_pipe_does_not_make_the_run_wait(office) -> None:
    os.mkfifo(office.corpus / "pipe.txt")
    assert office.lines()["pipe.txt"] == "not read: it is a device or a pipe, not a file"


def test_what_was_known_is_kept_when_a_paper_can_no_longer_be_read(office) -> None:
    office.put(GOOD)
    office.run()
    rows, stored = office.rows(), office.stored()
    office.put(GOOD, b"")
    result = office.run()
    assert result.exit_code == 3
    assert "; the register keeps what it held" in result.output
    assert (office.rows(), office.stored()) == (rows, stored)


def test_a_paper_that_vanishes_while_it_is_read(office, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = office.put("gone.txt")
    office.put(GOOD)
    digest = listing.paper_digest

    def digest_and_delete(path):
        sha256 = digest(path)
        gone.unlink(missing_ok=True)
        return sha256

    monkeypatch.setattr(listing, "paper_digest", digest_and_delete)
    lines = office.lines()
    assert lines["gone.txt"].startswith("not read: it is no longer there")
    assert lines[GOOD].startswith("read (")


def test_a_paper_that_changes_while_it_is_read(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put(GOOD)
    monkeypatch.setattr(listing, "paper_digest", lambda path: "0" * 64)
    assert office.lines()[GOOD].startswith("not read: it changed while it was being read")


def test_a_paper_without_permission(office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    office.put(GOOD)
    monkeypatch.setattr(listing, "paper_digest", refuse)
    assert office.lines()[GOOD] == "not read: there is no permission to read it"


STUMBLE = """
from pipeline.ingest import work

derive = work.derive_document
work.derive_document = lambda document, *others: dict()["missing"] if "bug" in document.text else derive(document, *others)
"""


def test_a_bug_met_in_one_paper_costs_only_that_paper(office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt", "1. We will meet the bug by June 2030.\n")
    office.put("b.txt")
    monkeypatch.setattr(forker, "START", forker.START.replace("main(", f"exec({STUMBLE!r}); main("))
    lines = office.lines()
    assert lines["a.txt"].startswith("not read: internal error (KeyError); please report it")
    assert lines["b.txt"].startswith("read (")
    assert "KeyError: 'missing'" in CliRunner().invoke(main, [*office.arguments(), "--debug", "--retry"]).output


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("titel: Plan\n", "its sidecar has an unknown key 'titel'; known are title, publisher, published, kind, succeeds"),
        ("title: [a, b]\n", "its sidecar gives a list or a table for 'title'; write one value"),
        ("published: May 2020\n", "its sidecar gives published: 'May 2020'; write a date like 2020-05-31, 2020-05 or 2020"),
        ("published: 2020-02-30\n", "its sidecar gives published: '2020-02-30'; write a date like 2020-05-31, 2020-05 or 2020"),
        ("just words\n", "its sidecar holds no keys; write lines like 'title: Annual plan'"),
        (b"title: \xff\xfe\n", "its sidecar is not UTF-8 text"),
        ("a" * 100_001, "its sidecar is larger than 100 kB; a few lines are enough"),
    ],
)
def test_a_bad_sidecar_is_named_with_its_key(office, sidecar: str | bytes, reason: str) -> None:
    office.put(GOOD)
    office.put(f"{GOOD}.yaml", sidecar)
    assert office.lines() == {GOOD: f"not read: {reason}"}


def test_a_sidecar_without_its_paper_says_so(office) -> None:
    office.put("lost.txt.yaml", "title: Lost\n")
    assert office.lines() == {"lost.txt.yaml": "not read: it describes a paper named lost.txt, which is not beside it"}


def test_hidden_files_and_clutter_are_passed_over(office) -> None:
    for name in (".hidden.txt", "Thumbs.db", "~$plan.docx"):
        office.put(name)
    office.put(GOOD)
    assert list(office.lines()) == [GOOD]


def test_a_name_that_commands_the_terminal_is_shown_as_text(office) -> None:
    office.put("a\x1b[31m\n[bold]b.txt", b"")
    output = office.run().output
    assert "a\ufffd[31m [bold]b.txt: not read: " in output
