"""The rules of a commit are unpacked; the working folder is not touched."""

import subprocess
from pathlib import Path

import pytest

from pipeline.trial.versions import VersionError, has_commit, rules_at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one rule file, in no repository."""
    rules = tmp_path / "register" / "rules"
    (rules / "time").mkdir(parents=True)
    (rules / "time" / "days.yaml").write_text("about: Days.\n", encoding="utf-8")
    return rules


@pytest.fixture
def committed(folder: Path) -> Path:
    """The same, committed, and changed since."""
    names = ["-c", "user.name=Clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], [*names, "commit", "-q", "-m", "Rules"]):
        subprocess.run(["git", *arguments], cwd=folder.parent, check=True)
    (folder / "time" / "days.yaml").write_text("about: Other days.\n", encoding="utf-8")
    return folder


def test_a_folder_outside_git_has_no_commit(folder: Path) -> None:
    assert not has_commit(folder)


def test_a_committed_folder_has_one(committed: Path) -> None:
    assert has_commit(committed)


def test_a_folder_that_was_never_committed_has_none(committed: Path) -> None:
    (committed.parent / "others").mkdir()
    assert not has_commit(committed.parent / "others")


def test_the_rules_of_a_commit_are_unpacked_elsewhere(committed: Path, tmp_path: Path) -> None:
    old = rules_at("HEAD", committed, tmp_path / "old")
    assert (old / "time" / "days.yaml").read_text(encoding="utf-8") == "about: Days.\n"
    assert (committed / "time" / "days.yaml").read_text(encoding="utf-8") == "about: Other days.\n"


@pytest.mark.parametrize("revision", ["v1", "HEAD~7", "--output=x", ""])
def test_what_is_no_commit_is_refused(committed: Path, tmp_path: Path, revision: str) -> None:
    with pytest.raises(VersionError, match="is neither a folder of rules nor a commit that holds"):
        rules_at(revision, committed, tmp_path / "old")
