"""LibreOffice, which turns papers of one format into another."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SECONDS = 240  # for one call, however many papers


def has_office() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def convert(paths: Iterable[Path], target: str, folder: Path) -> None:
    """Writes each paper into the folder as `target` (`pdf`, `docx`, `odt` …), in one call, as LibreOffice takes seconds to start.

    Raises CalledProcessError or TimeoutExpired.
    """
    profile = folder / "profile"  # its own, as LibreOffice serves one user at a time
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", target]
    subprocess.run([*command, "--outdir", folder, *paths], check=True, capture_output=True, timeout=SECONDS)
    shutil.rmtree(profile, ignore_errors=True)
