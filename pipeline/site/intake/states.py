"""How each file stands, in a word and in plain words: by what lies in the folder, what the register holds, and what is being read."""

from collections.abc import Iterator, Mapping, Set
from datetime import UTC, datetime
from typing import Any, NamedTuple

from pipeline.reasons import reason_of
from pipeline.site.intake.folder import InFolder
from pipeline.site.words import count, day

STATES = {
    "reading": "Being read",
    "waiting": "Waits to be read",
    "refused": "Could not be read",
    "part": "Read in part",
    "nothing": "Nothing found",
    "read": "Read",
    "copy": "A copy",
    "gone": "Not in the folder",
}
"""How a file can stand, those first that somebody may look for."""
WANT_SOMEBODY = ("refused", "part", "nothing")


GONE = "Its file is no longer there; the register keeps what it held, at least until all papers are looked at again."


class State(NamedTuple):
    """One file. `words` say what became of it, `cure` what to do, `when` is an ISO time; `row` the paper's, if it is in the register."""

    file: str
    name: str
    state: str
    words: str = ""
    cure: str = ""
    when: str = ""
    slug: str = ""
    commitments: int = 0
    flags: int = 0
    change: str = ""


def states(known: Mapping[str, Any], here: Mapping[str, InFolder] | None, waiting: Set[str], reading: Set[str]) -> Iterator[State]:
    """Each file of the folder and of the register; `here` is None for those who may know only what the register publishes."""
    told = {state.file: state for state in _told(known)}
    for file in told if here is None else sorted(told.keys() | here.keys()):
        state = told.get(file, State(file, file, "waiting", "It has not been looked at yet."))
        if here is None:
            yield state
        elif file in reading:
            yield state._replace(state="reading", words="", cure="")
        elif file in waiting:
            yield state._replace(state="waiting", words="It will be read in its turn.", cure="")
        elif file not in here:
            yield state._replace(
                state="gone",
                words="Its file is no longer there; the register keeps what it held, at least until all papers are looked at again.",
                cure="",
            )
        elif file in told and _has_changed(here[file].changed, state.when, known["began"]):
            yield state._replace(state="waiting", words="It has changed since it was read.", cure="")
        else:
            yield state


def in_order(found: list[State]) -> list[State]:
    """Those first that are at work or want somebody, of equals the latest first."""
    order = list(STATES)
    return sorted(sorted(found, key=lambda one: (one.when, one.file), reverse=True), key=lambda one: order.index(one.state))


def cure_for(code: str) -> str:
    """What to do about a reason; empty where this version of the program does not know it."""
    try:
        return reason_of(code).value.cure
    except KeyError:
        return ""


def _told(known: Mapping[str, Any]) -> Iterator[State]:
    """What the register says of each file; the last word on a file counts."""
    held = set()
    for row in known["papers"]:
        held.add(row["file"])
        yield _of_paper(row, known["gaps"].get(row["slug"]), known["versions"].get(row["slug"]))
    for row in known["copies"]:
        relation = "The very same bytes" if row["relation"] == "same bytes" else "The very same words"
        yield State(row["file"], row["name"], "copy", f"{relation} as {row['original']}; left out.", slug=row["slug"])
    for row in known["problems"]:
        keeps = " The register keeps what it held before." if row["file"] in held else ""
        words = f"{row['message'][:1].upper()}{row['message'][1:]}.{keeps}"
        yield State(row["file"], row["file"], "refused", words, cure_for(row["code"]), row["since"])


def _of_paper(row: Mapping[str, Any], gap: Mapping[str, Any] | None, version: Mapping[str, Any] | None) -> State:
    found = f"{count(row['commitments'], 'commitment')}, {count(row['flags'], 'flag')}."
    state, words, cure = ("read", found, "") if row["commitments"] else ("nothing", "It was read, and promises nothing.", "")
    if gap:
        where = f"{gap['location']}: " if gap["location"] else ""
        state, words, cure = "part", f"{found} {where}{gap['message']}.", cure_for(gap["code"])
    change = _change(version) if version else ""
    return State(row["file"], row["name"], state, words, cure, row["ingested"], row["slug"], row["commitments"], row["flags"], change)


def _change(version: Mapping[str, Any]) -> str:
    counts = (f"{version[name]} {name}" for name in ("gained", "lost", "changed") if version[name])
    return f"Version {version['number']}, {day(version['recorded'])}: {', '.join(counts) or 'the same commitments'}."


def _has_changed(changed: float, when: str, began: str) -> bool:
    """Whether a file is newer than what is known of it, and than the last run, which would have found it unchanged."""
    return changed > max(_seconds(when), _seconds(began))


def _seconds(iso: str) -> float:
    """Seconds since 1970 at the end of that second."""
    if not iso:
        return 0.0
    time = datetime.fromisoformat(iso)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp() + 1
