"""`pledgebook show --pages`: a paper's pages as pictures, with its commitments marked."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from PIL import Image
from rich.console import Console

from pipeline.cli import main
from pipeline.errors import ReadError
from pipeline.ingest import read_single
from pipeline.marks import pages
from pipeline.model.paper import Paper
from pipeline.reasons import Reason
from pipeline.terminal import print_paper

Show = Callable[..., Result]

PLAN = (
    ("Harbour plan for 2030", "1. The Estates Team will repair the lamps by June 2030.", "2. We will plant 100 trees by 31 March 2031."),
    ("Background", "The harbour is old."),
    ("More to do", "3. We will open a library by 31 March 2031."),
)


def plan(printed: tuple[tuple[str, ...], ...] = PLAN) -> bytes:
    """A PDF of these pages, each of these lines."""
    with pikepdf.new() as paper:
        helvetica = paper.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for lines in printed:
            page = paper.add_blank_page(page_size=(400, 300))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=helvetica))
            shown = "".join(f"BT /F1 11 Tf 40 {250 - 30 * number} Td ({line}) Tj ET\n" for number, line in enumerate(lines))
            page.Contents = paper.make_stream(shown.encode())
        written = io.BytesIO()
        paper.save(written)
    return written.getvalue()


@pytest.fixture
def show(tmp_path: Path, root: Path) -> Show:
    """Runs `pledgebook show` on a file of these bytes, with the pictures going into the folder `pictures`."""

    def run(data: bytes, *options: str, name: str = "Harbour plan.pdf") -> Result:
        (tmp_path / name).write_bytes(data)
        arguments = ["show", str(tmp_path / name), "--rules", str(root / "rules"), "--pages", str(tmp_path / "pictures"), *options]
        return CliRunner().invoke(main, arguments)

    return run


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[[], list[str]]:
    return lambda: sorted(path.name for path in (tmp_path / "pictures").glob("*"))


def test_the_pages_with_commitments_are_drawn(show: Show, pictures, tmp_path: Path) -> None:
    result = show(plan())
    assert result.exit_code == 0, result.output
    assert pictures() == ["harbour-plan-page-001.png", "harbour-plan-page-003.png"]
    assert f"{tmp_path / 'pictures' / 'harbour-plan-page-001.png'}: 2 commitments\n" in result.output
    assert "page-003.png: 1 commitment\n" in result.output


def test_all_pages_are_drawn_where_they_are_asked_for(show: Show, pictures) -> None:
    assert show(plan(), "--all-pages").exit_code == 0
    assert [name[-7:] for name in pictures()] == ["001.png", "002.png", "003.png"]


def test_a_picture_shows_the_page_with_its_marks(show: Show, tmp_path: Path) -> None:
    show(plan())
    with Image.open(tmp_path / "pictures" / "harbour-plan-page-001.png") as picture:
        assert picture.format == "PNG"
        assert picture.width > 800 and picture.height > 600
        yellow = [colour for _, colour in picture.convert("RGB").getcolors(100_000) if colour[0] > 240 and colour[2] < 150]
    assert yellow


def test_the_listing_tells_the_page_of_each_commitment(show: Show) -> None:
    listing = show(plan()).output
    assert "1  The Estates Team will repair the lamps by June 2030.  p. 1\n" in listing
    assert "3  We will open a library by 31 March 2031.  p. 3\n" in listing


def test_the_listing_says_what_is_uncertain(tmp_path: Path, root: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(plan())
    paper = read_single(tmp_path / "plan.pdf", root / "rules")
    assert isinstance(paper, Paper)
    first, *others = paper.commitments
    printed = io.StringIO()
    print_paper(paper.model_copy(update={"commitments": (first.model_copy(update={"certain": False}), *others)}), Console(file=printed))
    assert [line.endswith("p. 1  (uncertain)") for line in printed.getvalue().splitlines() if "p. 1" in line] == [True, False]


def test_the_listing_ends_with_how_much_was_read(show: Show) -> None:
    assert re.search(r"In these commitments stand \d+% of the text, \d of \d numbered items\.", " ".join(show(plan()).output.split()))


def test_json_stays_json(show: Show, pictures) -> None:
    result = show(plan(), "--json")
    first = json.loads(result.stdout)["commitments"][0]
    assert (first["page"], [box["page"] for box in first["boxes"]]) == (1, [1])
    assert first["owners"][0]["page"] == 1
    assert len(pictures()) == 2
    assert "page-001.png: 2 commitments" in result.stderr


def test_a_paper_without_pages_is_refused_before_anything_is_written(show: Show, tmp_path: Path) -> None:
    result = show(b"1. We will plant 100 trees by June 2030.\n", name="plan.txt")
    assert result.exit_code == 2
    assert "Error: plan.txt has no pages to draw: only a PDF has." in result.output
    assert not (tmp_path / "pictures").exists()


def test_a_paper_without_commitments_says_that_there_is_nothing_to_mark(show: Show, pictures) -> None:
    result = show(plan(PLAN[1:2]))
    assert result.exit_code == 0
    assert "There is nothing to mark: no commitments were found." in result.output
    assert pictures() == []


def test_all_pages_needs_a_folder(root: Path) -> None:
    result = CliRunner().invoke(main, ["show", str(root / "README.md"), "--all-pages"])
    assert result.exit_code == 2
    assert "--all-pages needs --pages, the folder to draw into." in result.output


def test_a_page_that_cannot_be_drawn_costs_only_itself(show: Show, pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = pages.render_page

    def stumble(data: bytes, number: int) -> object:
        if number == 1:
            raise ReadError(Reason.NOT_DRAWN.told(page=1, words="it needed more than 1 GiB of memory"))
        return draw(data, number)

    monkeypatch.setattr(pages, "render_page", stumble)
    result = show(plan())
    assert result.exit_code == 3
    assert "page 1 cannot be drawn: it needed more than 1 GiB of memory\n" in result.output
    assert pictures() == ["harbour-plan-page-003.png"]


def test_a_folder_that_cannot_be_made_says_so(show: Show, tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file, no folder")
    result = show(plan())
    assert result.exit_code == 2
    assert "File exists" in result.output


def test_the_same_paper_gives_the_same_pictures(show: Show, tmp_path: Path) -> None:
    drawn = []
    for _ in range(2):
        show(plan())
        drawn.append((tmp_path / "pictures" / "harbour-plan-page-001.png").read_bytes())
    assert drawn[0] == drawn[1]
