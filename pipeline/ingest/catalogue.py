"""All reasons why a paper is not read, not wholly or with doubt, as a page: `docs/problems.md`."""

import re

from pipeline.reasons import Reason

HEAD = """# When a paper cannot be read

Every reason there is, with its code and what to do. `pledgebook runs last` tells them of the latest run, and a note beside each paper
that could not be read says the same. <!-- Made by `make docs`. -->
"""
TITLES = {
    "not_read": "What is not read, the whole paper or some part of it",
    "doubt": "What is read with doubt",
}
AGAIN = {"paper": "when it changes", "process": "at once, in a fresh process; then when it changes", "machine": "at every run"}
GAP = re.compile(r"\{[^}]*\}")
ROW = "| `{code}` | {sentence} | {cure} | {again} |"


def reasons_page() -> str:
    """The page, in the order of the table of reasons."""
    return HEAD + "".join(_section(effect, title) for effect, title in TITLES.items())


def _section(effect: str, title: str) -> str:
    rows = [
        ROW.format(code=reason.code, sentence=GAP.sub("…", reason.value.sentence), cure=reason.value.cure, again=AGAIN[reason.value.stays])
        for reason in Reason
        if reason.value.effect == effect
    ]
    return "\n".join([f"\n## {title}\n", "| code | what is wrong | what to do | tried again |", "| --- | --- | --- | --- |", *rows, ""])
