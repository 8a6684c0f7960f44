"""Which dots left of words are bullets."""

from collections.abc import Callable

import pytest

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.bullets import Bullets
from pipeline.read.pdf.dots import Dot
from pipeline.read.pdf.engine import read_pages


def line(text: str, y: float, x: float = 60.0, before: str = "\n") -> list[Word]:
    """Words on one line, 10 points high."""
    placed = []
    for word in text.split():
        placed.append(Word(word, x, y, x + 5 * len(word), y + 10, before=before))
        x, before = x + 5 * len(word) + 3, " "
    return placed


def dot(y: float, x: float = 50.0, size: float = 4.0, colour: int = 0) -> Dot:
    """A dot in the middle of the line that begins at a height."""
    return Dot(Rect(x, y + 3, x + size, y + 3 + size), colour)


def read(words: list[Word], dots: list[Dot]) -> str:
    return " ".join(word.text for word in Bullets().add(words, dots))


TREES, ROOFS = line("Plant trees", 50), line("Mend roofs", 70)


def test_two_of_a_kind_are_bullets() -> None:
    assert read([*TREES, *ROOFS], [dot(50), dot(70)]) == "• Plant trees • Mend roofs"


def test_a_bullet_is_as_high_as_its_line_and_as_wide_as_its_dot() -> None:
    bullet = Bullets().add([*TREES, *ROOFS], [dot(50), dot(70)])[0]
    assert bullet == Word("•", 50, 50, 54, 60, before="\n")


def test_the_line_goes_on_behind_its_bullet() -> None:
    assert Bullets().add([*TREES, *ROOFS], [dot(50), dot(70)])[1].before == " "


def test_one_dot_is_a_bullet_where_the_next_line_hangs() -> None:
    assert read([*TREES, *line("and hedges", 62)], [dot(50)]) == "• Plant trees and hedges"


def test_one_dot_above_an_outdented_line_is_none() -> None:
    assert read([*TREES, *line("And so on", 62, 50)], [dot(50)]) == "Plant trees And so on"


def test_a_kind_that_was_met_before_needs_no_second() -> None:
    bullets = Bullets()
    bullets.add([*TREES, *ROOFS], [dot(50), dot(70)])
    assert bullets.add(TREES, [dot(50)])[0].text == "•"


def test_the_colours_of_a_legend_are_no_bullets() -> None:
    assert "•" not in read([*TREES, *ROOFS], [dot(50, colour=1), dot(70, colour=2)])


def test_a_dot_within_a_line_is_none() -> None:
    rest = [*line("grants", 50, 130, " "), *line("loans", 70, 130, " ")]
    assert "•" not in read([*TREES, *ROOFS, *rest], [dot(50, 122), dot(70, 122)])


def test_a_dot_far_from_its_line_is_none() -> None:
    assert "•" not in read([*TREES, *ROOFS], [dot(50, 20), dot(70, 20)])


def test_a_box_as_high_as_the_line_is_none() -> None:
    assert "•" not in read([*TREES, *ROOFS], [dot(50, size=8), dot(70, size=8)])


def test_a_map_has_no_bullets() -> None:
    assert "•" not in read([*TREES, *ROOFS], [dot(50), dot(70)] * 200)


def test_a_page_without_dots_stays_as_it_is() -> None:
    assert Bullets().add(TREES, []) is TREES


CIRCLE = "{x} {y} m {x} {top} l {right} {top} {right} {top} {right} {y} c {right} {y} {x} {y} {x} {y} c {x} {y} {x} {y} {x} {y} c h {how}"


@pytest.mark.parametrize("how", ["f", "S"])
def test_circles_of_a_page_are_its_bullets(write: Callable[..., bytes], how: str) -> None:
    circles = [CIRCLE.format(x=50, right=54, y=y, top=y + 4, how=how) for y in (202, 182)]
    shown = "BT /F 12 Tf 62 200 Td (Plant trees) Tj 0 -20 Td (Mend roofs) Tj ET"
    (page,) = read_pages(write(" ".join([*circles, shown])))
    assert [word.text for word in page.words] == ["•", "Plant", "trees", "•", "Mend", "roofs"]


def test_squares_of_a_page_are_its_bullets(write: Callable[..., bytes]) -> None:
    shown = "BT /F 12 Tf 62 200 Td (Plant trees) Tj 0 -20 Td (Mend roofs) Tj ET"
    (page,) = read_pages(write(f"50 202 4 4 re f 50 182 4 4 re f {shown}"))
    assert sum(word.text == "•" for word in page.words) == 2


def test_clip_paths_are_no_bullets(write: Callable[..., bytes]) -> None:
    shown = "BT /F 12 Tf 62 200 Td (Plant trees) Tj 0 -20 Td (Mend roofs) Tj ET"
    clips = " ".join(f"q {CIRCLE.format(x=50, right=54, y=y, top=y + 4, how='W n')} Q" for y in (202, 182))
    (page,) = read_pages(write(f"{clips} {shown}"))
    assert "•" not in {word.text for word in page.words}
