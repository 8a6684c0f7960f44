"""The action plan of Lincolnshire as the landscape table that it was, from its text export.

    python tests/typeset/lincolnshire.py        writes corpus/lincolnshire-child-poverty-action-plan-2012.pdf

The same text, fonts and version of WeasyPrint give the same bytes.
"""

import sys
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from typeset.content import Cells, Heading, Paragraph, Part, Table, parts_of
from typeset.printer import print_page

ROOT = Path(__file__).resolve().parents[2]
NAME = "lincolnshire-child-poverty-action-plan-2012"
CSS = """
@page { size: A4 landscape; margin: 16mm 14mm 15mm;
        @bottom-right { content: counter(page); font: 8pt 'Liberation Sans', Arial, sans-serif } }
body { font: 9.5pt/1.3 'Liberation Sans', Arial, sans-serif; margin: 0 }
h1 { font-size: 15pt; margin: 0 0 8pt }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
col:nth-child(1) { width: 14% } col:nth-child(2) { width: 9% } col:nth-child(3) { width: 40% } col:nth-child(4) { width: 22% }
th, td { border: 0.6pt solid #333; padding: 3pt 4.5pt 3.5pt; vertical-align: top; text-align: left }
thead th { background: #cfe0c3 } tr { break-inside: avoid } td:first-child { font-weight: bold }
p { margin: 8pt 0 0 }
"""


def lincolnshire(text: bytes) -> bytes:
    """The PDF of the text export."""
    body = "\n".join(map(_part, parts_of(text)))
    title = "Lincolnshire's Child Poverty – Draft Action Plan"
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{CSS}</style>'
    return print_page(f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>')


def _part(part: Part) -> str:
    if isinstance(part, Table):
        first, *rows = part.rows
        columns = "<col>" * part.columns
        return f"<table>{columns}<thead>{_row(first, 'th')}</thead><tbody>{''.join(_row(row, 'td') for row in rows)}</tbody></table>"
    assert isinstance(part, Heading | Paragraph)
    tag = "h1" if isinstance(part, Heading) else "p"
    return f"<{tag}>{escape(part.words)}</{tag}>"


def _row(cells: Cells, tag: str) -> str:
    inner = "".join(f"<{tag}>{escape(words)}</{tag}>" for words in map(" ".join, cells))
    return f"<tr>{inner}</tr>"


def main() -> None:
    """Writes the PDF into the corpus."""
    text = ROOT / "tests" / "papers" / f"{NAME}.txt"
    (ROOT / "corpus" / f"{NAME}.pdf").write_bytes(lincolnshire(text.read_bytes()))


if __name__ == "__main__":
    main()
