"""Whatever is done to the folder, the register ends up holding exactly what it holds. The long one is benchmarks/watch.py."""

import hashlib
import random
from datetime import UTC, date, datetime
from pathlib import Path

from drops import drops

from pipeline.ingest import Order
from pipeline.ingest.papers import papers_in
from pipeline.register import Register
from pipeline.watch.folder import Folder
from pipeline.watch.status import Status
from pipeline.watch.watcher import Watcher
from pipeline.watch.world import Clock, World

FILES, WRITERS = 30, 4


def held(out: Path) -> dict[str, str]:
    with Register(out / "register.db") as register:
        return {row.file: row.sha256 for row in register.papers().values()}


def lying(corpus: Path) -> dict[str, str]:
    return {found.file: hashlib.sha256(found.path.read_bytes()).hexdigest() for found in papers_in(corpus)}


def test_the_register_ends_up_with_what_the_folder_holds(office, root: Path) -> None:
    chance, seconds = random.Random(1), [0.0]
    clock = Clock(lambda: seconds[0], lambda: datetime(2030, 1, 1, tzinfo=UTC), lambda: date(2030, 1, 1))
    world = World(Order((), office.corpus, office.out, root / "rules"), Folder(office.corpus), clock, lambda *_: None, lambda _: None)
    watcher = Watcher(world, Status("corpus", 1), settle=1)
    waiting = [drops(office.corpus, number, chance) for number in range(FILES)]
    writers = [waiting.pop() for _ in range(WRITERS)]
    acts = 0
    while writers:
        writer = chance.choice(writers)
        if next(writer, "done") == "done":
            writers.remove(writer)
            writers += [waiting.pop()] if waiting else []
        acts += 1
        if acts % 30 == 0:
            seconds[0] += chance.choice([0.2, 0.7, 1.5])
            watcher.step()
    for _ in range(3):
        seconds[0] += 2
        watcher.step()
    assert watcher.status.doing == "watching"
    assert held(office.out) == lying(office.corpus)
