"""Parts of a paper to a web page."""

import re
from collections.abc import Sequence
from html import escape
from typing import Literal

from typeset.content import Heading, Item, List, Paragraph, Part, Table

Labels = Literal["typed", "counted", "marked"]
COUNT = re.compile(r"(\d+)\.$")


class Body:
    """Writes parts as HTML. `labels` says how numbers come to stand before items.

    `typed`: as words of the item; `counted`: by the list, where they are plain counts; `marked`: by CSS, from `data-label`.
    """

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def of(self, parts: Sequence[Part]) -> str:
        """The parts, prose and tables in sections of their own."""
        pieces, in_table = ['<section class="prose">'], False
        for part in parts:
            if isinstance(part, Table) != in_table:
                in_table = not in_table
                pieces.append(f'</section>\n<section class="{"table" if in_table else "prose"}">')
            pieces.append(self._part(part))
        return "\n".join([*pieces, "</section>"])

    def _part(self, part: Part) -> str:
        if isinstance(part, Heading):
            label = f"{escape(part.label)} " if part.label else ""
            return f"<h{part.level}>{label}{escape(part.words)}</h{part.level}>"
        if isinstance(part, Paragraph):
            return f"<p>{escape(part.words)}</p>"
        return self._list(part.items) if isinstance(part, List) else self._table(part)

    def _list(self, items: Sequence[Item]) -> str:
        """One list, or several where counting breaks off."""
        if not items[0].label:
            return f"<ul>{''.join(self._item(item, '') for item in items)}</ul>"
        counts = [COUNT.match(item.label) for item in items]
        if self.labels == "counted" and all(match and match[1][0] != "0" for match in counts):
            values = [match[1] for match in counts if match]
            inner = "".join(self._item(item, "", f' value="{value}"') for item, value in zip(items, values, strict=True))
            return f"<ol>{inner}</ol>"
        if self.labels == "marked":
            inner = "".join(self._item(item, "", f' data-label="{escape(item.label)}"') for item in items)
            return f'<ol class="marked">{inner}</ol>'
        return f'<ul class="typed">{"".join(self._item(item, escape(item.label) + " ") for item in items)}</ul>'

    def _item(self, item: Item, label: str, attributes: str = "") -> str:
        below = self._list(item.below) if item.below else ""
        return f"<li{attributes}>{label}{escape(item.words)}{below}</li>\n"

    def _table(self, table: Table) -> str:
        head = f"<thead>{self._row(table.rows[0], 'th', table.columns)}</thead>" if table.header else ""
        rows = table.rows[1:] if table.header else table.rows
        body = "\n".join(self._row(row, "td", table.columns) for row in rows)
        return f'<table class="of{table.columns}">{head}<tbody>{body}</tbody></table>'

    def _row(self, cells: Sequence[Sequence[str]], tag: str, columns: int) -> str:
        if len(cells) == 1 < columns:
            return f'<tr><th colspan="{columns}">{escape(cells[0][0])}</th></tr>'
        return f"<tr>{''.join(f'<{tag}>{_paragraphs(cell)}</{tag}>' for cell in cells)}</tr>"


def _paragraphs(cell: Sequence[str]) -> str:
    if len(cell) < 2:
        return "".join(map(escape, cell))
    return "".join(f"<p>{escape(part)}</p>" for part in cell)


def page(parts: Sequence[Part], title: str, css: str, labels: Labels) -> str:
    """A page to print."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{css}</style>'
    return f'<!DOCTYPE html>\n<html lang="en-GB"><head>{head}</head>\n<body>\n{Body(labels).of(parts)}\n</body></html>\n'


def web_page(parts: Sequence[Part], title: str) -> str:
    """A page as a council's site shows it, with navigation before and behind the paper."""
    menu = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in ("home", "council", "planning", "news"))
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>nav li {{display: inline}}</style><script>var seen = 1;</script>'
    body = f"<main>\n{Body('counted').of(parts)}\n</main>"
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head>{head}</head><body>
<header><a href="/">Council home page</a></header><nav><ul>{menu}</ul></nav>
{body}
<footer><p>We will never share your details.</p><ul>{menu}</ul></footer>
</body></html>
"""
