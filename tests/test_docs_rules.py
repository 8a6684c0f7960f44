"""The pages about rules show what the commands print, and all rules there are."""

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from pipeline.cli import main


def test_the_commands_on_the_page_print_what_it_shows(root: Path) -> None:
    done = subprocess.run([sys.executable, root / "docs" / "renew.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_catalogue_holds_the_rules_of_now(root: Path) -> None:
    shown = CliRunner().invoke(main, ["rules", "list", "--markdown", "--rules", str(root / "rules")]).output
    assert (root / "docs" / "rule-catalogue.md").read_text(encoding="utf-8") == shown, "stale: make docs"


def test_a_page_links_to_them(root: Path) -> None:
    assert "docs/rules.md" in (root / "README.md").read_text(encoding="utf-8")
    assert "rules.md" in (root / "docs" / "developers.md").read_text(encoding="utf-8")
