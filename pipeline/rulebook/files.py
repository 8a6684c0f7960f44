"""The files of the rules, as bytes."""

import hashlib
from pathlib import Path

Files = dict[str, tuple[Path, bytes]]
"""Rule files by their names below the folder, without the ending."""


def rules_digest(folder: Path) -> str:
    """A SHA-256 over the files of the rules under `folder`, whether or not they can be loaded."""
    return digest_of(read_files(folder))


def read_files(folder: Path) -> Files:
    """The files under `folder`. Raises OSError."""
    return {path.relative_to(folder).with_suffix("").as_posix(): (path, path.read_bytes()) for path in sorted(folder.rglob("*.yaml"))}


def digest_of(files: Files) -> str:
    """A SHA-256 over names and bytes."""
    digest = hashlib.sha256()
    for name, (_, data) in files.items():
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()
