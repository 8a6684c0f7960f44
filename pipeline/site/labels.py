"""What Datasette's own templates lack for those who do not see a page: its language, and names for the fields of its forms."""

from typing import Any

from jinja2.ext import Extension

_LABELLED = {
    "<html>": '<html lang="en-GB">',
    '<select name="_filter_column': '<select aria-label="Column" name="_filter_column',
    '<select name="_filter_op': '<select aria-label="How to compare" name="_filter_op',
    '<input type="text" name="_filter_value': '<input aria-label="Value" type="text" name="_filter_value',
    '<select name="_sort"': '<select aria-label="Sort by" name="_sort"',
}


class Labels(Extension):
    """Puts them into each template as it is compiled; a template without such a piece stays as it is."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template with its pieces labelled."""
        for bare, labelled in _LABELLED.items():
            source = source.replace(bare, labelled)
        return source


def add_labels(env: Any) -> None:
    """Has an environment of templates label all that it compiles from now on."""
    env.add_extension(Labels)
