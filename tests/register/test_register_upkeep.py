"""Whatever comes and goes in whatever order, the register says what one made anew of the same papers says."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_papers import RUN, body, commitment, deadline, owner, paper

from pipeline.model.paper import Paper
from pipeline.model.record import Deadline
from pipeline.model.span import Span
from pipeline.register import Register
from pipeline.register.schema import TABLES

NOW = "2020-11-15T09:00:00"
SLUGS = ("plan-a", "plan-b", "plan-c", "report", "walks")
PROMISES = (
    "Repair every street lamp in the old harbour quarter",
    "Repair every street lamp in the old harbuor quarter",
    "Plant oaks along the canal towpath where elms have died",
    "Open a library for toddlers in every ward of the town",
    "Mend the swimming pool roof before the winter storms",
)
DAYS = ("2020-05-31", "2020-11-20", "2021-05-31")
TITLES = ("Town plan", "Walks plan", "Trees strategy", None)
BODIES = (
    body("Woodland Trust", kind="organisation", local=False),
    body("Woodland Trust", "WT", kind="organisation", local=False),
    body("Water Trust", "WT", kind="organisation", local=False),
    body("WT", kind="organisation"),
    body("Town Clerk", "WT"),
    body("Parks Team", "Town Clerk", kind="team"),
    body("the Parks Team", kind="team"),
)
OWN = {"runs", "names", "versions", "version_changes"}
"""Tables that tell of the papers' coming and going itself."""

Step = Paper | str | tuple[str]
"""A paper that comes, the slug of one that goes, or the day for which a run ends."""


def scenario(chance: Random) -> Iterator[Step]:
    for _ in range(chance.randint(4, 14)):
        match chance.randrange(6):
            case 0:
                yield (chance.choice(("2020-11-15", "2020-11-25", "2020-05-01")),)
            case 1:
                yield chance.choice(SLUGS)
            case _:
                yield some_paper(chance)


def some_paper(chance: Random) -> Paper:
    promises = [(text, chance.choice((*DAYS, None)), chance.random() < 0.5) for text in chance.sample(PROMISES, chance.randint(1, 4))]
    facts = {
        "publisher": chance.choice((*["Anytown Council"] * 3, "ANYTOWN Council", "Othertown Council", None)),
        "title": chance.choice(TITLES),
        "published": chance.choice(("2019-03", "2020-01", "2020-06", "2020-06", "2020-11", None)),
        "succeeds": chance.choice((*[None] * 5, "plan-a", "walks.txt")),
        "kind": chance.choice(("plan", "plan", "minutes")),
    }
    return make(chance.choice(SLUGS), promises, chance.sample(BODIES, chance.randint(0, 3)), facts)


def make(slug: str, promises, bodies, facts) -> Paper:
    texts = [text for each in bodies for text in (each.name, *each.aliases)]
    records = [
        commitment(
            slug,
            f"{text} by {day}" if day and is_in_words else text,
            ref=str(number),
            owners=tuple(owner(name) for name in texts[number - 1 : number]),
            deadlines=(by(day, f"{text} by " if is_in_words else None),) if day else (),
        )
        for number, (text, day, is_in_words) in enumerate(promises, 1)
    ]
    return paper(slug, *records, bodies=tuple(bodies), period_start=None, period_end=None, **facts)


def by(day: str, words: str | None) -> Deadline:
    """The date behind these words of the commitment, or in a cell."""
    start = 10 + len(words) if words else 500
    return deadline(day, day).model_copy(update={"span": Span(start, start + len(day))})


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in TABLES if name not in OWN}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(("2020-11-15", "2021-06-01")))
def test_kept_up_to_date_is_made_anew(seed, today):
    with TemporaryDirectory() as folder:
        kept, anew = Path(folder) / "kept.db", Path(folder) / "anew.db"
        held: dict[str, Paper] = {}
        with Register(kept) as register:
            for step in scenario(Random(seed)):
                take(register, step, held)
            register.finish(today, RUN)
        with Register(anew) as register:
            for _, each in sorted(held.items(), reverse=True):
                register.write(each, "f", NOW)
            register.finish(today, RUN)
        assert contents(kept) == contents(anew)


FACETS = """
SELECT c.rowid, p.rowid, c.due, c.status, c.kind,
    EXISTS (SELECT 1 FROM without_date AS l WHERE l.commitment = c.id), EXISTS (SELECT 1 FROM without_owner AS l WHERE l.commitment = c.id),
    (SELECT count(*) FROM numeric_targets AS t WHERE t.commitment = c.id)
FROM commitments AS c JOIN papers AS p ON p.slug = c.paper ORDER BY 1"""
FACET_NAMES = """
SELECT m.kind, c.rowid FROM flag_members AS m JOIN commitments AS c ON c.id = m.commitment
UNION SELECT 'flagged', c.rowid FROM flag_members AS m JOIN commitments AS c ON c.id = m.commitment
UNION SELECT l.due, c.rowid FROM due_next AS l JOIN commitments AS c ON c.id = l.commitment
UNION SELECT body, c.rowid FROM owners AS o JOIN commitments AS c ON c.id = o.commitment WHERE body NOT NULL ORDER BY 1, 2"""


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32))
def test_the_facets_of_a_commitment_are_those_of_its_rows(seed):
    with of_scenario(seed) as connection:
        kept, made = (connection.execute(sql).fetchall() for sql in ("SELECT * FROM facets ORDER BY 1", FACETS))
    assert kept == made


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32))
def test_commitments_are_found_by_their_flags_owners_and_days(seed):
    with of_scenario(seed) as connection:
        queries = ("SELECT * FROM facet_names ORDER BY 1, 2", FACET_NAMES)
        kept, made = (connection.execute(sql).fetchall() for sql in queries)
    assert kept == made


@contextmanager
def of_scenario(seed: int) -> Iterator[sqlite3.Connection]:
    """A register to which a scenario has happened."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        with Register(path) as register:
            for step in scenario(Random(seed)):
                take(register, step, {})
            register.finish("2020-11-15", RUN)
        with closing(sqlite3.connect(path)) as connection:
            yield connection


def take(register: Register, step: Step, held: dict[str, Paper]) -> None:
    if isinstance(step, Paper):
        register.write(step, "f", NOW)
        held[step.paper.slug] = step
    elif isinstance(step, str):
        register.remove(step, NOW)
        held.pop(step, None)
    else:
        register.finish(*step, RUN)


RECOUNTED = """
SELECT b.name, b.papers, b.commitments, b.leads, count(DISTINCT o.paper), count(DISTINCT o.commitment),
       count(DISTINCT CASE WHEN o.role = 'lead' THEN o.commitment END)
FROM bodies AS b LEFT JOIN owners AS o ON o.body = b.id GROUP BY b.id"""


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_a_body_owns_as_many_as_when_all_are_counted(seed):
    with of_scenario(seed) as connection:
        assert [row for row in connection.execute(RECOUNTED) if row[1:4] != row[4:]] == []
