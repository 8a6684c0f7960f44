"""`/-/review/<flag>`: one flag with both its sides, and the form by which an auditor decides it."""

import json
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from pydantic import ValidationError

from pipeline.reviews import Entry, Standing, Verdict, find_forerunner, standing_of
from pipeline.site import answers
from pipeline.site.desk import Desk, desk_of, new_nonce, reviewer_of, seen_now, standings
from pipeline.site.differing import Shown, side_by_side, within
from pipeline.site.lit import Mark
from pipeline.site.pages.review import asked_of, query_of
from pipeline.site.paper_files import papers_of
from pipeline.site.queries.commitment import commitment
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.review import flag, flag_ids, listed, queue
from pipeline.site.sheets import passage_sheets
from pipeline.site.snapshot import Connection, look_up
from pipeline.site.texts import excerpt
from pipeline.site.words import STATES_OF_FLAGS

ADDRESS = r"/-/review/(?P<flag>\w+)$"
MOST_SIDES = 4
"""Passages of a flag that are shown with the page they stand on; of more only the words."""


async def show(datasette: Any, request: Any) -> Any:
    """The flag; or, by POST, what becomes of it and then the next one."""
    name, desk = request.url_vars["flag"], desk_of(datasette)
    found = await look_up(datasette, lambda connection: _found(connection, name))
    if found is None:
        return await answers.missing(datasette, request, f"There is no flag {name} in the register.")
    if request.method == "POST":
        return await _decide(datasette, request, found, desk)
    return await _page(datasette, request, found, desk)


async def _page(datasette: Any, request: Any, found: dict[str, Any], desk: Desk, wrong: str = "", status: int = 200) -> Any:
    entries, asked = await desk.by_flag(), asked_of(request)
    own, today = entries.get(found["flag"]["id"], []), found["run"]["today"] or ""

    def place(connection: Connection) -> tuple[list[str], set[str]]:
        known = standings(listed(connection, list(entries)), entries, today)
        waiting = queue(connection, asked, {name for name, standing in known.items() if not standing.is_to_review})
        return waiting, flag_ids(connection, found["flag"]["kind"], found["flag"]["paper"])

    waiting, present = await look_up(datasette, place)
    name = found["flag"]["id"]
    at = waiting.index(name) if name in waiting else -1
    before = [entry for each in entries.values() for entry in each]
    context = {
        **found,
        "standing": _standing(found["flag"], own, before, present, today),
        "log": own[::-1],
        "states": STATES_OF_FLAGS,
        "sides": await _sides(datasette, found),
        "at": at + 1,
        "waiting": len(waiting),
        "next": next((each for each in waiting[at + 1 :] + waiting[: max(at, 0)] if each != name), None),
        "query": query_of(asked),
        "reviewer": reviewer_of(datasette, request),
        "nonce": new_nonce(),
        "wrong": wrong,
        "said": request.args.get("said") or "",
        "csrftoken": request.scope["csrftoken"]() if "csrftoken" in request.scope else "",
    }
    return await answers.page(datasette, request, "verdict.html", context, status=status)


async def _decide(datasette: Any, request: Any, found: dict[str, Any], desk: Desk) -> Any:
    from datasette import Response

    reviewer = reviewer_of(datasette, request)
    if reviewer is None:
        return await _page(datasette, request, found, desk, "Only reviewers who are signed in can decide.", 403)
    form, name = await request.post_vars(), found["flag"]["id"]
    said = {key: form.get(key) or None for key in ("decision", "until", "stands")}
    try:
        verdict = Verdict.model_validate(
            {**said, "note": form.get("note") or "", "nonce": form.get("nonce") or "", "seen": seen_now(found["flag"])}
        )
        if verdict.stands and verdict.stands not in {side["commitment"]["id"] for side in found["sides"] if side}:
            raise ValueError("what stands must be one of the two")
    except (ValidationError, ValueError) as error:
        return await _page(datasette, request, found, desk, _in_words(error), 400)
    await desk.record([verdict], reviewer)
    query = query_of(asked_of(request))
    onward = form.get("next") if verdict.decision != "reopen" else None
    address = datasette.urls.path(f"/-/review/{onward}" if onward and onward.isalnum() else f"/-/review/{name}")
    done = f"said={name}" if address.endswith(str(onward)) else ""
    return Response.redirect(f"{address}?{'&'.join(part for part in (query, done) if part)}".rstrip("?"))


def _found(connection: Connection, name: str) -> dict[str, Any] | None:
    row = flag(connection, name)
    if row is None:
        return None
    passages = json.loads(row["passages"] or "[]")
    sides = [commitment(connection, each["commitment"]) if each["commitment"] else None for each in passages[:MOST_SIDES]]
    return {"flag": row, "passages": passages, "sides": sides, "run": last_run(connection)}


async def _sides(datasette: Any, found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each passage as it is shown: its words with what differs marked, its facts, and the page or text that it stands in."""
    passages: Sequence[dict[str, Any]] = found["passages"]
    words = _marked(passages, found["sides"])
    shelf, shown = papers_of(datasette), []
    for place, passage in enumerate(passages):
        known = found["sides"][place] if place < len(found["sides"]) else None
        printed: dict[str, Any] = {"sheets": [], "excerpt": []}
        if known:
            row = known["commitment"]
            printed["sheets"] = await passage_sheets(shelf, known["paper"], {**row, "boxes": json.dumps(passage["boxes"])}, {})
            mark = Mark(row["span_start"], row["span_end"], "commitment", row["id"])
            printed["excerpt"] = await excerpt(shelf, known["paper"], [mark])
        shown.append({"passage": passage, "words": words[place], "known": known, "facts": _facts(known), **printed})
    differing = {name for name in _facts(None) if len({side["facts"][name] for side in shown if side["known"]}) > 1}
    return [{**side, "differing": differing} for side in shown]


def _marked(passages: Sequence[Mapping[str, Any]], sides: Sequence[dict[str, Any] | None]) -> list[list[Shown]]:
    """The words of each passage: of two commitments compared as wholes with what differs marked, else with the passage marked."""
    texts = [side["commitment"]["text"] if side else passage["text"] for passage, side in zip_longest(passages, sides)]
    if len(texts) == 2 and all(passage["text"] == text for passage, text in zip(passages, texts, strict=True)):
        telling = [value["text"] for side in sides if side for kind in ("owners", "deadlines") for value in side[kind]]
        return list(side_by_side(texts[0], texts[1], telling))
    return [within(text, passage["text"]) for passage, text in zip(passages, texts, strict=True)]


def _facts(known: dict[str, Any] | None) -> dict[str, str]:
    """What is compared of two commitments, in a few words each."""
    if known is None:
        return dict.fromkeys(("Reference", "Owner", "Due", "Figures"), "")
    row = known["commitment"]
    figures = [value["text"] for kind in ("targets", "budgets") for value in known[kind]]
    due = ", ".join(value["text"] for value in known["deadlines"])
    return {"Reference": row["ref"] or "", "Owner": row["owners"] or "", "Due": due, "Figures": ", ".join(figures)}


def _standing(row: Mapping[str, Any], own: Sequence[Entry], entries: Sequence[Entry], present: set[str], today: str) -> Standing:
    """How the flag stands; where nobody decided it, what was decided about the one that it has come in the place of."""
    seen = seen_now(row)
    earlier = None if own else find_forerunner(seen, sorted(entries, key=lambda entry: entry.number), present)
    return Standing("changed", earlier) if earlier else standing_of(seen, own, today)


def _in_words(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"That cannot be recorded: {first['msg'].removeprefix('Value error, ')}."
    return f"That cannot be recorded: {error}."
