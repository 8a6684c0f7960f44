"""The catalogue of all rules, as a page: what each is for, with an example and a near miss."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

HEAD = """# The rules

Written by `make docs` from `rules/`. [rules.md](rules.md) says how to change them.
"""


def catalogue(rulebook: Rulebook) -> str:
    """The page, in Markdown."""
    lines = [HEAD]
    for subject, rules in groupby(rulebook.rules, key=lambda rule: rule.subject):
        lines += [f"## {subject}", "", rulebook.about[subject], "", *_table(rules), ""]
    lines += ["## lexicon", "", "| list | terms | for |", "| --- | --- | --- |"]
    lines += [f"| {name} | {len(terms)} | {_cell(rulebook.about[f'lexicon/{name}'])} |" for name, terms in sorted(rulebook.words.items())]
    return "\n".join(lines) + "\n"


def _table(rules: Iterable[CompiledRule]) -> Iterator[str]:
    yield "| rule | name | why | reads | leaves alone |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        example, near_miss = rule.rule.examples[0], rule.rule.near_misses[0]
        read = example.text if example.match is None else _marked(example.text, example.match)
        yield f"| {rule.id} | {rule.rule.name} | {_cell(rule.rule.why)} | {_cell(read)} | {_cell(near_miss.text)}: {_cell(near_miss.why)} |"


def _marked(text: str, match: str) -> str:
    """The text with the words that are read in it in bold."""
    before, found, after = text.partition(match.strip())
    return f"{before}**{found}**{after}" if found else text


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())
