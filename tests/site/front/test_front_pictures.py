"""The folder of pictures does not grow for ever."""

import io
import os
from pathlib import Path

import pikepdf
import pytest

from pipeline.site.pictures import EVERY, Pictures

DIGEST = "a" * 64


@pytest.fixture
def plan() -> bytes:
    """Three empty pages."""
    made, packed = pikepdf.new(), io.BytesIO()
    for _ in range(3):
        made.add_blank_page(page_size=(200, 300))
    made.save(packed)
    return packed.getvalue()


def sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(folder.glob("*/*"))}


def looked_at(folder: Path, number: int, seconds: int) -> None:
    os.utime(next(folder.glob(f"*/*-{number:04}.png")), (seconds, seconds))


def test_the_pictures_looked_at_longest_ago_go_first(plan, tmp_path):
    for number in (1, 2, 3):
        Pictures(tmp_path).draw(plan, DIGEST, number)
    for number, seconds in ((1, 30), (2, 10), (3, 20)):
        looked_at(tmp_path, number, seconds)
    Pictures(tmp_path, sum(sizes(tmp_path).values()) - 1).tidy()
    assert list(sizes(tmp_path)) == [f"{DIGEST}-0001.png", f"{DIGEST}-0003.png"]


def test_a_picture_that_is_looked_at_stays_longer(plan, tmp_path):
    pictures = Pictures(tmp_path)
    for number in (1, 2):
        pictures.draw(plan, DIGEST, number)
        looked_at(tmp_path, number, number)
    assert pictures.kept(DIGEST, 1)
    Pictures(tmp_path, max(sizes(tmp_path).values())).tidy()
    assert list(sizes(tmp_path)) == [f"{DIGEST}-0001.png"]


def test_drawing_tidies_now_and_then(plan, tmp_path):
    pictures = Pictures(tmp_path, most=0)
    for number in range(EVERY + 1):
        assert pictures.draw(plan, f"{number:064}", 1)
    assert sizes(tmp_path) == {}


def test_what_a_killed_server_left_half_written_goes_too(tmp_path):
    (tmp_path / "aa").mkdir()
    (tmp_path / "aa" / f"{DIGEST}-0001.9.tmp").write_bytes(b"half")
    Pictures(tmp_path, most=0).tidy()
    assert sizes(tmp_path) == {}


def test_where_there_is_no_folder_nothing_is_tidied(tmp_path):
    Pictures(None).tidy()
    Pictures(tmp_path / "none").tidy()
