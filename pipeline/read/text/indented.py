"""The depth of list items where an export prints how far in each stands."""

import re

from pipeline.read.labels import Label, Labels

DOTTED = re.compile(r"\d+(?:\.\d+)+")
FURTHER = 2  # columns


class IndentedLabels(Labels):
    """Labels as text exports print them: a bullet further in than the dotted number above it stands below that."""

    def __init__(self) -> None:
        super().__init__()
        self._depth, self._indent = 0, 0

    def level(self, label: Label, indent: int) -> int:
        """The depth of an item, 1 for the outermost."""
        level = super().level(label, indent)
        if label.is_bullet:
            return level + (self._depth if indent >= self._indent + FURTHER else 0)
        self._depth, self._indent = (level if DOTTED.match(label.text) else 0), indent
        return level

    def close(self) -> None:
        """A heading ends every open list."""
        super().close()
        self._depth = 0
