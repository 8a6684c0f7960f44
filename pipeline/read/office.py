"""Old Word papers, RTF and OpenDocument to .docx, by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.reasons import Reason

FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8"}  # told, lest any bytes be read as some kind of text
SECONDS = 120
# Of shells' limits: kibibytes of memory, seconds of processor time, blocks of 512 bytes a file. LibreOffice claims 2 GiB for a small paper.
LIMITS = f"ulimit -v {4 * 2**20} && ulimit -t {SECONDS} && ulimit -f {2**19} && ulimit -c 0"
SETTINGS = [
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
]


def to_docx(data: bytes, suffix: str) -> bytes:
    """The paper as .docx; `suffix` is one of FILTERS. It runs no macro and asks for nothing over the network.

    Raises ReadError where LibreOffice is missing, fails or takes more than two minutes.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError(Reason.OFFICE_MISSING.told(suffix=suffix))
    with tempfile.TemporaryDirectory(prefix="pledgebook-") as name:
        folder = Path(name)
        paper = folder / f"paper{suffix}"
        paper.write_bytes(data)
        _write_settings(folder / "profile")
        _convert(program, paper)
        made = paper.with_suffix(".docx")
        if not made.is_file():
            raise ReadError(Reason.OFFICE_FAILED.told())
        return made.read_bytes()


def _convert(program: str, paper: Path) -> None:
    """Runs LibreOffice with all that it starts in a group of processes, and ends them all. Raises ReadError where it takes too long."""
    folder = paper.parent
    options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", f"--infilter={FILTERS[paper.suffix]}"]
    command = [program, *options, "--convert-to", "docx", "--outdir", str(folder), str(paper)]
    running = subprocess.Popen(
        ["/bin/sh", "-c", f'{LIMITS} && exec "$@"', "sh", *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"},
    )
    try:
        running.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise ReadError(Reason.OFFICE_SLOW.told(seconds=SECONDS)) from None
    finally:
        _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """Ends whatever is left of the group."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        running.wait()


def _write_settings(profile: Path) -> None:
    """Settings of a new user, as LibreOffice keeps them: no macros, no linked content, no way out but a proxy that is none."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    file = profile / "user" / "registrymodifications.xcu"
    file.parent.mkdir(parents=True)
    file.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
