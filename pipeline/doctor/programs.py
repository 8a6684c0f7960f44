"""Programs that read what we cannot: tesseract for scans, LibreOffice for old Word papers."""

import shutil
import subprocess

from pipeline.doctor.finding import Finding
from pipeline.errors import PipelineError

SCANS, OFFICE = "Scans", "Old Word papers"
NEEDED = ("eng", "osd")
SECONDS = 20
LETTER = rb"{\rtf1\ansi We will plant 100 trees by June 2030.\par}"
APT = "As root on Debian and Ubuntu: apt-get install {}. Everything else is read without it."


def examine_scans() -> Finding:
    """Whether tesseract is there, with the data it needs."""
    from pipeline.read.scan.tesseract import version

    try:
        name = version()
        done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    except (PipelineError, OSError, subprocess.TimeoutExpired):
        cure = APT.format("tesseract-ocr tesseract-ocr-eng tesseract-ocr-osd")
        return Finding(SCANS, "warning", "tesseract is not installed, or does not start; pages that are pictures are not read.", cure)
    lacking = [language for language in NEEDED if language not in (done.stdout + done.stderr).split()]
    if lacking:
        cure = APT.format(" ".join(f"tesseract-ocr-{language}" for language in lacking))
        return Finding(SCANS, "warning", f"{name} lacks its data {' and '.join(lacking)}; pages that are pictures are not read well.", cure)
    return Finding(SCANS, "ok", f"{name} reads them.")


def examine_office() -> Finding:
    """Whether LibreOffice is there and works: it is given a letter."""
    from pipeline.read.office import to_docx

    if shutil.which("soffice") is None and shutil.which("libreoffice") is None:
        cure = APT.format("libreoffice-writer-nogui")
        return Finding(OFFICE, "warning", "LibreOffice is not installed; .doc, .rtf and .odt are not read.", cure)
    try:
        to_docx(LETTER, ".rtf")
    except (PipelineError, OSError) as error:
        return Finding(
            OFFICE, "warning", f"LibreOffice is installed, but does not work: {error}.", APT.format("--reinstall libreoffice-writer-nogui")
        )
    return Finding(OFFICE, "ok", "LibreOffice reads them.")
