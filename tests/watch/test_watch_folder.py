"""The watched folder as it is seen, and when it counts as away."""

import os
from pathlib import Path

import pytest

from pipeline.watch.folder import AwayError, Folder, rules_state
from pipeline.watch.mounts import Mount, mount_of, mounts_below, read_mounts

TABLE = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
40 27 0:50 / /srv/town\\040hall rw,relatime - cifs //server/share rw
41 40 0:51 / /srv/town\\040hall/minutes rw - nfs4 server:/minutes rw
"""


@pytest.fixture
def mounts(tmp_path: Path) -> list[Mount]:
    (tmp_path / "table").write_text(TABLE)
    return read_mounts(tmp_path / "table")


def test_mounts_are_read_with_their_kinds_and_blanks(mounts: list[Mount]) -> None:
    assert mounts[2] == Mount(Path("/srv/town hall"), "cifs")


def test_where_the_system_does_not_tell_nothing_is_known(tmp_path: Path) -> None:
    assert read_mounts(tmp_path / "none") == []


def test_a_folder_lies_in_the_innermost_mount(mounts: list[Mount]) -> None:
    assert [mount_of(Path(path), mounts).folder for path in ("/srv/town hall/a", "/srv/town hall/minutes", "/srv")] == [  # type: ignore[union-attr]
        Path("/srv/town hall"),
        Path("/srv/town hall/minutes"),
        Path("/"),
    ]


def test_mounts_inside_a_folder_are_found(mounts: list[Mount]) -> None:
    assert [mount.kind for mount in mounts_below(Path("/srv/town hall"), mounts)] == ["nfs4"]


@pytest.mark.parametrize(("kind", "is_remote"), [("nfs4", True), ("cifs", True), ("smb3", True), ("fuse.sshfs", True), ("9p", True),
                                                 ("ext4", False), ("btrfs", False), ("fuseblk", False), ("tmpfs", False)])  # fmt: skip
def test_shares_are_known_by_their_kind(kind: str, is_remote: bool) -> None:
    assert Mount(Path("/x"), kind).is_remote is is_remote


def test_papers_are_seen_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "plan.txt").write_text("x")
    (tmp_path / "half.pdf.part").write_text("x")
    assert set(Folder(tmp_path, lambda: []).papers()) == {"a/b/plan.txt"}


def test_a_changed_sidecar_changes_its_paper(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("x")
    folder = Folder(tmp_path, lambda: [])
    before = folder.papers()
    (tmp_path / "plan.txt.yaml").write_text("title: x")
    assert folder.papers() != before


def test_a_paper_replaced_by_another_of_its_size_and_time_has_changed(tmp_path: Path) -> None:
    for name in ("plan.txt", "new"):
        (tmp_path / name).write_text("same size")
        os.utime(tmp_path / name, (0, 0))
    folder = Folder(tmp_path, lambda: [])
    before = folder.papers()["plan.txt"]
    (tmp_path / "new").replace(tmp_path / "plan.txt")
    assert folder.papers()["plan.txt"] != before


def test_a_link_that_leads_nowhere_is_seen_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").symlink_to(tmp_path / "none")
    assert Folder(tmp_path, lambda: []).papers() == {"plan.txt": ()}


def test_a_folder_that_is_not_there_is_away(tmp_path: Path) -> None:
    with pytest.raises(AwayError, match="cannot be looked into: No such file or directory"):
        Folder(tmp_path / "none", lambda: []).papers()


def test_a_folder_whose_share_is_no_longer_mounted_is_away_though_it_can_be_looked_into(tmp_path: Path) -> None:
    root, share = Mount(Path("/"), "ext4"), Mount(tmp_path, "cifs")
    mounts = [root, share]
    folder = Folder(tmp_path, lambda: list(mounts))
    folder.papers()
    mounts.remove(share)
    with pytest.raises(AwayError, match="is no longer mounted"):
        folder.papers()
    mounts.append(share)
    assert folder.papers() == {}


def test_a_share_mounted_inside_the_folder_is_missed_too(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    share = Mount(tmp_path / "minutes", "nfs")
    mounts = [Mount(Path("/"), "ext4"), share]
    folder = Folder(tmp_path, lambda: list(mounts))
    mounts.remove(share)
    with pytest.raises(AwayError, match="minutes is no longer mounted"):
        folder.papers()


def test_a_share_that_is_mounted_later_is_nothing_lost(tmp_path: Path) -> None:
    mounts = [Mount(Path("/"), "ext4")]
    folder = Folder(tmp_path, lambda: list(mounts))
    folder.papers()
    mounts.append(Mount(tmp_path, "cifs"))
    assert folder.papers() == {}
    assert folder.is_remote


def test_another_folder_of_the_name_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    folder = Folder(tmp_path / "corpus", lambda: [])
    before = folder.identity()
    (tmp_path / "corpus").rename(tmp_path / "old")
    assert folder.identity() == ()
    (tmp_path / "corpus").mkdir()
    assert folder.identity() not in (before, ())


def test_a_changed_rule_is_seen(tmp_path: Path) -> None:
    (tmp_path / "time").mkdir()
    before = rules_state(tmp_path)
    (tmp_path / "time" / "month.yaml").write_text("rules: []")
    assert rules_state(tmp_path) != before
