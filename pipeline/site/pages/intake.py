"""`/-/papers`: every file that was put in, with what became of it; clerks put in more. As JSON, how far the reading is."""

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from pipeline.site import answers, asked
from pipeline.site.intake.delivery import MOST_FILES
from pipeline.site.intake.keeping import clerk_of, intake_of
from pipeline.site.intake.overview import obstacle, overview, stamp
from pipeline.site.intake.reader import Progress
from pipeline.site.intake.states import STATES, WANT_SOMEBODY, State
from pipeline.site.pages import sending

ADDRESS = r"/-/papers(?P<json>\.json)?$"
PAGE = 50
CHOICES = {"": "All files", "want": "What wants somebody", **STATES}


async def show(datasette: Any, request: Any) -> Any:
    """The list; by JSON only how far the reading is; or, by POST, what becomes of what was sent."""
    if request.url_vars["json"]:
        return await _progress(datasette, request)
    if request.method == "POST":
        wrong, status, address = await sending.take(datasette, request)
        return answers.redirect(address) if address else await page(datasette, request, wrong, status)
    return await page(datasette, request)


async def page(datasette: Any, request: Any, wrong: str = "", status: int = 200) -> Any:
    """The list, and the form where whoever asks is a clerk."""
    intake, clerk = intake_of(datasette), clerk_of(request)
    seen = await stamp(datasette)  # first, so that nothing that changes meanwhile is taken for seen
    run, every = await overview(datasette, is_clerk=clerk is not None)
    wanted, name, number = request.args.get("state") or "", asked.words(request, "name"), asked.page_number(request)
    found = [one for one in every if _is_wanted(one, wanted, name.casefold())]
    pages = max(1, -(-len(found) // PAGE))
    number = min(number, pages)
    query = urlencode({key: value for key, value in (("state", wanted), ("name", name)) if value})
    context = {
        "run": run,
        "clerk": clerk,
        "obstacle": await obstacle(datasette),
        "reads": intake.reader is not None,
        "counts": Counter(one.state for one in every),
        "files": found[(number - 1) * PAGE : number * PAGE],
        "found": len(found),
        "choices": CHOICES,
        "states": STATES,
        "wanted": wanted,
        "name": name,
        "query": query,
        "number": number,
        "pages": pages,
        "receipts": intake.receipts(request.args.get("receipt") or "") if clerk else (),
        "progress": intake.progress,
        "words": words_of(intake.progress),
        "stamp": seen,
        "idle": sum(one.state == "waiting" and one.file not in intake.progress.waiting for one in every),
        "wrong": wrong,
        "most": MOST_FILES,
        **sending.FORM,
    }
    return answers.own(await answers.page(datasette, request, "intake.html", context, status=status))


def words_of(progress: Progress) -> str:
    """How far the reading is, in one sentence."""
    if not progress.is_busy:
        return ""
    parts = [f"{progress.done} of {progress.of} done"]
    if progress.reading:
        parts.append(f"being read: {', '.join(sorted(progress.reading))}")
    elif progress.joining:
        parts.append("bringing what joins all papers up to date")
    return "; ".join(parts)


async def _progress(datasette: Any, request: Any) -> Any:
    """Names no file to those who may not know what waits."""
    seen = await stamp(datasette)
    progress = intake_of(datasette).progress
    facts = {"stamp": seen, "busy": progress.is_busy}
    facts |= {"done": progress.done, "of": progress.of}
    return answers.own(answers.data(facts | ({"words": words_of(progress)} if clerk_of(request) else {})))


def _is_wanted(one: State, wanted: str, name: str) -> bool:
    is_so = not wanted or one.state == wanted or (wanted == "want" and one.state in WANT_SOMEBODY)
    return is_so and (not name or name in one.file.casefold() or name in one.name.casefold())
