from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from lxml import html
from sample_papers import RUN, commitment, deadline, paper, parks, streets, walks

from pipeline.register import NameRow, ProblemRow, Register, RunPaperRow
from pipeline.site.serve import datasette_app

METADATA = Path(__file__).parent.parent.parent / "datasette-metadata.json"


class Compiled(BytecodeCache):
    """Templates as they were compiled, by name and by whether they are filled in as coroutines."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get((bucket.key, bucket.environment.is_async)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.environment.is_async] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Each Datasette compiles templates for itself, which takes longer than all else that most of these tests do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("datasette.app.Environment", partial(Environment, bytecode_cache=Compiled()))
        yield


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of five papers, one of them longer than a page and due on one day, two of them with one promise, in two years."""
    path = tmp_path_factory.mktemp("published") / "register.db"
    many = [commitment("many", f"Item {n}", deadlines=(deadline("2021", "2021-12-31"),)) for n in range(60)]
    with Register(path) as register:
        # Received in other words at first, so that it has changed.
        register.write(paper("parks", commitment("parks", "Mend the fence"), sha256="1" * 64), "f", "2020-10-15T09:00:00")
        for one in (streets(), parks(), paper("many", *many), *walks()):
            register.write(one, "f", "2020-11-15T09:00:00")
        register.note_name(NameRow("parks-again.pdf", "parks", "same words", "0" * 64, fingerprint="f"))
        register.runs.note_problem(ProblemRow("torn.pdf", "PDF_UNOPENED", "it is no PDF", "f", "2020-11-15T09:00:00"))
        register.finish("2020-11-15", RUN)
        register.runs.note_papers(1, 0, [RunPaperRow("streets.txt", "read", "", "6 commitments, 2 flags", 6, 2, 0)])
    return path


@pytest.fixture(scope="session")
def datasette(published: Path):
    """Datasette as it is served, on five papers that no test changes."""
    datasette = datasette_app(published, METADATA)
    yield datasette
    datasette.executor.shutdown()


@pytest.fixture(scope="session")
def demand_harmless():
    """Fails where a page holds anything that a browser would run, but for the scripts that are ours."""

    def demand(text: str, address: str) -> None:
        tree = html.fromstring(text)
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        scripts = [element for element in elements if element.tag == "script"]
        assert all(each.get("src", "").startswith("/pledgebook/") and not each.text for each in scripts), address
        assert not [element for element in elements if element.tag in ("style", "iframe", "object", "embed", "base")], address
        names = {name for element in elements for name in element.attrib}
        assert not {name for name in names if name.startswith("on") or name == "style"}, address
        assert not [link for link in tree.xpath("//@href | //@src | //@action") if "script:" in link.split("?")[0]], address
        assert not [image for image in tree.xpath("//img/@src") if image == "x"], address

    return demand


@pytest.fixture
def get(datasette):
    """Fetch an address as anybody may."""
    return datasette.client.get


@pytest.fixture
def ask(get):
    """Fetch the rows of a table or the answer to a question."""

    async def rows(address: str, **parameters: str) -> list[dict[str, object]]:
        answer = await get(f"/register/{address}.json", params={"_shape": "array", **parameters})
        assert answer.status_code == 200, answer.text
        return answer.json()

    return rows
