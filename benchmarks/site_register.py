"""Registers for `site.py`, of as many promises as wanted, spread as those of councils are: the same for the same number on every machine.

A hundred promises are a paper on the average, most fewer, some many more; twenty-five papers are a publisher on the average, a twentieth of
all papers is of the largest. Half of the promises have a date, two in five of these the end of a financial year, a few have two; a little
more than half name an owner, teams of the council or agencies that many councils name. One in twenty has a flag, one in twenty a history,
one in twenty says the same as others. The words are those of real sentences, so that common words are as common as they are.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from random import Random

from duplicates_papers import AGENCIES, FIGURE, NOTHING, NOW, TEAMS, build, dated, initials, owned
from duplicates_texts import make, sentences
from sqlite_utils import Database

from pipeline.model.body import Body
from pipeline.model.identity import commitment_id
from pipeline.model.paper import Coverage, Flag, FlagKind, Paper, PaperFacts, Severity
from pipeline.model.record import Box, Commitment, Stated
from pipeline.model.span import Span
from pipeline.register import Register, RunRow
from pipeline.register.opening import insert_rows
from pipeline.register.rows import paper_rows

TODAY = "2027-01-15"
"""In winter: the end of the financial year, on which most is due, comes soon."""
RUN = RunRow(started=NOW, finished=NOW, version="0", rules="")
LENGTHS = (20, 40, 60, 80, 100, 150, 250)
"""Promises of a paper; every five hundredth has `LONGEST`."""
LONGEST = 1_500
PAPERS_A_PUBLISHER = 25
KINDS = ("action",) * 11 + ("commitment",) * 5 + ("recommendation",) * 3 + ("indicator",)
STATUSES = ("done",) * 12 + ("under_way",) * 18 + (None,) * 70
FLAGS: tuple[tuple[FlagKind, Severity], ...] = (("no_owner", "medium"),) * 6 + (("vague_deadline", "low"),) * 5
FLAGS += (("past_deadline", "medium"),) * 4 + (("duplicate", "medium"),) * 3 + (("conflicting_deadline", "high"),) * 2
COVERAGE = Coverage(characters=90, characters_in_records=80, items=9, items_in_records=8, rows=0, rows_in_records=0, unread=())
BOX = Box(page=1, x0=72.0, top=310.5, x1=523.2, bottom=335.1)
RARE, ALIKE = 0.05, 3
"""How much of all has a flag, a history or others that say the same; how many say the same together."""


def make_register(path: Path, promises: int) -> tuple[str, str]:
    """A register of so many promises, brought up to date; two words that are common in it."""
    texts = make(promises, sentences(with_pdfs=False)).texts
    Random(7).shuffle(texts)
    build(path, lambda db: fill(db, texts), ())
    with Register(path) as register:
        register.finish(TODAY, RUN)
    return common_words(texts[:5_000])


def common_words(texts: Sequence[str]) -> tuple[str, str]:
    """The two words of at least six letters that stand together in most texts."""
    counts: dict[tuple[str, str], int] = {}
    for text in texts:
        long = sorted({word for word in text.lower().split() if len(word) >= 6 and word.isalpha()})
        for pair in ((one, other) for at, one in enumerate(long) for other in long[at + 1 :]):
            counts[pair] = counts.get(pair, 0) + 1
    return max(sorted(counts), key=lambda pair: counts[pair])


def fill(db: Database, texts: Sequence[str]) -> None:
    """The rows of all papers, and what follows from several of them."""
    publishers = max(4, len(texts) // 100 // PAPERS_A_PUBLISHER)
    for paper in papers(texts, publishers):
        for table, rows in paper_rows(paper, "fingerprint", NOW).items():
            insert_rows(db, table, rows)
    chance = Random(5)
    some = [row for row in db.execute("SELECT id, paper FROM commitments ORDER BY rowid").fetchall() if chance.random() < 2 * RARE]
    insert_rows(db, "histories", [row for at, found in enumerate(some[::2]) for row in history(at, *found, chance)])
    alike = enumerate(some[1::2])
    named = ("id", "commitment", "paper", "group", "members")
    insert_rows(db, "alike", (dict(zip(named, (one, one, slug, f"a{at // ALIKE}", ALIKE), strict=True)) for at, (one, slug) in alike))


def history(at: int, commitment: str, paper: str, chance: Random) -> Iterator[dict[str, object]]:
    """What became of a promise that two papers made."""
    for place, event in enumerate(("first_promised", "deadline_moved"), 1):
        told = {"event": event, "days": chance.randint(30, 900) if place > 1 else None, "message": "31 March became 30 September."}
        yield {"id": f"h{at}-{place}", "history": f"h{at}", "position": place, "paper": paper, "commitment": commitment, **told}


def papers(texts: Sequence[str], publishers: int) -> Iterator[Paper]:
    """All papers of these promises."""
    start = 0
    for number in count():
        if start >= len(texts):
            return
        length = LONGEST if number % 500 == 499 else LENGTHS[number % len(LENGTHS)]
        yield made_paper(f"paper-{number:06}", texts[start : start + length], number, publishers)
        start += length


def made_paper(slug: str, texts: Sequence[str], number: int, publishers: int) -> Paper:
    """The paper `number` of all, from 0."""
    chance = Random(number)
    publisher = f"Council {int(publishers * chance.random() ** 2)} of the county" if chance.random() > 0.01 else None
    themes = [" ".join(text.split()[:3]) for text in texts[:8]]
    promises = tuple(promise(slug, text, place, themes, chance) for place, text in enumerate(texts))
    facts = {"slug": slug, "file": f"{slug}.pdf", "sha256": f"{number:064x}", "text_sha256": f"{number:064x}", "publisher": publisher}
    facts |= {"title": f"{themes[0].capitalize()}: plan {number}", "kind": chance.choice(("plan", "minutes", "report"))}
    facts |= {"published": f"{chance.randint(2012, 2026)}-{chance.randint(1, 12):02}", "pages": 1 + len(texts) // 8}
    names = sorted({owner.text for each in promises for owner in each.owners})
    return Paper(
        paper=PaperFacts.model_validate(dict.fromkeys(PaperFacts.model_fields) | facts),
        commitments=promises,
        flags=tuple(flags(promises, chance)),
        reading_issues=(),
        coverage=COVERAGE,
        bodies=tuple(Body(name=name, kind="team", local=name in TEAMS, aliases=(initials(name),)) for name in names),
    )


def promise(slug: str, text: str, place: int, themes: Sequence[str], chance: Random) -> Commitment:
    """One promise of a paper."""
    days = [day(chance)] if chance.random() < 0.5 else []
    days += [day(chance)] if days and chance.random() < 0.06 else []
    names = [name(chance) for _ in range(chance.choice((0,) * 9 + (1,) * 9 + (2,) * 2))]
    known = {"kind": chance.choice(KINDS), "status": chance.choice(STATUSES), "section": (chance.choice(themes),), "page": 1 + place // 8}
    return Commitment.model_construct(  # a million checks would take minutes
        **(NOTHING | known),
        id=commitment_id(slug, None, text, place),
        text=text,
        span=Span(0, len(text)),
        deadlines=tuple(map(dated, days)),
        owners=tuple(map(owned, dict.fromkeys(names))),
        targets=(FIGURE,) if chance.random() < 0.2 else (),
        stated=stated(bool(names), bool(days)),
    ).model_copy(update={"boxes": (BOX,)})


@cache
def stated(is_assigned: bool, is_dated: bool) -> Stated:
    """What a promise states."""
    return Stated(specific=True, measurable=False, assigned=is_assigned, time_bound=is_dated)


def day(chance: Random) -> str:
    """A day: the end of a financial year, of another month, or any other; most of the last ten years and the next five."""
    year = int(chance.triangular(2008, 2034, 2025))
    if chance.random() < 0.4:
        return f"{year}-03-31"
    month = chance.randint(1, 12)
    return f"{year}-{month:02}-{chance.randint(1, 28) if chance.random() < 0.25 else 28:02}"


def name(chance: Random) -> str:
    """A team of the council, or an agency that many councils name."""
    return chance.choice(TEAMS) if chance.random() < 0.5 else AGENCIES[int(len(AGENCIES) * chance.random() ** 3)]


def flags(promises: Sequence[Commitment], chance: Random) -> Iterator[Flag]:
    """A flag on one promise in twenty, or between it and the next."""
    for at, one in enumerate(promises):
        if chance.random() < RARE:
            kind, severity = chance.choice(FLAGS)
            members = tuple(each.id for each in promises[at : at + (2 if kind in ("duplicate", "conflicting_deadline") else 1)])
            yield Flag(id=f"f{one.id}", kind=kind, severity=severity, members=members, message=one.text, evidence=())
