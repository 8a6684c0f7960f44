"""How well papers are read back from every way of printing them: one command, one table.

    python benchmarks/round_trip.py              every way (some minutes)
    python benchmarks/round_trip.py sans word    these ways

The papers are the text exports whose commitments were read by hand. Each is typeset, read back and scored field by field, as F1.
`boxes` is the mean intersection over union with the words' true boxes, told by another PDF library; `pages` is the share of right pages.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from typeset import editions
from typeset.measure import FIELDS, Editions, compare_boxes, load_gold, mean_likeness, pages_right, score
from typeset.printer import scan, turn_and_crop, turn_sideways
from typeset.truth import Print, cropped

from pipeline.errors import ReadError
from pipeline.extract import Extractor
from pipeline.ingest import derive_paper
from pipeline.model.paper import Sidecar
from pipeline.model.record import Box
from pipeline.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
MARGIN = 20.0  # points cut off a turned page


def ways(texts: Mapping[str, bytes], folder: Path) -> dict[str, Callable[[], Editions]]:
    """Every way of typesetting, by name."""
    word, upright = partial(editions.as_word, texts), partial(editions.printed, texts, "sans")
    return {
        "text": partial(editions.as_text, texts),
        "web": partial(editions.as_web, texts),
        "word": word,
        **{way: partial(editions.printed, texts, way) for way in editions.PRINTED},
        "office": lambda: editions.by_office(word(), "pdf", folder / "a"),
        "office-word": lambda: editions.by_office(editions.page_to_save(texts), "docx", folder / "b"),
        "odt": lambda: editions.by_office(word(), "odt", folder / "c"),
        "turned": lambda: _changed(upright(), partial(turn_and_crop, margin=MARGIN)),
        "sideways": lambda: _changed(upright(), turn_sideways),
        "scan": lambda: _changed(upright(), scan),
    }


def _changed(papers: Editions, change: Callable[[bytes], bytes]) -> Editions:
    return Editions({slug: (name, change(data)) for slug, (name, data) in papers.files.items()})


def rows(way: str, papers: Editions, plain: Editions, extractor: Extractor) -> Iterator[str]:
    """A line of the table for each paper; `plain` are the PDFs whose words tell the true boxes."""
    for slug, (name, data) in papers.files.items():
        try:
            paper = derive_paper(data, name, slug, Sidecar(), extractor)
        except ReadError as error:
            yield f"| {way} | {slug} | not read: {error} |"
            continue
        figures = score({slug: paper}, GOLD)
        cells = [f"{figures[field].f1:.3f}" if field in figures else "" for field in FIELDS]
        if name.endswith(".pdf"):
            boxes = compare_boxes(paper, load_gold(GOLD, slug), Print(plain.files[slug][1]), _crop if way == "turned" else _stay)
            cells += [f"{mean_likeness(boxes):.3f}", f"{pages_right(boxes):.3f}"]
        yield f"| {way} | {slug} | {' | '.join(cells)} |"


def _crop(box: Box) -> Box:
    return cropped(box, MARGIN)


def _stay(box: Box) -> Box:
    return box


def main() -> None:
    """Prints the table."""
    extractor = Extractor(load_rulebook(ROOT / "rules"))
    texts = editions.find_texts(ROOT)
    head = ["way", "paper", *FIELDS, "boxes", "pages"]
    print(f"| {' | '.join(head)} |", "|" + " --- |" * len(head), sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        found = ways(texts, Path(folder))
        for way in sys.argv[1:] or found:
            papers = found[way]()
            plain = editions.printed(texts, "sans") if way in ("turned", "sideways", "scan") else papers
            print(*rows(way, papers, plain, extractor), sep="\n", flush=True)


if __name__ == "__main__":
    main()
