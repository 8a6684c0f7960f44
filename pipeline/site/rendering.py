"""Our templates, filled in at one go. Datasette fills in piece by piece as coroutines, which for a long page takes three times as long."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

LONGEST = 80
"""Characters of a name that a list offers."""
_ATTRIBUTE = "_pledgebook_templates"


def render(datasette: Any, request: Any, template: str, context: dict[str, Any]) -> str:
    """A template of ours with its context, and with what Datasette gives to all of them that they use."""
    from datasette.utils import display_actor

    shared = {
        "urls": datasette.urls,
        "actor": request.actor,
        "display_actor": display_actor,
        "csrftoken": request.scope.get("csrftoken", lambda: ""),
        "zip": zip,
    }
    return _environment(datasette).get_template(template).render({**context, **shared})


def _environment(datasette: Any) -> Environment:
    """Datasette's own environment, loader, filters and all, but for its coroutines; made once."""
    made: Environment | None = getattr(datasette, _ATTRIBUTE, None)
    if made is None:
        made = datasette.jinja_env.overlay(enable_async=False)
        made.filters["options"] = options
        setattr(datasette, _ATTRIBUTE, made)
    return made


def options(choices: Iterable[tuple[str, str]], chosen: str) -> Markup:
    """What a list offers, values with their names: hundreds of them, which a template would take ten times as long to write.

    >>> options([("a", "Parks & roads")], "a")
    Markup('<option value="a" selected>Parks &amp; roads</option>')
    """
    value = f'<option value="{escape(chosen)}"'
    return Markup(_offered(tuple(choices)).replace(f"{value}>", f"{value} selected>", 1))


@lru_cache(maxsize=16)
def _offered(choices: tuple[tuple[str, str], ...]) -> str:
    """The same with none of them chosen: nearly all pages offer the same."""
    named = ((value, name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…") for value, name in choices)
    return "".join([f'<option value="{escape(value)}">{escape(name)}</option>' for value, name in named])
