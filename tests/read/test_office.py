"""Old Word papers, RTF and OpenDocument by way of LibreOffice."""

import os
import select
import shutil
import stat
import tempfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from pipeline.errors import ReadError
from pipeline.read import office

RTF = rb"{\rtf1\ansi Tree Plan\par 1. We will plant 100 trees by June 2030.\par}"


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs if paragraph.text]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def libreoffice(here: Path) -> Path:
    """Where it is missing the test is skipped; but checks that decide must not skip."""
    if shutil.which("soffice") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("LibreOffice is not installed: apt-get install libreoffice-writer")
    return here


def put_soffice(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell script in the place of LibreOffice."""
    programs = folder / "programs"
    programs.mkdir()
    (programs / "soffice").write_text(f"#!/bin/sh\n{script}\n")
    (programs / "soffice").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}:{os.defpath}")


def test_an_rtf_paper_becomes_docx_and_nothing_is_left(libreoffice: Path) -> None:
    assert paragraphs(office.to_docx(RTF, ".rtf")) == ["Tree Plan", "1. We will plant 100 trees by June 2030."]
    assert list(libreoffice.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "suffix"), [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20, ".doc"), (b"PK\x03\x04 no", ".odt")]
)
def test_what_libreoffice_cannot_open_is_refused(libreoffice: Path, data: bytes, suffix: str) -> None:
    with pytest.raises(ReadError, match="LibreOffice could not open it"):
        office.to_docx(data, suffix)
    assert list(libreoffice.iterdir()) == []


def test_without_libreoffice_a_clerk_is_told_what_to_do(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here))
    with pytest.raises(
        ReadError, match=r"\(\.doc\) need LibreOffice, which is not installed here; install it, or save the paper as \.docx"
    ):
        office.to_docx(b"", ".doc")


def test_a_libreoffice_that_takes_too_long_is_ended_with_all_it_started(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pids = here / "pids"
    put_soffice(here, f"sleep 50 & echo $! >{pids}; wait", monkeypatch)
    for seconds in (1, 5, 25):  # a machine that stands still for a moment may not let it begin
        monkeypatch.setattr(office, "SECONDS", seconds)
        with pytest.raises(ReadError, match=f"took more than {seconds} s"):
            office.to_docx(RTF, ".rtf")
        if pids.exists() and pids.read_text():
            break
    assert is_gone(int(pids.read_text()))


def test_macros_and_links_are_off(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = here / "kept.xcu"
    put_soffice(here, f"cp $HOME/profile/user/registrymodifications.xcu {kept}", monkeypatch)
    with pytest.raises(ReadError):
        office.to_docx(RTF, ".rtf")
    settings = kept.read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert '"ooInetProxyType" oor:op="fuse"><value>2<' in settings


def is_gone(pid: int) -> bool:
    """Whether a process that was killed has ended."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([process], [], [], 10)
    os.close(process)
    return bool(ended)
