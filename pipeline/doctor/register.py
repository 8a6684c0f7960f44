"""The register, the papers' records beside it, and the log of verdicts."""

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.doctor.finding import Finding, count, named
from pipeline.doctor.papers import INGEST, examine_papers
from pipeline.errors import RegisterError
from pipeline.ingest.papers import NOTE
from pipeline.register.health import Health, examine_log, examine_register

REGISTER, SEARCH, LINKS, RECORDS = "Register", "Text search", "Links in the register", "Records of papers"
HISTORIES, PROBLEMS, VERDICTS = "Histories of papers", "Papers with problems", "Verdicts"
ANEW = "Delete register.db, register.db-wal and register.db-shm in {out}; the next `pledgebook ingest` builds it anew."


def examine_outputs(out: Path, corpus: Path) -> Iterator[Finding]:
    """How the register and the records are, and whether they are of the papers in the corpus."""
    path = out / "register.db"
    if not path.is_file():
        yield Finding(REGISTER, "warning", f"there is none in {out} yet.", INGEST)
        return
    try:
        health = examine_register(path)
    except RegisterError as error:
        yield Finding(REGISTER, "problem", f"{error}.", ANEW.format(out=out))
        return
    yield _register(health, path, out)
    if health.papers is not None:
        yield _search(health, out)
        yield _links(health, out)
        yield _records(health.papers, out)
        yield _histories(health.versions or {}, out / "history")
        yield examine_papers(corpus, out, (health.names or {}) | dict.fromkeys(health.problems or {}, ""))
        yield _problems(health.problems or {})


def examine_verdicts(out: Path) -> Finding:
    """How the log of verdicts is."""
    path = out / "reviews.db"
    if not path.is_file():
        return Finding(VERDICTS, "ok", "none have been given yet.")
    try:
        troubles = list(examine_log(path))
    except RegisterError as error:
        troubles = [str(error)]
    if troubles:
        return Finding(VERDICTS, "problem", f"{'; '.join(troubles[:3])}.", "Keep this file, and put a copy from a backup in its place.")
    return Finding(VERDICTS, "ok", "the log is whole, and only ever grows.")


def _register(health: Health, path: Path, out: Path) -> Finding:
    if health.damage:
        return Finding(REGISTER, "problem", f"{path} is damaged: {health.damage[0]}.", ANEW.format(out=out))
    if not health.is_current:
        return Finding(REGISTER, "warning", f"{path} was made by another version of Pledgebook.", INGEST)
    held = f"{count(len(health.papers or ()), 'paper')} and {count(health.commitments, 'commitment')}"
    if health.run is None:
        says = f"it holds {held}; the last run has not ended: it is at work, or was killed."
        return Finding(REGISTER, "warning", says, "Wait, or run `pledgebook ingest`, which completes it.")
    return Finding(REGISTER, "ok", f"it holds {held}, up to {health.run[:10]}, and the file is whole.")


def _search(health: Health, out: Path) -> Finding:
    if health.search is None:
        says = "it could not be looked at: an ingest is at work, or the register may only be read."
        return Finding(SEARCH, "warning", says, "Ask again when no ingest is at work.")
    if not health.search:
        return Finding(SEARCH, "problem", "it is not in step with the commitments.", ANEW.format(out=out))
    return Finding(SEARCH, "ok", "it finds what stands in the register.")


def _links(health: Health, out: Path) -> Finding:
    if health.dangling:
        verb = "points" if len(health.dangling) == 1 else "point"
        says = f"{count(len(health.dangling), 'row')} {verb} to nothing, the first from {health.dangling[0]}."
        return Finding(LINKS, "problem", says, ANEW.format(out=out))
    return Finding(LINKS, "ok", "each leads somewhere.")


def _records(papers: dict[str, str], out: Path) -> Finding:
    """Whether each paper of the register has its file, of the same bytes, and each file its paper."""
    found = {path.stem: path for path in out.glob("*.json")}
    missing = sorted(papers.keys() - found.keys())
    other = sorted(slug for slug in papers.keys() & found.keys() if _digest(found[slug]) != papers[slug])
    surplus = sorted(found.keys() - papers.keys())
    said = [
        f"{count(len(slugs), 'paper')} {words}, such as {slugs[0]}"
        for slugs, words in ((missing, "without a file"), (other, "with the file of another version"), (surplus, "with a file alone"))
        if slugs
    ]
    if said:
        return Finding(RECORDS, "warning", f"the register and the files in {out} are not in step: {'; '.join(said)}.", INGEST)
    return Finding(RECORDS, "ok", "the register and the files say the same.")


def _histories(versions: dict[str, int], folder: Path) -> Finding:
    """Whether each paper with a history has the file that keeps it when the register is made anew."""
    behind = [slug for slug, number in versions.items() if _lines(folder / f"{slug}.jsonl") != number]
    if behind:
        says = f"{count(len(behind), 'paper')} with a history that is not kept in {folder}: {named(behind)}."
        return Finding(HISTORIES, "warning", says, INGEST)
    return Finding(HISTORIES, "ok", "the register and the files say the same.")


def _lines(path: Path) -> int:
    """How many lines a file has; 0 where there is none."""
    return len(path.read_bytes().splitlines()) if path.is_file() else 0


def _problems(problems: dict[str, str]) -> Finding:
    """Which papers cannot be read."""
    if problems:
        first = next(iter(problems.items()))
        says = f"{count(len(problems), 'paper')} cannot be read: {named(problems)}. {first[0]}: {first[1]}."
        return Finding(PROBLEMS, "warning", says, f"See the note beside each, its name and {NOTE}, or `pledgebook runs last`.")
    return Finding(PROBLEMS, "ok", "there are none.")


def _digest(path: Path) -> str | None:
    """The SHA-256 that a record names; None for a file that is none."""
    try:
        return str(json.loads(path.read_bytes())["paper"]["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
