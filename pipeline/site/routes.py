"""Which address is whose."""

from collections.abc import Awaitable, Callable
from typing import Any

from pipeline.site import answers
from pipeline.site.pages import commitment, export, home, owners, paper, papers, picture, search
from pipeline.site.snapshot import OtherVersionError, TooSlowError

View = Callable[[Any, Any], Awaitable[Any]]

VIEWS: list[tuple[str, View]] = [
    (home.ADDRESS, home.show),
    (search.ADDRESS, search.show),
    (export.ADDRESS, export.show),
    (commitment.ADDRESS, commitment.show),
    (papers.ADDRESS, papers.show),
    (paper.ADDRESS, paper.show),
    (owners.LIST, owners.show_all),
    (owners.ADDRESS, owners.show),
    (picture.ADDRESS, picture.show),
]


def routes() -> list[tuple[str, View]]:
    """The pattern of each of our addresses, and what answers there."""
    return [(address, _guarded(view)) for address, view in VIEWS]


def _guarded(view: View) -> View:
    """The view, for those who only look; it says so plainly where the register could not answer."""

    async def answer(datasette: Any, request: Any) -> Any:
        if request.method not in ("GET", "HEAD"):
            return answers.refused()
        try:
            return await view(datasette, request)
        except TooSlowError:
            return await answers.page(datasette, request, "slow.html", {}, status=503)
        except OtherVersionError:
            return await answers.page(datasette, request, "other_version.html", {}, status=503)

    return answer
