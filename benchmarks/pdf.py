"""How fast the pages of PDFs are read, and whether their ruled tables have the rows that pdfplumber reads: side by side, in one run.

    python benchmarks/pdf.py ../shared/pdfs/kent                  the table of speeds, and the share of equal rows
    python benchmarks/pdf.py ../shared/pdfs/kent --differences    and every row that differs
    python benchmarks/pdf.py ../shared/pdfs/kent --every 5        only every fifth paper

Ours are words, lines and tables, as the product reads them; pdfplumber does the same; raw pdfium gives text without any place. Processor
time, on one core; papers with scanned pages, which ours reads by OCR, are left out of it. A row is a ruled table's, of two columns at
least; cells are compared without white space.
"""

import argparse
import ctypes
import platform
import re
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2.raw as pdfium

from pipeline.read.pdf.cells import fill
from pipeline.read.pdf.engine import read_pages
from pipeline.read.pdf.lines import find_lines

Rows = dict[int, Counter[tuple[str, ...]]]


class Run(NamedTuple):
    """What reading one paper gave: its pages, and the rows of each."""

    pages: int
    rows: Rows
    has_scans: bool = False


def ours(path: Path) -> Run:
    """Words, lines and tables."""
    pages, has_scans = 0, False
    rows: Rows = {}
    for page in read_pages(path.read_bytes()):
        find_lines(page.words)
        tables = [fill(grid, page.words) for grid in page.grids if grid.ruled]
        rows[page.number] = Counter(tuple(fold("".join(word.text for word in cell)) for cell in row) for table in tables for row in table)
        pages += 1
        has_scans |= page.source == "ocr"
    return Run(pages, rows, has_scans)


def plumber(path: Path) -> Run:
    """The same by pdfplumber."""
    rows: Rows = {}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_text_lines()
            tables = page.extract_tables()
            rows[page.page_number] = Counter(tuple(fold(cell or "") for cell in row) for table in tables for row in table if len(row) > 1)
            page.close()
        return Run(len(pdf.pages), rows)


def raw(path: Path) -> Run:
    """The text of each page by pdfium, without places."""
    data = path.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    count = pdfium.FPDF_GetPageCount(document)
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text_page = pdfium.FPDFText_LoadPage(page)
        length = pdfium.FPDFText_CountChars(text_page)
        pdfium.FPDFText_GetText(text_page, 0, length, (ctypes.c_ushort * (length + 1))())
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return Run(count, {})


def fold(text: str) -> str:
    """Without white space, and without the two signs that engines write for a hyphen at a line's end."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text).replace("\u2010", "-")


def timed(engine: Callable[[Path], Run], path: Path) -> tuple[Run, float]:
    """What an engine gives, and the processor time it took, in seconds."""
    started = time.process_time()
    run = engine(path)
    return run, time.process_time() - started


def main() -> None:
    """Reads every paper with every engine in turn."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--differences", action="store_true")
    chosen = parser.parse_args()
    seconds: Counter[str] = Counter()
    pages = equal = theirs = 0
    for path in sorted(chosen.folder.glob("*.pdf"))[:: chosen.every]:
        runs, spent = {}, {}
        for engine in (raw, ours, plumber):
            runs[engine.__name__], spent[engine.__name__] = timed(engine, path)
        if not runs["ours"].has_scans:
            pages += runs["raw"].pages
            seconds.update(spent)
        for number, rows in runs["plumber"].rows.items():
            mine = runs["ours"].rows[number]
            rows = Counter({row: count for row, count in rows.items() if any(row)})
            equal += (rows & mine).total()
            theirs += rows.total()
            if chosen.differences and rows - mine:
                print(f"{path.name} page {number}", *(f"- {row}" for row in rows - mine), *(f"+ {row}" for row in mine - rows), sep="\n")
    print(report(pages, seconds, equal, theirs), flush=True)


def report(pages: int, seconds: Counter[str], equal: int, theirs: int) -> str:
    """The table, as Markdown."""
    day, machine = datetime.now(UTC).date().isoformat(), f"{platform.machine()}, Python {platform.python_version()}"
    names = {"raw": "raw pdfium: text alone", "ours": "ours: words, lines, tables", "plumber": "pdfplumber: words, lines, tables"}
    lines = [
        f"{pages} pages, {day}, {machine}",
        "",
        "| engine | pages a CPU-second | times pdfplumber | times raw pdfium's time |",
        "|---|---|---|---|",
    ]
    for name, title in names.items():
        spent = seconds[name]
        lines.append(f"| {title} | {pages / spent:.1f} | {seconds['plumber'] / spent:.1f} | {spent / seconds['raw']:.2f} |")
    share = equal / theirs if theirs else 1
    return "\n".join([*lines, "", f"Rows of ruled tables equal to pdfplumber's: {equal} of {theirs} ({share:.1%})."])


if __name__ == "__main__":
    main()
