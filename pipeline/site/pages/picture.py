"""`/papers/<slug>/pages/<n>.png`: one page of a PDF, drawn."""

from typing import Any

from pipeline.site import answers
from pipeline.site.paper_files import papers_of
from pipeline.site.snapshot import look_up, one

ADDRESS = r"/papers/(?P<slug>[\w-]+)/pages/(?P<number>[0-9]{1,5})\.png$"

_PAPER = "SELECT file, sha256, pages FROM papers WHERE slug = :slug"


async def show(datasette: Any, request: Any) -> Any:
    """The picture; for ever the same where the address ends with the digest of the paper, as ours do."""
    from datasette import Response

    slug, number = request.url_vars["slug"], int(request.url_vars["number"])
    found = await look_up(
        datasette, lambda connection: one(connection, "SELECT file, sha256, pages FROM papers WHERE slug = :slug", slug=slug)
    )
    if found is None or not 1 <= number <= (found["pages"] or 0):
        return await answers.missing(datasette, request, "There is no such page.")
    picture = await papers_of(datasette).picture(dict(found), number)
    if picture is None:
        return await answers.missing(datasette, request, "The paper is not here, or this page of it cannot be drawn.")
    is_versioned = request.args.get("v") == found["sha256"][:12]
    return Response(picture, headers=dict(answers.FOREVER if is_versioned else answers.SHORT), content_type="image/png")
