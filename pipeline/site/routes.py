"""Which address is whose."""

from collections.abc import Awaitable, Callable, Container
from typing import Any

from pipeline.reviews import ReviewError
from pipeline.site import answers
from pipeline.site.pages import (
    audit,
    charts,
    commitment,
    export,
    feeds,
    home,
    intake,
    intake_file,
    owners,
    paper,
    papers,
    picture,
    quality,
    recorded,
    review,
    search,
    timeline,
    verdict,
)
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
    (review.ADDRESS, review.show),
    (verdict.ADDRESS, verdict.show),
    (recorded.ADDRESS, recorded.show),
    (audit.ADDRESS, audit.show),
    (intake.ADDRESS, intake.show),
    (intake_file.ADDRESS, intake_file.show),
    (feeds.CALENDAR, feeds.show_calendar),
    (feeds.NEWS, feeds.show_news),
    (timeline.ADDRESS, timeline.show),
    (charts.ADDRESS, charts.show),
    (quality.ADDRESS, quality.show),
]

WRITTEN_TO = frozenset({review.ADDRESS, verdict.ADDRESS, recorded.ADDRESS, intake.ADDRESS, intake_file.ADDRESS})
"""Where forms are sent; all others answer only those who look."""


def routes() -> list[tuple[str, View]]:
    """The pattern of each of our addresses, and what answers there."""
    return [(address, _guarded(view, {"GET", "HEAD", "POST"} if address in WRITTEN_TO else {"GET", "HEAD"})) for address, view in VIEWS]


def _guarded(view: View, methods: Container[str]) -> View:
    """The view, by these methods; it says so plainly where the register or the log of verdicts could not answer."""

    async def answer(datasette: Any, request: Any) -> Any:
        if request.method not in methods:
            return answers.refused()
        try:
            return await view(datasette, request)
        except TooSlowError:
            return await answers.page(datasette, request, "slow.html", {}, status=503)
        except OtherVersionError:
            return await answers.page(datasette, request, "other_version.html", {}, status=503)
        except ReviewError:
            return await answers.page(datasette, request, "no_log.html", {}, status=503)

    return answer
