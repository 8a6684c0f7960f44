"""What stands above the figures of a benchmark, and where they are kept: in a section of README.md between two marks."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "benchmarks" / "README.md"


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
