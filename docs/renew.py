"""Runs the commands of docs/rules.md in a copy of the project, and puts their output behind them.

    python docs/renew.py            writes the page
    python docs/renew.py --check    ends with 1 where the page is not what the commands print

A block marked `console` holds commands, each behind `$ `. One marked `diff` names a file and what to put in place of what; one marked
`yaml` or `text` names a file, and holds it whole. They are carried out in their order.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from pipeline.cli import main as pledgebook

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
BLOCK = re.compile(r"^```(console|diff|yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMIT = ("-c", "user.name=Clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "Rules")


def renewed(page: str) -> str:
    """The page with the output of its commands."""
    with tempfile.TemporaryDirectory() as folder, copy_of_project(Path(folder)):
        return BLOCK.sub(lambda block: f"```{block[1]}\n{carried_out(block[1], block[2])}```", page)


@contextlib.contextmanager
def copy_of_project(folder: Path) -> Iterator[None]:
    """Makes a committed copy of what the commands read, and stays in it."""
    for name in ("rules", "corpus", "tests/gold"):
        shutil.copytree(ROOT / name, folder / name)
    with contextlib.chdir(folder):
        for arguments in (("init", "--quiet"), ("add", "."), COMMIT):
            subprocess.run(["git", *arguments], check=True)
        yield


def carried_out(kind: str, block: str) -> str:
    """The block once it has been carried out, commands with what they print."""
    if kind == "console":
        return "".join(f"$ {command}\n{output(command)}" for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE))
    name, rest = block.split("\n", 1)
    path = Path(name.removeprefix("# "))
    if kind == "diff":
        old, new = ("\n".join(line[2:] for line in rest.splitlines() if line.startswith(sign)) for sign in "-+")
        text = path.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{path} does not hold {old!r}, which {PAGE.name} replaces.")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    else:
        path.write_text(rest, encoding="utf-8")
    return block


def output(command: str) -> str:
    """What a command prints."""
    program, *arguments = shlex.split(command)
    if program.endswith("pledgebook"):
        return CliRunner().invoke(pledgebook, arguments, catch_exceptions=False).output
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Writes the page, or checks it."""
    before = PAGE.read_text(encoding="utf-8")
    after = renewed(before)
    if "--check" not in sys.argv:
        PAGE.write_text(after, encoding="utf-8")
    elif after != before:
        stale = [line for line in after.splitlines() if line not in before.splitlines()]
        sys.exit(f"{PAGE.name} is stale, run make docs. The commands now print: " + "\n".join(["", *stale]))


if __name__ == "__main__":
    os.environ.pop("GIT_DIR", None)
    main()
