"""The headings above a block, and what they say of the text below."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.document import Block
from pipeline.model.span import Span
from pipeline.rulebook.load import CompiledRule

CONTENTS, BUDGET, OBJECTIVES = "contents", "budget", "objectives"
PLANS = frozenset({OBJECTIVES, "actions", "promises", "recommendations"})
PERIOD = re.compile(
    r"(?:[^.]{0,60}\b(?:completed?|deliver(?:ed|y)?|done|finish(?:ed)?) )?"
    r"(?:in|over|during|within|by|for) (?:the )?(?:next|first|coming|following|end of|(?:19|20)\d\d\b"
    r"|(?:jan|febr)uary|march|april|may\b|june|july|august|(?:sept|nov|dec)ember|october|spring|summer|autumn|winter)",
    re.IGNORECASE,
)
ANNEX = re.compile(r"(?:appendix|annex|schedule)(?: [A-Z0-9]{1,3})?[.:]?", re.IGNORECASE)


class Heading(NamedTuple):
    """An open heading: as printed with its number, its level, what kind of section it opens (None: any), and where it stands."""

    printed: str
    level: int
    kind: str | None
    ref: str | None
    number: int
    span: Span


class Outline:
    """The stack of open headings while a document is walked through."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = rules
        self._open: list[Heading] = []
        self._count = 0
        self.kind: str | None = None
        """The kind of the section that is open."""
        self._kinds: dict[str, str | None] = {}

    def open(self, block: Block, text: str) -> None:
        """Opens a heading, and so closes those of its level and below."""
        self.close(block.level)
        printed = f"{block.marker} {text}" if block.marker else text
        kind = self.kind_of(text) or (OBJECTIVES if block.marker and self.kind_of(printed) in PLANS else None)
        self._open.append(Heading(printed, block.level, kind, block.marker, self._count, block.span))
        self._count += 1
        self.kind = self._kind()

    def close(self, level: int) -> None:
        """Closes the headings of a level and below."""
        self._open = [heading for heading in self._open if heading.level < level]
        self.kind = self._kind()

    def pass_text(self, text: str) -> None:
        """A paragraph; one that says that an annex begins closes the outermost heading that tells a kind of section, and all below."""
        if ANNEX.fullmatch(text) and (told := next((heading for heading in self._open if heading.kind), None)):
            self.close(told.level)

    @property
    def is_plan(self) -> bool:
        """Whether the headings say that what stands here is to be done or reached, and no inner one that it is background."""
        return self.kind not in (CONTENTS, "background") and any(heading.kind in PLANS for heading in self._open)

    def kind_of(self, text: str) -> str | None:
        """What kind of section a heading opens; asked of each more than once."""
        if text not in self._kinds:
            self._kinds[text] = self._told_by(text)
        return self._kinds[text]

    def _told_by(self, text: str) -> str | None:
        return next((str(rule.rule.value["section"]) for rule in self._rules if rule.pattern.search(text)), None)

    @property
    def period(self) -> Span | None:
        """Where the innermost heading stands that names the time of all below it: `In the next 3 months (July to September 2013)`."""
        return next((heading.span for heading in reversed(self._open) if PERIOD.match(heading.printed)), None)

    @property
    def path(self) -> tuple[str, ...]:
        """The open headings as printed, outermost first."""
        return tuple(heading.printed for heading in self._open)

    def _kind(self) -> str | None:
        """The kind of section: of the innermost heading that tells one.

        A list of contents is what stands right below its own heading, and so are budget lines below the title of the paper.
        """
        told = (heading for heading in reversed(self._open) if heading.kind and heading.kind != OBJECTIVES)
        return next((heading.kind for heading in told if self._reaches_here(heading)), None)

    def _reaches_here(self, heading: Heading) -> bool:
        ends_soon = heading.kind == CONTENTS or (heading.kind == BUDGET and heading.number == 0)
        return heading is self.innermost or not ends_soon

    @property
    def innermost(self) -> Heading | None:
        """The heading right above."""
        return self._open[-1] if self._open else None
