"""The commitments of a paper as the plan's own tree: section by section, each with its steps under it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

SEPARATOR = " › "


class Node(NamedTuple):
    """A commitment by its row, and the commitments under it."""

    row: dict[str, Any]
    steps: "list[Node]"


class Section(NamedTuple):
    """A section of the paper: its heading, those above it, and the commitments that stand in it on their own."""

    heading: str
    above: str
    nodes: list[Node]


def sections(commitments: Iterable[dict[str, Any]]) -> list[Section]:
    """The sections in reading order; a step goes with the commitment it belongs to, wherever it is printed."""
    nodes = {row["id"]: Node(row, []) for row in commitments}
    roots = [node for node in nodes.values() if not _joined(node, nodes)]
    return [_section(path, list(group)) for path, group in groupby(roots, key=lambda node: node.row["section"] or "")]


def _joined(node: Node, nodes: dict[str, Node]) -> bool:
    """Whether the node has been put under another one."""
    above = nodes.get(node.row["parent"] or "")
    if above is None or above is node:
        return False
    above.steps.append(node)
    return True


def _section(path: str, nodes: Sequence[Node]) -> Section:
    above, _, heading = path.rpartition(SEPARATOR)
    return Section(heading, above, list(nodes))
