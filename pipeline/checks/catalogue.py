"""The catalogue of all checks, as a page, made from what their files say."""

import inspect
import re
from collections.abc import Iterator
from typing import get_args

from pipeline.checks.base import Check, joined
from pipeline.checks.registry import CHECKS
from pipeline.model.paper import FlagKind

HEAD = """# The checks

Written by `make docs` from `pipeline/checks/`. Each check looks for one thing that does not add up in a paper, and flags it with both
sides where they stand.
"""
ELSEWHERE = """What is found between an earlier and a later paper of one publisher is flagged by `pipeline/links/`: {}.
So is a promise to which papers of one year give different dates: `conflicting_deadline`."""
PART = re.compile(r"^([A-Z][a-z ]+): ", re.MULTILINE)


def catalogue() -> str:
    """The page, in Markdown: a table of all checks, and each with its documentation."""
    rows = [f"| [{each.code}](#{each.code.lower()}-{each.kind}) | {each.kind} | {each.severity} | {summary(each)} |" for each in CHECKS]
    others = [f"`{kind}`" for kind in get_args(FlagKind) if kind not in {each.kind for each in CHECKS}]
    lines = [
        HEAD,
        "| check | flag | severity | what is found |",
        "| --- | --- | --- | --- |",
        *rows,
        "",
        ELSEWHERE.format(joined(others)),
        "",
    ]
    for each in CHECKS:
        lines += [f"## {each.code} {each.kind}", "", f"{summary(each)} `{each.name}`, severity {each.severity}.", "", *_parts(each), ""]
    return "\n".join(lines)


def summary(check: Check) -> str:
    """What the check finds, in one sentence."""
    return inspect.cleandoc(check.page).partition("\n\n")[0]


def _parts(check: Check) -> Iterator[str]:
    _, name, *rest = PART.split(inspect.cleandoc(check.page))
    for title, text in zip([name, *rest[1::2]], rest[::2], strict=True):
        yield f"- **{title}:** {' '.join(text.split())}"
