from types import SimpleNamespace

from pipeline.model.document import Block, Document
from pipeline.model.span import Span
from pipeline.site.lit import Mark
from pipeline.site.texts import PART, text_part

LINE = "x" * 99
LINES = 4 * PART // 100


def document() -> Document:
    """Four parts of lines that are a hundred characters long with their ends."""
    blocks = tuple(Block("paragraph", Span(100 * n, 100 * n + 99)) for n in range(LINES))
    return Document("\n".join([LINE] * LINES), blocks)


async def part(number: int, *marks: Mark):
    """A part of the document."""

    async def text(_: object) -> Document:
        return document()

    return await text_part(SimpleNamespace(text=text), {"pages": None}, marks, number)


async def test_a_long_text_is_shown_part_by_part_and_nothing_is_lost():
    shown = [await part(number) for number in (1, 2, 3, 4)]
    assert {each.parts for each in shown} == {4}
    assert sum(len(each.groups) for each in shown) == LINES


async def test_a_part_that_there_is_not_is_the_last():
    assert (await part(9)).part == 4


async def test_it_is_known_in_which_part_a_commitment_begins():
    across = Mark(PART - 50, PART + 50, "commitment", "c1")
    assert (await part(1, across, Mark(PART, PART + 9, "commitment", "c2"))).where == {"c1": 1, "c2": 2}
