import hashlib
import io
import shutil
from pathlib import Path

from PIL import Image

from pipeline.site.paper_files import PaperFiles
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"


def row(**facts: object) -> dict[str, object]:
    return {"file": "plan.txt", "sha256": "0" * 64, "pages": None, **facts}


async def test_a_page_is_a_picture_in_its_own_size(fetch):
    answer = await fetch("/papers/streets/pages/2.png")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (400, 600)


async def test_a_picture_is_kept_for_ever_under_the_address_that_changes_with_the_paper(fetch, site):
    digest = site.papers["streets"].paper.sha256[:12]
    assert "immutable" in (await fetch(f"/papers/streets/pages/1.png?v={digest}")).headers["cache-control"]
    assert "immutable" not in (await fetch("/papers/streets/pages/1.png?v=other")).headers["cache-control"]


async def test_a_page_is_drawn_once(fetch, site, corpus, monkeypatch):
    await fetch("/papers/streets/pages/3.png")
    monkeypatch.setattr("pipeline.site.pictures.render_page", None)
    assert (await fetch("/papers/streets/pages/3.png")).status_code == 200


async def test_pages_that_there_are_not_are_not_found(fetch):
    for address in (
        "/papers/streets/pages/0.png",
        "/papers/streets/pages/4.png",
        "/papers/swings/pages/1.png",
        "/papers/atlantis/pages/1.png",
    ):
        assert (await fetch(address)).status_code == 404


async def test_no_address_sends_a_paper_as_it_is(fetch):
    for address in (
        "/papers/swings.txt",
        "/papers/streets.pdf",
        "/papers/streets/pages/../../../corpus/swings.txt",
        "/pledgebook/../corpus/swings.txt",
    ):
        assert (await fetch(address)).status_code == 404


async def test_a_file_that_has_changed_since_is_not_shown(tmp_path):
    (tmp_path / "plan.txt").write_text("Other words")
    assert await PaperFiles(tmp_path, None).text(row()) is None


async def test_no_file_outside_the_folder_is_opened(tmp_path):
    (tmp_path / "secret.txt").write_text("We will keep this to ourselves.")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "out").symlink_to(tmp_path)
    digest = hashlib.sha256((tmp_path / "secret.txt").read_bytes()).hexdigest()
    files = PaperFiles(tmp_path / "corpus", None)
    for name in ("../secret.txt", str(tmp_path / "secret.txt"), "out/secret.txt", "plan/../../secret.txt"):
        assert await files.text(row(file=name, sha256=digest)) is None
        assert not files.has(row(file=name))


async def test_a_folder_that_may_not_be_written_to_still_shows_pages(corpus, tmp_path, site):
    (tmp_path / "pictures").write_text("no folder")
    files = PaperFiles(corpus, tmp_path / "pictures")
    streets = site.papers["streets"].paper
    assert await files.picture({"file": streets.file, "sha256": streets.sha256, "pages": 3}, 1)


async def test_without_a_folder_of_papers_every_page_still_answers(corpus, site, tmp_path):
    shutil.copy(corpus.parent / "register.db", tmp_path / "register.db")
    client = datasette_app(tmp_path / "register.db", METADATA).client
    for one in site.papers.values():
        for address in (f"/papers/{one.paper.slug}", *(f"/commitments/{each.id}" for each in one.commitments)):
            assert (await client.get(address)).status_code == 200
