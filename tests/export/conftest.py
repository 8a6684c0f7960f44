import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sample_papers import RUN, commitment, owner, paper, parks, streets, walks

from pipeline.export import Wish, export
from pipeline.ingest import paper_json
from pipeline.model.paper import Paper
from pipeline.register import Register
from pipeline.register.schema import TABLES

METADATA = Path(__file__).parent.parent.parent / "datasette-metadata.json"
SPREADSHEET = ("=1+1", "+44 1908", "-5 trees", "@SUM(A1)", "'tis", "a,b;c", 'say "x"', "two\r\nlines", " =2", "ﬁ “quotes” – €", "\t=3")


def spreadsheet() -> Paper:
    """Words that a spreadsheet, or a reader of CSV, may take for something else."""
    return paper(
        "spreadsheet", *(commitment("spreadsheet", text, ref=text, owners=(owner(text),)) for text in SPREADSHEET), title="=cmd|' /C'!A0"
    )


class Record:
    """The outputs of ingestion, made by hand."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def put(self, *papers: Paper) -> None:
        """Takes papers in."""
        self.out.mkdir(exist_ok=True)
        with Register(self.out / "register.db") as register:
            for each in papers:
                (self.out / f"{each.paper.slug}.json").write_text(paper_json(each), encoding="utf-8")
                register.write(each, f"f-{each.paper.slug}", "2020-11-15T09:00:00")
            register.finish("2020-11-15", RUN)

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """All rows of all tables, by their keys."""
        return rows_of(self.out / "register.db")

    def kept(self) -> list[Path]:
        """The stored papers and the register."""
        return [*self.out.glob("*.json"), self.out / "register.db"]

    def files(self) -> dict[str, bytes]:
        """The stored papers."""
        return {path.name: path.read_bytes() for path in self.out.glob("*.json")}


def rows_of(register: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(register)) as db:
        return {name: db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in TABLES}


@pytest.fixture
def metadata() -> Path:
    return METADATA


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A register of five papers with all kinds of rows."""
    made = Record(tmp_path / "extracted")
    made.put(streets(), parks(), *walks(), spreadsheet())
    return made


@pytest.fixture
def exported(record: Record, tmp_path: Path) -> Path:
    """An export of it, without Parquet."""
    export(Wish(record.out, METADATA, tmp_path / "export", parquet=False))
    return tmp_path / "export"


@pytest.fixture
def read_rows():
    """All rows of all tables of a register."""
    return rows_of


@pytest.fixture
def make_record() -> type[Record]:
    """Outputs in a folder of one's own."""
    return Record
