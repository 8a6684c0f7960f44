"""How often values are read right, and how fast: our rules beside dateparser, timexy and quantulum3, in one run.

    python benchmarks/rules.py            everything, and the tables into benchmarks/README.md
    python benchmarks/rules.py --print    prints the tables only

The peers run in an environment of their own, made at first in .cache/, with the versions of rules_peers.txt. All are asked the same
texts with the same day; ours is also told the period of the plan, which no peer takes. Judged is what overlaps the words of a value that
is wanted: right is who has its first or its last day, its TIMEX3 value, or its number. Speed is by processor time on one core.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from peers import peers_python
from report import headed, write_section
from rules_questions import ROOT, Question, Want, of_examples, of_gold, ours, sentences

from pipeline.extract import Extractor
from pipeline.model.document import Block, Document
from pipeline.model.paper import Sidecar
from pipeline.model.span import Span
from pipeline.trial import Readers, load_rules

HERE = Path(__file__).resolve().parent
RULES = ROOT / "rules"
SIZES = (125_000, 250_000, 500_000, 1_000_000)


def ask_peers(questions: Sequence[Question], lines: Sequence[str]) -> dict[str, Any]:
    """The peers' answers and speeds."""
    asked = json.dumps({"questions": [(question.text, question.day) for question in questions], "sentences": lines})
    python = peers_python(HERE / "rules_peers.txt")
    done = subprocess.run([python, HERE / "rules_peers.py"], input=asked, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def f1(questions: Sequence[Question], answers: Sequence[Sequence[Want]], of_numbers: bool) -> str:
    """Precision, recall and F1 of the times or of the numbers, as cells of a table."""
    hits = judged = wanted = 0
    for question, found in zip(questions, answers, strict=True):
        wants = [want for want in question.wants if (want.number is not None) == of_numbers]
        near = [one for one in found if (one.number is not None) == of_numbers and any(_overlap(one, want) for want in wants)]
        hits += sum(any(_overlap(one, want) and _equal(one, want) for one in near) for want in wants)
        judged, wanted = judged + len(near), wanted + len(wants)
    precision, recall = hits / judged if judged else 0.0, hits / wanted if wanted else 0.0
    return f"{precision:.3f} | {recall:.3f} | {2 * hits / (judged + wanted) if hits else 0.0:.3f}"


def _overlap(one: Want, other: Want) -> bool:
    return one.start < other.end and other.start < one.end


def _equal(one: Want, want: Want) -> bool:
    if want.number is not None:
        return one.number is not None and abs(one.number - want.number) < 1e-6 * max(1.0, abs(want.number))
    days = (want.first and one.first == want.first) or (want.last and one.last == want.last)
    return bool(days or (want.timex and one.timex == want.timex))


def peer_wants(answer: Sequence[Any]) -> Want:
    """A peer's answer: five parts are a time, three a number."""
    return Want(*answer) if len(answer) == 5 else Want(answer[0], answer[1], number=answer[2])


def document(lines: Sequence[str]) -> Document:
    """A paper of which each line is a paragraph."""
    blocks, position = [], 0
    for line in lines:
        blocks.append(Block("paragraph", Span(position, position + len(line))))
        position += len(line) + 1
    return Document("\n".join(lines), tuple(blocks))


def seconds(work: Callable[[], object]) -> float:
    """Processor time."""
    started = time.process_time()
    work()
    return time.process_time() - started


def extract(extractor: Extractor, paper: Document) -> object:
    """Every rule there is, on a paper that is read already."""
    return extractor.extract(paper, "paper", "paper.txt", "0" * 64, Sidecar())


def our_rates(extractor: Extractor, readers: Readers, lines: Sequence[str], questions: Sequence[Question]) -> dict[str, float]:
    """Characters a second of all our rules over the sentences as one paper, of all over each by itself, and of those of time alone; as
    with the peers, all are warm from the questions, and read each sentence once."""
    paper = document(lines)
    extract(extractor, document([question.text for question in questions]))
    works: dict[str, Callable[[], object]] = {
        "ours: all rules, the sentences as one paper": lambda: extract(extractor, paper),
        "ours: all rules, each sentence by itself": lambda: [ours(readers, Question(line, ())) for line in lines],
        "ours: times alone, each sentence by itself": lambda: [readers.times.find(line) for line in lines],
    }
    return {name: sum(map(len, lines)) / seconds(work) for name, work in works.items()}


def growth(extractor: Extractor, lines: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Seconds for one sentence without a full stop, by its characters."""
    words = " ".join(lines).replace(".", "").replace(";", "").split()
    run = " ".join(words * (SIZES[-1] // sum(len(word) + 1 for word in words) + 1))
    for size in SIZES:
        started = time.process_time()
        extract(extractor, document([run[:size]]))
        yield size, time.process_time() - started


def tables() -> Iterator[str]:
    """The figures as Markdown."""
    rulebook = load_rules(RULES)
    readers, lines = Readers(rulebook), sentences()
    sets = {"papers read by hand": list(of_gold(ROOT / "tests" / "gold")), "examples of our rules": list(of_examples(readers))}
    questions = [question for found in sets.values() for question in found]
    peers = ask_peers(questions, lines)
    answers: dict[str, list[tuple[Want, ...]]] = {"ours": [ours(readers, question) for question in questions]}
    answers |= {name: [tuple(map(peer_wants, found)) for found in peer["answers"]] for name, peer in peers.items()}
    for of_numbers, kind in ((False, "times"), (True, "numbers")):
        yield f"| {kind} | asked | values wanted | precision | recall | F1 |"
        yield "| --- | --- | --- | --- | --- | --- |"
        position = 0
        for title, asked in sets.items():
            wanted = sum((want.number is not None) == of_numbers for question in asked for want in question.wants)
            for name, found in answers.items():
                if name == "ours" or ("quantulum" in name) == of_numbers:
                    cells = f1(asked, found[position : position + len(asked)], of_numbers)
                    yield f"| {title} | {name} | {wanted} | {cells} |"
            position += len(asked)
        yield ""
    yield from _speeds(
        our_rates(Extractor(rulebook), readers, lines, questions) | {name: peer["rate"] for name, peer in peers.items()}, lines
    )
    yield from _growth(list(growth(Extractor(rulebook), lines)))


def _speeds(rates: dict[str, float], lines: Sequence[str]) -> Iterator[str]:
    base = next(rate for name, rate in rates.items() if name.startswith("dateparser"))
    yield f"| the same {len(lines):,} sentences, {sum(map(len, lines)):,} characters | characters a second | times dateparser's search |"
    yield "| --- | --- | --- |"
    yield from (f"| {name} | {rate:,.0f} | {rate / base:.1f} |" for name, rate in rates.items())
    yield ""


def _growth(found: Sequence[tuple[int, float]]) -> Iterator[str]:
    yield "| one sentence without a full stop | seconds | characters a second |"
    yield "| --- | --- | --- |"
    yield from (f"| {size:,} characters | {spent:.2f} | {size / spent:,.0f} |" for size, spent in found)


def main() -> None:
    """Measures, and writes or prints."""
    found = headed(tables())
    print(found)
    if "--print" not in sys.argv:
        write_section("rules", found)


if __name__ == "__main__":
    main()
