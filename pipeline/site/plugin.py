"""The Datasette plugin, loaded by its entry point: what keeps a public register safe, and links that people can read.

Only hooks that Datasette 0.65 and 1.0 share are used, but for `skip_csrf`. The settings that belong to it stand in `serve.py`.
"""

import json
from collections import Counter
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any

from markupsafe import Markup
from pluggy import HookimplMarker

from pipeline.site import answers
from pipeline.site.bodies import with_bounded_bodies
from pipeline.site.cells import flag_cell
from pipeline.site.headers import Application, with_safe_headers
from pipeline.site.intake.bound import carries_papers, most
from pipeline.site.labels import add_labels
from pipeline.site.limits import limit, quote_words
from pipeline.site.routes import View, routes
from pipeline.site.sign_in import Tries, with_safe_sign_in
from pipeline.site.words import FILTERS

hookimpl = HookimplMarker("datasette")

# Foreign keys by name, as the register's schema has them: the table that a column points to, and that table's key and label.
_LINKS = {
    "paper": ("papers", "slug", "name"),
    "commitment": ("commitments", "id", "label"),
    "parent": ("commitments", "id", "label"),
    "earlier": ("commitments", "id", "label"),
    "earlier_paper": ("papers", "slug", "name"),
    "body": ("bodies", "id", "name"),
    "flag": ("flags", "id", "message"),
}

_PAGES = {"commitments": "/commitments/", "papers": "/papers/", "bodies": "/owners/", "flags": "/-/review/"}
"""Tables whose rows have a page of ours."""

# Where `text` is the text of `commitment`; None stands for the answer to a query.
_LISTS = {"due_next", "overdue", "without_owner", "without_date", "numeric_targets", None}


@hookimpl(trylast=True)
def prepare_connection(conn: Any) -> None:
    """Limit what one query may cost; last, so that our `escape_fts` replaces Datasette's."""
    limit(conn)
    conn.create_function("escape_fts", 1, quote_words, deterministic=True)


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Application], Application]:
    """Put the security headers on every answer, guard the sign-in, and bound what may be sent."""
    return lambda application: with_safe_headers(with_safe_sign_in(with_bounded_bodies(application, partial(most, datasette)), Tries()))


@hookimpl
def skip_csrf(scope: MutableMapping[str, Any]) -> bool:
    """Forms with papers bring their token to `pages/sending.py`.

    Datasette's own guard, asgi-csrf 0.11, cannot look into a form with files by python-multipart 0.0.26 or newer (asgi-csrf issue 38), and
    older ones have holes. Datasette 1.0 has no such hook, and needs none: it goes by where a form comes from.
    """
    return carries_papers(scope)


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """Our own pages."""
    return routes()


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """Plain words for facts, in our templates, and labels in Datasette's."""
    add_labels(env)
    env.filters.update(FILTERS)


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """Our stylesheet, on every page."""
    return [datasette.urls.path("/pledgebook/register.css")]


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """A wrong `?_sort=` or a null character is the asker's mistake (400); Datasette 0.65 calls them a fault of the server (500)."""
    if getattr(exception, "message", "").startswith("Cannot sort"):
        exception.status = 400  # type: ignore[attr-defined]
    if "null character" in str(exception):
        said = {"status": 400, "error": "An address holds no null character."}
        return answers.page(datasette, request, "error.html", said, status=400)
    return None


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Show links that people can read: from a listed commitment to its page, and by label where Datasette 0.65 shows a bare key.

    Pages are named as papers name them: `p. 3`; of boxes, which are for programs, it is told how many there are.
    """
    if database == "_internal":
        return None
    if column == "page" and isinstance(value, int):
        return f"p. {value}"
    if isinstance(value, dict) and table and column in _LINKS:
        return _link(datasette, database, column, str(value["value"]), str(value["label"]))
    if not isinstance(value, str):
        return None
    if table == "flags" and column == "message":
        return flag_cell(datasette, _key(row["id"]), value)
    if column == "boxes":
        return _lines_by_page(value)
    if column == "text" and table in _LISTS and "commitment" in row.keys():  # noqa: SIM118 - `in` a row looks at its values
        return _link(datasette, database, "commitment", _key(row["commitment"]), value[: datasette.setting("truncate_cells_html")])
    return _labelled(datasette, database, column, value) if table and column in _LINKS else None


def _lines_by_page(boxes: str) -> str:
    """How many printed lines there are on each page, by the boxes around them.

    >>> _lines_by_page('[{"page": 2}, {"page": 2}, {"page": 3}]')
    '2 lines on p. 2, 1 line on p. 3'
    """
    counts = Counter(box["page"] for box in json.loads(boxes))
    return ", ".join(f"{count} line{'' if count == 1 else 's'} on p. {page}" for page, count in counts.items())


async def _labelled(datasette: Any, database: str, column: str, key: str) -> Markup | None:
    table, key_column, label_column = _LINKS[column]
    rows = await datasette.get_database(database).execute(f"SELECT {label_column} FROM {table} WHERE {key_column} = ?", [key])
    first = rows.first()
    return _link(datasette, database, column, key, first[0]) if first else None


def _link(datasette: Any, database: str, column: str, key: str, label: str) -> Markup:
    from datasette.utils import tilde_encode

    table = _LINKS[column][0]
    page = datasette.urls.path(_PAGES[table] + key) if table in _PAGES else datasette.urls.row(database, table, tilde_encode(key))
    return Markup('<a href="{}">{}</a>').format(page, label)


def _key(value: Any) -> str:
    """The key in a cell, which Datasette may have replaced by key and label."""
    return str(value["value"] if isinstance(value, dict) else value)
