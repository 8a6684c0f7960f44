"""Both sides of a flag as its page shows them: their words with what differs marked, their facts, and where they stand."""

import json
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from pipeline.site.differing import Shown, side_by_side, within
from pipeline.site.lit import Mark
from pipeline.site.paper_files import PaperFiles
from pipeline.site.queries.commitment import commitment
from pipeline.site.sheets import passage_sheets
from pipeline.site.snapshot import Connection
from pipeline.site.texts import excerpt

MOST_SIDES = 4
"""Passages of a flag that are shown with the page they stand on; of more only the words."""

Side = dict[str, Any]


def commitments_of(connection: Connection, flag: Mapping[str, Any]) -> list[Side | None]:
    """The commitments that the passages of a flag, a row of the register, stand in; None for a passage that stands in none."""
    passages = json.loads(flag["passages"] or "[]")[:MOST_SIDES]
    return [commitment(connection, each["commitment"]) if each["commitment"] else None for each in passages]


async def sides(shelf: PaperFiles, flag: Mapping[str, Any], commitments: Sequence[Side | None]) -> list[Side]:
    """Each passage as it is shown; in the order in which the flag names them."""
    passages, commitments = _telling(json.loads(flag["passages"] or "[]"), commitments)
    words = _marked(passages, commitments)
    shown = []
    for place, passage in enumerate(passages):
        known = commitments[place] if place < len(commitments) else None
        printed: Side = {"sheets": [], "excerpt": []}
        if known:
            row = known["commitment"]
            printed["sheets"] = await passage_sheets(shelf, known["paper"], {**row, "boxes": json.dumps(passage["boxes"])}, {})
            mark = Mark(row["span_start"], row["span_end"], "commitment", row["id"])
            printed["excerpt"] = await excerpt(shelf, known["paper"], [mark])
        shown.append({"passage": passage, "words": words[place], "known": known, "facts": _facts(known), **printed})
    # Two references always differ.
    differing = {name for name in _facts(None) if name != "Reference" and len({side["facts"][name] for side in shown if side["known"]}) > 1}
    return [{**side, "differing": differing} for side in shown]


def _telling(passages: Sequence[Side], commitments: Sequence[Side | None]) -> tuple[list[Side], list[Side | None]]:
    """The passages without those that are a whole commitment of which another passage tells the very words; with their commitments."""
    pairs = list(zip_longest(passages, commitments))
    narrow = {side["commitment"]["id"] for passage, side in pairs if side and passage["text"] != side["commitment"]["text"]}
    kept = [
        (passage, side)
        for passage, side in pairs
        if not side or side["commitment"]["id"] not in narrow or passage["text"] != side["commitment"]["text"]
    ]
    return [passage for passage, _ in kept], [side for _, side in kept]


def _marked(passages: Sequence[Mapping[str, Any]], commitments: Sequence[Side | None]) -> list[list[Shown]]:
    """The words of each passage: of two commitments compared as wholes with what differs marked, else with the passage marked."""
    texts = [side["commitment"]["text"] if side else passage["text"] for passage, side in zip_longest(passages, commitments)]
    if len(texts) == 2 and all(passage["text"] == text for passage, text in zip(passages, texts, strict=True)):
        telling = [value["text"] for side in commitments if side for kind in ("owners", "deadlines") for value in side[kind]]
        return list(side_by_side(texts[0], texts[1], telling))
    return [within(text, passage["text"]) for passage, text in zip(passages, texts, strict=True)]


def _facts(known: Side | None) -> dict[str, str]:
    """What is compared of two commitments, in a few words each."""
    if known is None:
        return dict.fromkeys(("Reference", "Owner", "Due", "Figures"), "")
    row = known["commitment"]
    figures = [value["text"] for kind in ("targets", "budgets") for value in known[kind]]
    due = ", ".join(value["text"] for value in known["deadlines"])
    return {"Reference": row["ref"] or "", "Owner": row["owners"] or "", "Due": due, "Figures": ", ".join(figures)}
