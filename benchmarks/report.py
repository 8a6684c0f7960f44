"""What benchmarks share: the sizes they are asked for, what stands above their figures, and where these are kept: in a section of README.md
between two marks."""

import os
import platform
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "benchmarks" / "README.md"


def options(description: str) -> Namespace:
    """What the command line asks of a benchmark that grows: `sizes` (None for all), `short`, and the folder to `keep` what it makes in."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))), metavar="N,N", help="only these, printed alone")
    parser.add_argument("--short", action="store_true", help="little, printed as JSON")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to keep what is made, and to find it next time")
    return parser.parse_args()


def machine() -> str:
    """The processor, its cores, the system and the Python."""
    cpus = Path("/proc/cpuinfo")
    names = [line.split(": ")[1] for line in cpus.read_text().splitlines() if line.startswith("model name")] if cpus.exists() else []
    return f"{(names or [platform.machine()])[0]}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def headed(lines: Iterable[str]) -> str:
    """The lines, below the day and the machine."""
    return "\n".join([f"{datetime.now(UTC):%d %B %Y}, {machine()}", "", *lines])


def write_section(name: str, text: str) -> None:
    """Puts the text in place of what the section of this name holds."""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = README.read_text(encoding="utf-8").partition(start)
    README.write_text(f"{before}{start}\n{text}\n{end}{rest.partition(end)[2]}", encoding="utf-8")
