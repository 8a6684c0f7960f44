"""`README.txt` of an export, for people who open the folder and have never heard of us."""

import textwrap
from pathlib import Path

import pipeline
from pipeline.export.describe import MARKED, Facts, table_path
from pipeline.register.schema import TABLES

WIDTH = 100

INTRODUCTION = """\
This folder holds a whole register of commitments, as Pledgebook {version} made it from the papers of councils{when}.
It says the same thing in several forms. Take the one that suits you; nothing here needs Pledgebook to be read.

  tables/*.csv     each table as a CSV file (UTF-8, commas, names of columns in the first line)
  datapackage.json what each table and column means, and how they refer to each other (a Frictionless Data Package)
  register.db      all tables in one SQLite file, with full-text search: sqlite3 register.db, or datasette register.db
{parquet}  papers/*.json    each paper by itself: its commitments with their words, places, owners, dates and figures, and its flags
{history}{reviews}  SHA256SUMS       to find out whether all files are as they were made: sha256sum -c SHA256SUMS

The papers themselves are not in it: keep the folder that they were read from, too.

In Excel, open CSV files by Data > From Text/CSV, and choose 65001: Unicode (UTF-8).
{marked}

To make a register of this folder again:  pledgebook import {place}

The tables, and how many rows each has:
"""
PARQUET = "  parquet/         each table as a Parquet file\n"
HISTORY = "  history/*.jsonl  what papers said before they were changed or taken away, one version a line\n"
REVIEWS = "  reviews.db       what auditors decided about flags: it only ever grows (SQLite)\n"


def readme(facts: Facts, counts: dict[str, int], folder: Path, place: Path, finished: str | None) -> str:
    """The text. `counts` tells the rows of each table, `finished` the ISO time up to which the register goes."""
    head = INTRODUCTION.format(
        version=pipeline.__version__,
        when=f", up to {finished[:10]}" if finished else "",
        parquet=PARQUET if (folder / "parquet").is_dir() else "",
        history=HISTORY if (folder / "history").is_dir() else "",
        reviews=REVIEWS if (folder / "reviews.db").is_file() else "",
        marked="\n".join(textwrap.wrap(MARKED, WIDTH)),
        place=place.name,
    )
    said = facts["databases"]["register"]["tables"]
    lines = [f"  {table_path(name)}, {counts[name]:,}: {said.get(name, {}).get('title', name)}" for name in TABLES]
    return head + "\n".join(lines) + "\n"
