"""Which address is whose."""

from collections.abc import Awaitable, Callable
from typing import Any

from pipeline.site.answers import page
from pipeline.site.pages import commitment, export, home, paper, picture, search
from pipeline.site.snapshot import TooSlowError

View = Callable[[Any, Any], Awaitable[Any]]

VIEWS: list[tuple[str, View]] = [
    (home.ADDRESS, home.show),
    (search.ADDRESS, search.show),
    (export.ADDRESS, export.show),
    (commitment.ADDRESS, commitment.show),
    (paper.ADDRESS, paper.show),
    (picture.ADDRESS, picture.show),
]


def routes() -> list[tuple[str, View]]:
    """The pattern of each of our addresses, and what answers there."""
    return [(address, _patient(view)) for address, view in VIEWS]


def _patient(view: View) -> View:
    """The view, which says so plainly where the register was too slow."""

    async def answer(datasette: Any, request: Any) -> Any:
        try:
            return await view(datasette, request)
        except TooSlowError:
            return await page(datasette, request, "slow.html", {}, status=503)

    return answer
