"""`/papers`: the papers of the register, of all publishers or of one."""

from typing import Any
from urllib.parse import urlencode

from pipeline.site import answers, asked
from pipeline.site.flagged import dismissed_by, known_flags, without_dismissed
from pipeline.site.queries.papers import PAGE, papers
from pipeline.site.snapshot import Connection, look_up

ADDRESS = r"/papers$"


async def show(datasette: Any, request: Any) -> Any:
    """The list."""
    publisher, name, number = asked.words(request, "publisher"), asked.words(request, "name"), asked.page_number(request)

    def ask(connection: Connection) -> dict[str, Any]:
        found, dismissed = papers(connection, publisher, name, number), dismissed_by(known_flags(datasette, connection), "paper")
        return found | {"papers": without_dismissed(found["papers"], dismissed, "slug")}

    found = await look_up(datasette, ask)
    query = urlencode({key: value for key, value in (("publisher", publisher), ("name", name)) if value})
    turned = {"number": number, "pages": -(-found["found"] // PAGE), "query": query}
    return await answers.page(datasette, request, "papers.html", {**found, **turned, "publisher": publisher, "name": name})
