"""The fingerprint of a paper's record: it changes when anything changes that the record is made from."""

import hashlib
from functools import lru_cache
from pathlib import Path

import pipeline


def fingerprint(file: str, sha256: str, sidecar_sha256: str, rules_digest: str) -> str:
    """A SHA-256 over the paper's name and bytes, its sidecar, the rules and the program."""
    return hashlib.sha256("\0".join((file, sha256, sidecar_sha256, rules_digest, program_digest())).encode()).hexdigest()


@lru_cache(maxsize=1)
def program_digest() -> str:
    """A SHA-256 over the version and the package's own sources, so that changed code re-reads papers before any release.

    Libraries are left out: they are pinned, and `--force` is for whoever changes them.
    """
    root = Path(pipeline.__file__).parent
    digest = hashlib.sha256(pipeline.__version__.encode())
    for source in sorted(root.rglob("*.py")):
        digest.update(source.relative_to(root).as_posix().encode() + b"\x00" + source.read_bytes() + b"\x00")
    return digest.hexdigest()
