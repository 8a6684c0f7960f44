"""Answers to requests for our own pages: HTML under the strict policy, JSON, and what is said where there is nothing."""

import json
from typing import Any

from pipeline.site.headers import POLICY_NAME, STRICT_POLICY
from pipeline.site.rendering import render

SHORT = {"cache-control": "max-age=60"}
"""As Datasette keeps its own pages."""
NEVER = {"cache-control": "no-store"}
"""For those who are signed in: what they have just decided must show at once."""
FOREVER = {"cache-control": "max-age=31536000, immutable"}
"""For what stands under an address that changes when it does."""


async def page(datasette: Any, request: Any, template: str, context: dict[str, Any], status: int = 200) -> Any:
    """A page made from one of our templates, which hold no script and no style of their own."""
    from datasette import Response

    body = render(datasette, request, template, {"path": request.full_path, **context})
    kept = NEVER if request.actor else SHORT
    return Response.html(body, status=status, headers={**kept, POLICY_NAME: STRICT_POLICY})


def own(answer: Any) -> Any:
    """The answer, as one that is for whoever asked, and for now: nobody on the way keeps it."""
    answer.headers["cache-control"] = "private, no-store"
    return answer


def redirect(address: str) -> Any:
    """Where to look next, after something was sent."""
    from datasette import Response

    return own(Response.redirect(address))


def onward(datasette: Any, path: str, query: str) -> Any:
    """On to one of our own pages, after something was sent."""
    return redirect(datasette.urls.path(path) + (f"?{query}" if query else ""))


async def missing(datasette: Any, request: Any, what: str) -> Any:
    """The page that says that something is not there, or no longer."""
    return await page(datasette, request, "missing.html", {"what": what}, status=404)


def refused() -> Any:
    """What is said to those who would do more than look."""
    from datasette import Response

    return Response("Only GET is answered here.\n", status=405, headers={"allow": "GET, HEAD"})


def as_json(value: Any) -> str:
    """A value as JSON that people can read."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def data(value: Any, status: int = 200) -> Any:
    """A value as the whole answer, for programs."""
    from datasette import Response

    return Response(as_json(value), status=status, headers=dict(SHORT), content_type="application/json; charset=utf-8")


def download(body: str | bytes, content_type: str, name: str) -> Any:
    """A file to keep."""
    from datasette import Response

    return Response(body, headers={**SHORT, "content-disposition": f'attachment; filename="{name}"'}, content_type=content_type)
