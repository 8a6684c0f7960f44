"""The names that Word gives its elements and attributes, and how to read them."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
OFF = ("0", "false", "off", "none")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at a path of Word's names below `element`; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{W}{name}"), None)
    return element


def value(element: etree._Element | None, *path: str, name: str = "val") -> str | None:
    """An attribute of the element at a path."""
    found = child(element, *path)
    return None if found is None else found.get(f"{W}{name}")


def number(text: str | None, default: int = 0) -> int:
    """A whole number as Word writes it; `default` for anything else."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """Whether a property is switched on; None where it is not mentioned."""
    found = child(element, name)
    return None if found is None else found.get(VAL, "1") not in OFF
