"""Word papers, and those that LibreOffice opens."""

import shutil
from functools import partial
from types import SimpleNamespace

from hostile import office as hostile

from pipeline.model.document import Document
from pipeline.read import office
from pipeline.read.docx import export, package, read_docx
from pipeline.read.docx.package import open_package
from pipeline.reasons import Reason, Why
from reason_cases.cases import Tools, case, simple, told

PICTURE = b'<w:p><w:r><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:r></w:p>'
OTHER = hostile.docx(head=hostile.HEAD.replace(b"<w:document", b"<w:styles"), tail=hostile.TAIL.replace(b"w:document", b"w:styles"))

simple(Reason.WORD_LOCKED, partial(open_package, package.ENCRYPTED))
simple(Reason.WORD_BROKEN, partial(open_package, b"PK\x03\x04word/document"))
simple(Reason.WORD_OTHER, partial(open_package, OTHER))
simple(Reason.WORD_ENTITIES, lambda: open_package(hostile.docx(start=b'<!DOCTYPE d [<!ENTITY a "b">]>')))
simple(Reason.ONLY_PICTURES, lambda: read_docx(hostile.docx(PICTURE)))


def small(name: str, most: int) -> object:
    """A case of a sound Word paper for which this limit is too small."""

    def over(tools: Tools) -> list[Why]:
        tools.patch.setattr(package, name, most)
        return told(lambda: open_package(hostile.docx()))

    return over


case(Reason.WORD_PARTS)(small("MOST_PARTS", 1))
case(Reason.WORD_UNPACKED)(small("LARGEST_FILE", 1))
case(Reason.WORD_XML)(small("LARGEST_XML", 1))


def issues(**body: int) -> list[Why]:
    found = export._issues(SimpleNamespace(**{"pictures": 0, "embedded": 0, **body}), Document("We will mow.", ()))
    return [Why(issue.code, issue.message) for issue in found]


case(Reason.PICTURES_LEFT_OUT)(lambda tools: issues(pictures=2))
case(Reason.EMBEDDED)(lambda tools: issues(embedded=1))


def by_program(tools: Tools, script: str) -> list[Why]:
    """Why an old Word paper is not read where LibreOffice is this script."""
    program = tools.folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    tools.patch.setattr(shutil, "which", lambda name: str(program))
    return told(partial(office.to_docx, b"{\\rtf1 We will mow.}", ".rtf"))


@case(Reason.OFFICE_MISSING)
def office_missing(tools: Tools) -> list[Why]:
    tools.patch.setattr(shutil, "which", lambda name: None)
    return told(partial(office.to_docx, b"{\\rtf1 We will mow.}", ".rtf"))


@case(Reason.OFFICE_FAILED)
def office_failed(tools: Tools) -> list[Why]:
    return by_program(tools, "exit 1")


@case(Reason.OFFICE_SLOW)
def office_slow(tools: Tools) -> list[Why]:
    tools.patch.setattr(office, "SECONDS", 1)
    return by_program(tools, "sleep 60")
