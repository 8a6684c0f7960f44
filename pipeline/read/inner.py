"""Unnumbered headings that stand inside a numbered section."""

import re

from pipeline.read.proto import Proto

SECTION = re.compile(r"\W*(?P<number>\d{1,3})\W*")
PART = re.compile(r"\W*(?P<number>\d{1,3})\.\d")


def find_inner(protos: list[Proto], source: str) -> set[int]:
    """The identities of headings without number or mark-up behind which the numbers of the section above go on: `36. Budget`,
    `Reason`, `36.2`."""
    inner, section, since = set[int](), "", list[Proto]()
    for proto in protos:
        printed = proto.number(source)
        if proto.kind == "heading":
            if number := SECTION.fullmatch(printed):
                section, since = number["number"], []
            elif not printed and not proto.level:
                since.append(proto)
        elif since and (part := PART.match(printed)) and part["number"] == section:
            inner.update(map(id, since))
            since = []
    return inner
