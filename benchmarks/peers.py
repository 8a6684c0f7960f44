"""The environments of the peers that our tools are measured against, each made in .cache/ from a file of pinned versions."""

import hashlib
import subprocess
import venv
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache"


def peers_python(pins: Path) -> Path:
    """The Python of an environment with the packages of `pins`, made where it is not there or where the versions have changed."""
    place = CACHE / f"{pins.stem.replace('_', '-')}-{hashlib.sha256(pins.read_bytes()).hexdigest()[:8]}"
    python = place / "bin" / "python"
    if not (place / "complete").exists():
        venv.create(place, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", pins], check=True)
        (place / "complete").touch()
    return python
