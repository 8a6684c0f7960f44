"""The rules as they were at a commit."""

import io
import subprocess
import tarfile
from pathlib import Path

from pipeline.errors import PipelineError


class VersionError(PipelineError):
    """There are no rules under the name of a version."""


def has_commit(folder: Path) -> bool:
    """Whether the last commit holds the folder; False also where there is no git."""
    return _git(folder, "rev-parse", "--verify", "--quiet", f"HEAD:./{folder.name}") is not None


def rules_at(revision: str, folder: Path, into: Path) -> Path:
    """The rules of `folder` as they were at a git revision, unpacked under `into`. Raises VersionError."""
    archive = _git(folder, "archive", "--format=tar", revision, "--", folder.name) if not revision.startswith("-") else None
    if archive is None:
        raise VersionError(f"{revision} is neither a folder of rules nor a commit that holds {folder}. Name one with --against.")
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(into, filter="data")
    return into / folder.name


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says beside the folder; None where it refuses, or where there is none."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder.resolve().parent, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
