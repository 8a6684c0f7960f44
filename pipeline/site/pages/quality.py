"""`/-/quality`: how often the program is wrong, as far as that is known."""

import asyncio
import inspect
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.checks.base import Check
from pipeline.checks.registry import CHECKS
from pipeline.model.quality import FILE, FOLDER, Quality
from pipeline.reviews import precision_of_checks
from pipeline.site import answers
from pipeline.site.desk import desk_of
from pipeline.site.queries.quality import coverage
from pipeline.site.snapshot import DATABASE, look_up

ADDRESS = r"/-/quality(?P<json>\.json)?$"

FIELDS = {
    "commitments": "The commitments themselves",
    "sections": "The heading that each stands under",
    "references": "References (1.2, A3)",
    "parents": "Which step belongs to which commitment",
}
"""Fields whose name does not say what they are."""

_CODE = re.compile(r"`([^`]*)`")
_LIMITS = re.compile(r"^Known limits: (.*?)(?=^[A-Z][a-z ]+: |\Z)", re.MULTILINE | re.DOTALL)


async def show(datasette: Any, request: Any) -> Any:
    """The page, or its figures as JSON."""
    found = await look_up(datasette, coverage)
    measured = await asyncio.to_thread(_measured, Path(datasette.get_database(DATABASE).path).parent / FOLDER / FILE)
    verdicts = precision_of_checks(await desk_of(datasette).entries())
    same = bool(measured and found["read_by"] == {"version": measured.version, "rules": measured.rules})
    if request.url_vars["json"]:
        told: dict[str, Any] = {"measured": measured and measured.model_dump(), "measured_with_the_rules_of_this_register": same}
        told["checks"] = [each._asdict() | {"share": each.share} for each in verdicts]
        return answers.data(told | {"read_by": found["read_by"], "coverage": found["sums"]})
    fields = measured.fields.items() if measured else ()
    context = {
        "measured": measured,
        "same": same,
        "fields": [(FIELDS.get(name, name.capitalize()), each) for name, each in fields if not name.startswith("flags: ")],
        "flags": [(name.removeprefix("flags: "), each) for name, each in fields if name.startswith("flags: ")],
        "verdicts": verdicts,
        "limits": [(check.kind, _limits(check)) for check in CHECKS],
    }
    return await answers.page(datasette, request, "quality.html", {**found, **context})


def _measured(path: Path) -> Quality | None:
    """What was measured; None where nothing was, or by a version that writes it otherwise."""
    try:
        return Quality.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _limits(check: Check) -> str:
    """What a check is known not to see, from its own page."""
    found = _LIMITS.search(inspect.cleandoc(check.page))
    return _CODE.sub(r"“\1”", " ".join(found[1].split())) if found else ""
