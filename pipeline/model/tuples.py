"""Named tuples made by the hundred thousand: words of pages, tokens of texts."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

Kind = TypeVar("Kind", bound=tuple[Any, ...])


def maker(kind: type[Kind]) -> Callable[[tuple[Any, ...]], Kind]:
    """What makes one of the kind from all its values, in order, in a third of the time that the kind itself takes; it checks nothing.

    >>> from pipeline.model.span import Span
    >>> maker(Span)((3, 5))
    Span(start=3, end=5)
    """
    return partial(tuple.__new__, kind)
