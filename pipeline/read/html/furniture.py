"""What a web page prints beside the paper: menus, banners, footers. And what it does not print at all."""

import re

from lxml import etree

UNPRINTED = {
    *("head", "script", "style", "noscript", "template", "iframe", "frameset", "noframes", "object", "applet", "embed"),
    *("select", "option", "optgroup", "datalist", "button", "input", "textarea", "dialog"),
    *("svg", "canvas", "audio", "video", "map", "area"),
}
PARTS = {"nav", "aside", "header", "footer", "form"}
ROLES = {
    *("navigation", "banner", "contentinfo", "search", "complementary", "toolbar"),
    *("alert", "alertdialog", "dialog", "menu", "menubar"),
}
NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|breadcrumbs?|skip-?(?:link|to|nav)|pagination|social|sharing|share-this|navbar|site-nav|print-?link)"
)
CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FOR_EARS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|hidden|d-none)(?:\s|$)")
LONGEST_FORM = 300
FEWEST_OF_MAIN = 500


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser shows nothing of the element."""
    if element.tag in UNPRINTED:
        return element.tag != "button" or element.getparent().tag not in ("h1", "h2", "h3", "h4", "h5", "h6", "summary")
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true" or FOR_EARS.search(get("class") or ""):
        return True
    style = get("style")
    return style is not None and CONCEALED.search(style) is not None


class Survey:
    """How many letters the parts of a page hold, and which of them are furniture."""

    def __init__(self, root: etree._Element) -> None:
        self._letters: dict[etree._Element, int] = {}
        self._total = self._count(root)
        self.main = self._find_main()

    def is_furniture(self, element: etree._Element) -> bool:
        """Whether the element stands beside the paper; never so where it holds half of all words."""
        letters = self._letters.get(element)
        if letters is None or element is self.main or 2 * letters > self._total:
            return False
        if element.tag in ("header", "footer"):
            return next(element.iterancestors("main", "article", "section"), None) is None or _is_named(element)
        return element.tag in ("nav", "aside") or (element.tag == "form" and letters < LONGEST_FORM) or _is_named(element)

    def _count(self, root: etree._Element) -> int:
        """Counts the letters of each part of interest in one go through the page."""
        total = 0
        walker = etree.iterwalk(root, events=("start", "end"))
        hidden: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                if is_hidden(element):
                    walker.skip_subtree()
                    hidden = element
                    continue
                if _is_of_interest(element):
                    self._letters[element] = -total
                total += _letters(element.text)
            else:
                if element in self._letters and element is not hidden:
                    self._letters[element] += total
                hidden = None if element is hidden else hidden
                total += _letters(element.tail)
        return total

    def _find_main(self) -> etree._Element | None:
        """The part that says it is the paper, where it holds much; else an article that holds most."""
        found = [element for element in self._letters if element.tag == "main" or element.get("role") == "main"]
        main = max(found, key=lambda element: self._letters[element], default=None)
        if main is not None and (self._letters[main] >= FEWEST_OF_MAIN or 4 * self._letters[main] > self._total):
            return main
        articles = [element for element in self._letters if element.tag == "article" and 2 * self._letters[element] > self._total]
        return articles[0] if articles else None


def _letters(text: str | None) -> int:
    return len(text) - text.count(" ") - text.count("\n") if text else 0


def _is_of_interest(element: etree._Element) -> bool:
    return element.tag in PARTS or element.tag in ("main", "article") or element.get("role") == "main" or _is_named(element)


def _is_named(element: etree._Element) -> bool:
    if element.tag in ("body", "html", "main"):
        return False
    return element.get("role") in ROLES or bool(NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower()))
