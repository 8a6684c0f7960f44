"""How each file stands, in a word and in plain words: by what lies in the folder, what the register holds, and what is being read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from pipeline.reasons import reason_of
from pipeline.site.intake.folder import InFolder
from pipeline.site.intake.reader import Progress
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
    """One file. `words` say what became of it, `cure` what to do, `when` is an ISO time; `slug` is that of its paper, empty where
    the register has none."""

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


class Told(NamedTuple):
    """What the register says of files, by name and in the order of lists; its last run began at `began`, in seconds since 1970."""

    states: dict[str, State]
    began: float


def told(known: Mapping[str, Any]) -> Told:
    """What the register says, by the rows that it has of papers; the last word on a file counts."""
    found = {state.file: state for state in _told(known)}
    return Told({state.file: state for state in in_order(found.values())}, _seconds(known["began"]))


def state_of(file: str, told: Told, found: InFolder | None, progress: Progress) -> State:
    """How a file stands, by what the register says, what lies in the folder and what is being read."""
    state = told.states.get(file) or State(file, file, "waiting", "It has not been looked at yet.")
    if file in progress.reading:
        return state._replace(state="reading", words="", cure="")
    if file in progress.waiting:
        return state._replace(state="waiting", words="It will be read in its turn.", cure="")
    if found is None:
        return state._replace(state="gone", words=GONE, cure="")
    # What is newer than what is known of it, but not than the last run, was looked at in that run, and found unchanged.
    if file in told.states and found.changed > told.began and found.changed > _seconds(state.when):
        return state._replace(state="waiting", words="It has changed since it was read.", cure="")
    return state


def in_order(found: Iterable[State]) -> list[State]:
    """Those first that are at work or want somebody, of equals the latest first."""
    places = {state: place for place, state in enumerate(STATES)}
    return sorted(sorted(found, key=lambda one: (one.when, one.file), reverse=True), key=lambda one: places[one.state])


def cure_for(code: str) -> str:
    """What to do about a reason; empty where this version of the program does not know it."""
    try:
        return reason_of(code).value.cure
    except KeyError:
        return ""


def _told(known: Mapping[str, Any]) -> Iterator[State]:
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


def _seconds(iso: str) -> float:
    """Seconds since 1970 at the end of that second."""
    if not iso:
        return 0.0
    time = datetime.fromisoformat(iso)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp() + 1
