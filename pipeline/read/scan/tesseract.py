"""Runs tesseract on a picture: one process, one thread, nothing written to disk."""

import os
import re
import resource
import shutil
import subprocess
from functools import lru_cache
from typing import NamedTuple

from PIL import Image

from pipeline.errors import PipelineError
from pipeline.read.scan.bitmap import Bitmap
from pipeline.reasons import Reason

ENGLISH = "eng"
SECONDS = 60  # of the clock, and of processor time; a page takes 2 to 5 on an idle machine
ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
DEGREES = re.compile(r"Rotate: (90|180|270)\b")
WORD_LEVEL = "5"
PAGE, ONE_LINE = "3", "7"  # what a picture is of


class OcrError(PipelineError):
    """A picture cannot be read, for a reason that is told with these facts and what the page `shown` is."""

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason, self.facts = reason, facts


class Printed(NamedTuple):
    """A word as tesseract gives it: `line` is the same for the words of a line, the box is in pixels, `confidence` from 0 to 100."""

    line: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


@lru_cache(maxsize=1)
def version() -> str:
    """The name and version of the tesseract that is installed, as `tesseract 5.3.0`. Raises OcrError where there is none."""
    if shutil.which("tesseract") is None:
        raise OcrError(Reason.OCR_MISSING)
    return _run(["--version"], b"").split("\n")[0].strip()


def words(bitmap: Bitmap, language: str = ENGLISH, shows: str = PAGE) -> list[Printed]:
    """The words of an upright picture of a page, or of one line, in reading order. Raises OcrError where tesseract is missing or fails."""
    version()
    options = ["stdin", "stdout", "-l", language, "--psm", shows, "--oem", "1", "--dpi", str(bitmap.dpi), "tsv"]
    return [_printed(row) for line in _run(options, _pgm(bitmap.pixels)).split("\n")[1:] if (row := line.split("\t"))[0] == WORD_LEVEL]


def turn(bitmap: Bitmap) -> int | None:
    """By how many degrees clockwise the print is turned; None where tesseract cannot tell."""
    try:
        match = DEGREES.search(_run(["stdin", "stdout", "--psm", "0", "--dpi", str(bitmap.dpi)], _pgm(bitmap.pixels)))
    except OcrError:
        return None
    return 360 - int(match[1]) if match else 0


def _printed(row: list[str]) -> Printed:
    left, top, width, height = map(int, row[6:10])
    return Printed(tuple(row[2:5]), left, top, width, height, float(row[10]), row[11])


def _pgm(pixels: Image.Image) -> bytes:
    """The picture as a file that costs nothing to pack and unpack."""
    return b"P5 %d %d 255\n" % pixels.size + pixels.tobytes()


def _run(options: list[str], data: bytes) -> str:
    """What tesseract prints. Raises OcrError where it fails, is killed or takes too long."""
    try:
        done = subprocess.run(
            ["tesseract", *options],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, **ONE_THREAD},
            preexec_fn=_allow,
        )
    except subprocess.TimeoutExpired:
        raise OcrError(Reason.OCR_SLOW, seconds=SECONDS) from None
    except OSError as error:
        raise OcrError(Reason.OCR_NOT_STARTED, words=error.strerror) from error
    if done.returncode:
        raise OcrError(Reason.OCR_FAILED, words=_reason(done))
    return done.stdout.decode("utf-8", "replace")


def _allow() -> None:
    """Gives tesseract processor time of its own, not what is left of that of the process that starts it, which has one thread."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS if most == resource.RLIM_INFINITY else min(SECONDS, most), most))


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last thing that it said, or the signal that ended it."""
    if done.returncode < 0:
        return f"it was stopped by signal {-done.returncode}"
    said = done.stderr.decode("utf-8", "replace").split("\n")
    return next((line.strip()[:200] for line in reversed(said) if line.strip()), f"it ended with {done.returncode}")
