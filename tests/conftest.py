"""What several tests need: where things lie, and a clerk's folder to ingest in."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import our_rules
import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from pipeline.cli import main
from pipeline.ingest import forker, rules
from pipeline.register import PaperRow, Register
from pipeline.rulebook import Rulebook, load_rulebook, rules_digest

if TYPE_CHECKING:
    from pipeline.extract import Extractor

collect_ignore_glob = ["*conftest.py"]  # pytest must not take one for another when it looks for doctests

ROOT = Path(__file__).parent.parent

TOGETHER = ("tests/typeset/", "tests/site/browser/")  # what their files share takes long to make
# What takes half a minute or so of one process, or is one long test; all others follow as they are found.
FIRST = (
    *TOGETHER,
    "tests/hostile/",
    "tests/read/scan/test_scan_pages",
    "tests/test_workers",
    "tests/test_throughput",
    "tests/test_benchmark",
    "tests/test_broken_rules",
    "tests/test_docs_rules",
    "tests/ingest/test_ingest_killed",
    "tests/read/sandbox/",
    "tests/read/docx/test_docx_bytes",
    "tests/read/text/test_read_speed",
    "tests/successors/",
    "tests/extract/test_extract_in_time",
)

# So that all tests take less than ten minutes, and the same commit passes or fails the same way each time, however busy the machine is.
settings.register_profile("suite", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("suite")


@pytest.hookimpl(optionalhook=True)  # there is pytest-xdist, mostly
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Shares the tests out among processes: a file, or a folder of `TOGETHER`, goes to one as a whole."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid.partition("::")[0])

    config.option.loadscopereorder = False  # by default, what has most tests comes first, and at the end one process runs a long one alone
    return ByFile(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what takes long before all else, where all is run."""

    def turn(test: str) -> int:
        return next(at for at, path in enumerate(FIRST) if test.startswith(path)) if test.startswith(FIRST) else len(FIRST)

    items.sort(key=lambda item: turn(item.nodeid))


PLAN = "# Plan for {}\n\n1. We will plant 100 trees by June 2030.\n2. We will open a library by 31 March 2031.\n"


class Office:
    """A folder of papers, a folder of outputs, and the command run on them."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.out = folder / "corpus", folder / "extracted"
        self.corpus.mkdir()

    def put(self, name: str, content: str | bytes | None = None) -> Path:
        """A paper in the corpus; without content, a plan that no other paper equals."""
        path = self.corpus / name
        content = PLAN.format(name) if content is None else content
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, *arguments: str | Path) -> Result:
        """`pledgebook ingest`, whose every exception but the exit is a failure of the test."""
        result = CliRunner().invoke(main, [*self.arguments(), *map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        assert "Traceback" not in result.output
        return result

    def arguments(self) -> list[str]:
        """The command that ingests this folder."""
        return ["ingest", "--corpus", str(self.corpus), "--out", str(self.out), "--rules", str(ROOT / "rules")]

    def lines(self, *arguments: str | Path) -> dict[str, str]:
        """What `pledgebook ingest` says of each paper; a paper with two lines is a failure."""
        said = [line.split(": ", 1) for line in self.run(*arguments).output.splitlines()]
        papers = [pair for pair in said if pair[0] not in ("Next", "Why") and " paper" not in f" {pair[0]}"[-8:]]
        assert len({name for name, _ in papers}) == len(papers)
        return dict(papers)  # type: ignore[arg-type]

    def rows(self) -> dict[str, PaperRow]:
        """The papers in the register."""
        with Register(self.out / "register.db") as register:
            return register.papers()

    def stored(self) -> dict[str, bytes]:
        """The stored papers, by slug."""
        return {path.stem: path.read_bytes() for path in sorted(self.out.glob("*.json"))}


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The rules of the repository."""
    return our_rules.rulebook()


@pytest.fixture(scope="session")
def extractor() -> "Extractor":
    """What finds commitments by the rules of the repository."""
    return our_rules.extractor()


@pytest.fixture(scope="session", autouse=True)
def rules_loaded_once() -> Iterator[None]:
    """Whoever ingests into a new folder loads the rules, and so does what forks the workers there, which takes two seconds; tests do so by
    the hundred, mostly with the same rules. That it takes what is kept in the folder is shown in `test_workers.py`."""
    loaded: dict[str, Rulebook] = {}
    warm_up = forker.warm_up

    def load(folder: Path) -> Rulebook:
        digest = rules_digest(folder)
        return loaded.get(digest) or loaded.setdefault(digest, load_rulebook(folder))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "load_rulebook", load)
        patch.setattr(forker, "warm_up", lambda folder, kept, digest: warm_up(folder, Path("nowhere"), digest))
        yield


@pytest.fixture
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A clerk's folder, empty."""
    return Office(tmp_path)


@pytest.fixture
def shared() -> Path:
    """The folder of papers and gold beside the repository, which not every clone has."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder shared beside the repository to compare with")
    return folder
