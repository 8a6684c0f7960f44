"""What a paper is, when it is text, a web page or something else."""

from functools import partial

from hostile import broken, office

from pipeline.read import paper
from pipeline.read.html import encoding
from pipeline.read.html.encoding import decode_page
from pipeline.read.html.parse import parse
from pipeline.read.text.decode import decode
from pipeline.reasons import Reason, Why
from reason_cases.cases import Tools, case, met, simple, told

MAIL = b"MIME-Version: 1.0\nContent-Type: text/plain\n\nWe will mow.\n"
LINE = b"1. We will plant 100 trees by June 2030.\n"

simple(Reason.NOT_TEXT, partial(decode, b"\x89PNG\r\n"))
simple(Reason.MAIL_EMPTY, partial(decode_page, MAIL))
simple(Reason.MAIL_PARTS, partial(decode_page, MAIL + b"Content-Type: text/html\n" * 1001))
simple(Reason.DEEP_TAGS, partial(parse, "<table><tr><td>" * 3000))
simple(Reason.NO_READER, partial(paper._read_apart, "builtins:zip", b"", paper.Limits()))


def read(reason: Reason, data: bytes, name: str) -> None:
    """A case that is a paper by this name."""
    case(reason)(lambda tools: met(data, name))


read(Reason.EMPTY, b"", "plan.txt")
read(Reason.BLANK, b" \n", "plan.txt")
read(Reason.OTHER_KIND, office.plain_zip(), "plan.pdf")
read(Reason.NOT_ITS_KIND, b"\x00\x81" * 1000, "plan.pdf")
read(Reason.BINARY, bytes(range(256)) * 64, "plan.txt")
read(Reason.NO_WORDS, b"<!DOCTYPE html><p></p>", "plan.html")
read(Reason.LONG_LINE, b"word " * 300_000, "plan.txt")
read(Reason.TOO_LONG, (b"word " * 20 + b"\n") * 100_000, "plan.txt")
read(Reason.OTHER_ENDING, broken.sound(1), "plan.txt")
read(Reason.MIXED_ENCODING, "Wir öffnen £5.\n".encode() + b"\xa35\n" + LINE, "plan.txt")
read(Reason.LOST_CHARACTERS, "1. We will \ufffd mow.\n".encode(), "plan.txt")
read(Reason.NUL_CHARACTERS, b"1. We will\0 mow the park by June.\n" + LINE, "plan.txt")


@case(Reason.PAGE_TOO_LONG)
def page_too_long(tools: Tools) -> list[Why]:
    tools.patch.setattr(encoding, "LARGEST", 3)
    return told(partial(decode_page, b"<p>We will mow."))
