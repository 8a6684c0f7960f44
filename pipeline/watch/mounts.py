"""What is mounted where: whether a folder's file system tells of changes, and whether one that was there has gone away."""

import re
from pathlib import Path
from typing import NamedTuple

TABLE = Path("/proc/self/mountinfo")
# Another machine may write to these, of which this one hears nothing.
_REMOTE = re.compile(r"nfs|cifs|smb|fuse\.|9p|virtiofs|vboxsf|vmhgfs|drvfs|afs|ceph|gluster|lustre|beegfs|ncp|davfs|prl_fs", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([0-7]{3})")


class Mount(NamedTuple):
    """A folder where a file system begins, and the system's word for its kind, as `ext4`."""

    folder: Path
    kind: str

    @property
    def is_remote(self) -> bool:
        """Whether changes may come from elsewhere, so that no events tell of them."""
        return _REMOTE.match(self.kind) is not None


def read_mounts(table: Path = TABLE) -> list[Mount]:
    """What is mounted now, the later over the earlier; nothing on systems that do not tell.

    Source: Linux, proc(5), `/proc/pid/mountinfo`.
    """
    if not table.is_file():
        return []
    fields = [line.split(" ") for line in table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()]
    return [Mount(Path(_unescaped(line[4])), line[line.index("-") + 1]) for line in fields if "-" in line]


def mount_of(folder: Path, mounts: list[Mount]) -> Mount | None:
    """The mount that a resolved folder lies in; None where nothing is known."""
    over = [mount for mount in mounts if folder.is_relative_to(mount.folder)]
    return max(reversed(over), key=lambda mount: len(mount.folder.parts), default=None)


def mounts_below(folder: Path, mounts: list[Mount]) -> list[Mount]:
    """The mounts inside a resolved folder."""
    return [mount for mount in mounts if mount.folder.is_relative_to(folder) and mount.folder != folder]


def _unescaped(name: str) -> str:
    """The name as it is; the table writes space, tab, line feed and backslash in octal.

    >>> _unescaped("/srv/town\\\\040hall")
    '/srv/town hall'
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 8)), name)
