"""The papers themselves, each read whole: whether they are those that the register was made of, however they look."""

from pathlib import Path

from pipeline.doctor.finding import Finding, count, named
from pipeline.errors import PipelineError
from pipeline.ingest.cache import CACHE
from pipeline.ingest.digests import load, looks_of
from pipeline.ingest.papers import Found, find_papers, paper_digest

PAPERS = "Papers"
INGEST = "Run `pledgebook ingest`."


def examine_papers(corpus: Path, out: Path, held: dict[str, str]) -> Finding:
    """Whether the papers of the folder are as they were read; `held` are the SHA-256 of all files that the register knows, by name.

    A paper that changed and looks the same (by size, times and number) is no news to an ingestion.
    """
    remembered = load(out / CACHE / "digests")
    papers = find_papers((), corpus) if corpus.is_dir() else []
    other = [found for found in papers if found.file in held and not _is(found, held[found.file])]
    unseen = [found.file for found in other if remembered.get(found.file, b"").startswith(_looks(found))]
    if unseen:
        says = f"{count(len(unseen), 'paper')} changed, but look{'s' if len(unseen) == 1 else ''} as before: {named(unseen)}."
        return Finding(PAPERS, "problem", says, f"Delete {out / CACHE}, then run `pledgebook ingest`, which then reads all papers whole.")
    new = [found.file for found in papers if found.file not in held]
    told = [f"{count(len(files), 'paper')} {words}" for files, words in ((other, "changed since"), (new, "not in the register")) if files]
    if told:
        return Finding(PAPERS, "warning", f"the folder is not as it was read last: {', '.join(told)}.", INGEST)
    return Finding(PAPERS, "ok", f"{count(len(papers), 'paper')} in {corpus}, each as it was read, byte for byte.")


def _is(found: Found, sha256: str) -> bool:
    try:
        return paper_digest(found.path) == sha256
    except (PipelineError, OSError):
        return True  # what cannot be opened is told elsewhere


def _looks(found: Found) -> bytes:
    return looks_of(found.path.stat())
