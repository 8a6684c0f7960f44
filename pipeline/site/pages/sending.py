"""What clerks send to `/-/papers`: papers for the folder, or the wish that those be read that wait."""

import asyncio
from typing import Any

from pipeline.ingest.papers import LIMIT
from pipeline.read import SUFFIXES
from pipeline.site.bodies import has_files
from pipeline.site.intake.delivery import Delivery, StrangerError
from pipeline.site.intake.keeping import Intake, clerk_of, intake_of
from pipeline.site.intake.multipart import FormError, pour
from pipeline.site.intake.overview import obstacle, overview
from pipeline.site.intake.placing import place
from pipeline.site.queries.intake import file_with
from pipeline.site.snapshot import look_up

FORM = {"kinds": SUFFIXES, "limit": LIMIT, "limit_mb": LIMIT // 1_000_000}
"""What the form says of papers that are taken."""
ADDRESS = "/-/papers"

Answer = tuple[str, int, str]
"""What is wrong, the status, and the address to go on to; that is empty where something is wrong."""


async def take(datasette: Any, request: Any) -> Answer:
    """Takes what was sent, if the sender is a clerk."""
    intake = intake_of(datasette)
    if clerk_of(request) is None:
        return "Only clerks who are signed in put papers in.", 403, ""
    if wrong := await obstacle(datasette):
        return wrong, 503, ""
    if has_files(request.scope):
        with intake.turn() as is_free:
            return await _deliver(datasette, request, intake) if is_free else ("Too many are sending papers. Try again soon.", 503, "")
    if not intake.reader:
        return "This site reads no papers.", 503, ""
    _, every = await overview(datasette, is_clerk=True)
    intake.reader.ask(one.file for one in every if one.state == "waiting")
    return "", 302, datasette.urls.path(ADDRESS)


async def _deliver(datasette: Any, request: Any, intake: Intake) -> Answer:
    folder = intake.folder
    assert folder, "who may send has a folder to send to"
    with Delivery(folder.path, request.scope["csrftoken"]()) as delivery:
        try:
            await pour(request, delivery)
        except StrangerError:
            return "This form is too old, or comes from elsewhere. Nothing was taken; send it again from here.", 403, ""
        except FormError as error:
            return f"{error} Nothing was taken.", 400, ""
        if not delivery.files:
            return "No paper was chosen.", 400, ""
        twins = {file.sha256: await _twin(datasette, file.sha256) for file in delivery.files}
        replace = bool(delivery.fields.get("replace"))
        receipts = await asyncio.to_thread(lambda: list(place(delivery.files, folder, twins.get, replace=replace)))
    if intake.reader:
        intake.reader.ask(receipt.file for receipt in receipts if receipt.file)
    return "", 302, datasette.urls.path(f"{ADDRESS}?receipt={intake.keep(receipts)}")


async def _twin(datasette: Any, sha256: str) -> str | None:
    found: str | None = await look_up(datasette, lambda connection: file_with(connection, sha256))
    return found
