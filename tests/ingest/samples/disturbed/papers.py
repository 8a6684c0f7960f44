"""A folder of papers, and what clerks do to it from one ingestion to the next. The same seed gives the same folders."""

import random
from pathlib import Path

THINGS = ["trees", "hedges", "bridges", "lamps", "paths", "benches", "schools", "clinics", "drains", "walls", "ponds", "signs", "roofs"]
VERBS = ["plant", "mend", "renew", "open", "review", "publish", "extend", "repair", "inspect", "replace"]
BODIES = ("Parks Team", "Housing Board", "Director of Finance", "Head of Planning", "Youth Partnership", "Highways Agency")
WARDS = ["Northfield", "Eastgate", "Southsea", "Westbury", "Milltown", "Castle", "Abbey", "Priory", "Meadow", "Orchard"]


def make(corpus: Path, count: int) -> None:
    """So many papers in the folder, some below it, each with a sidecar that names its publisher."""
    for number in range(count):
        folder = corpus / f"20{20 + number % 5}" if number % 7 == 0 else corpus
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"plan-{number:04}.txt"
        path.write_text(plan(number, 0))
        year = 2018 + number % 4
        state(path, f"title: Action plan for {WARDS[number % 10]} {year}\npublisher: {WARDS[number % 5]} Council\npublished: {year}-04\n")


def plan(number: int, version: int) -> str:
    """A paper. Papers that are four apart are years of one plan, and so have most of their promises in common."""
    chance, own = random.Random(number // 4 % 50), random.Random(1_000 * number + version)
    lines = [f"# Action plan {number // 4}", ""]
    for item in range(1, own.randint(3, 6)):
        promise = f"{chance.choice(VERBS)} {chance.randint(10, 90)} {chance.choice(THINGS)} beside the {chance.choice(THINGS)}"
        date = f"{own.choice(('March', 'June', 'December'))} 20{own.randint(24, 31)}"
        lines.append(f"{item}. The {own.choice(BODIES)} will {promise} of {chance.choice(WARDS)} by {date}.")
    return "\n".join([*lines, f"{len(lines) - 1}. We will mend {own.randint(100, 999)} {own.choice(THINGS)} of our own.", ""])


def edit(corpus: Path, turn: int) -> None:
    """What a turn brings: papers that are changed, renamed, removed, copied, new, empty or spoilt, and statements that change. As many go
    as come, so that the hundredth turn takes no longer than the first."""
    chance = random.Random(turn)
    papers = sorted(corpus.rglob("*.txt"))
    chance.shuffle(papers)
    share = max(1, len(papers) // 12)
    groups = [papers[start : start + share] for start in range(0, 8 * share, share)]
    for number, path in enumerate(groups[0]):
        path.write_text(plan(chance.randrange(200), turn * 1_000 + number))
    for path in groups[1]:
        move(path, path.with_name(f"renamed-{turn}-{path.name[-20:]}"))
    for path in groups[2] + groups[7]:
        path.unlink()
        path.with_name(f"{path.name}.yaml").unlink(missing_ok=True)
    for path in groups[3]:
        (corpus / f"copy-{turn}-{path.name[-20:]}").write_bytes(path.read_bytes())
    for number, path in enumerate(groups[4]):
        (corpus / f"new-{turn}-{number}.txt").write_text(plan(chance.randrange(400), turn * 1_000 + 500 + number))
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for path in groups[5][:1]:
        path.write_text("")
    for path in groups[6]:
        state(path, f"title: Plan of turn {turn}\npublisher: {chance.choice(WARDS)} Council\n")


def state(path: Path, statements: str) -> None:
    """What a clerk states of a paper beside it."""
    path.with_name(f"{path.name}.yaml").write_text(statements)


def move(path: Path, target: Path) -> None:
    """A paper and its sidecar under another name."""
    beside = path.with_name(f"{path.name}.yaml")
    if beside.exists():
        beside.rename(target.with_name(f"{target.name}.yaml"))
    path.rename(target)
