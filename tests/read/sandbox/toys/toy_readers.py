"""Readers that do what readers of papers may do, and what hostile papers may make them do."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from pipeline.errors import LockedError, ReadError
from pipeline.model.document import Block, Document
from pipeline.model.layout import Layout, PlacedWords, PrintedPage
from pipeline.model.span import Span
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.reasons import Why

BLANK = Page(1, 595.0, 842.0, ())


def one_page(data, limits):
    words = (Word("Mow", 1.5, 2, 3, 4, True, "\n"), Word("ﬁx\u0301", 1, 2, 3, float("inf")))
    yield Page(7, 595.0, 842.0, words, (Grid(((Rect(1, 2, 3, 4), None),), False),), "ocr", "toy", (Why("smudge", "smudged"),))


def document(data, limits):
    text = data.decode()
    return Document(text, (Block("item", Span(0, len(text)), 1, "(a)"),))


def pages_and_document(data, limits):
    """All pages of as many as there are bytes, each as wide as its byte says, and the document that they make up."""
    pages = [BLANK._replace(number=number, width=float(width)) for number, width in enumerate(data, 1)]
    yield from pages
    printed = tuple(PrintedPage(page.number, page.width, page.height, page.source, page.engine) for page in pages)
    yield Document("Mow", (), layout=Layout(PlacedWords(b""), printed))


def wanted(data, limits):
    for number in range(limits.first, limits.last + 1):
        yield BLANK._replace(number=number)


def limits_there(data, limits):
    found = [resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)]
    raise ReadError(Why("test", f"{found} {os.getpgrp() == os.getpid()}"))


def modules(data, limits):
    raise ReadError(Why("test", " ".join(sys.modules)))


def refuse(data, limits):
    raise ReadError(Why("test", "it is a hedgehog"))


def lock(data, limits):
    raise LockedError(Why("locked", "it is locked"))


def fail(data, limits):
    yield BLANK
    raise ZeroDivisionError("1 / 0: no")


def spin(data, limits):
    yield BLANK
    while True:
        pass


def work_long(data, limits):
    for number in range(1, 5):
        while time.process_time() < 0.6 * number:
            pass
        yield BLANK._replace(number=number)


def wait(data, limits):
    yield BLANK
    time.sleep(1000)


def wait_for_another(data, limits):
    with Path(data.decode()).open("wb", buffering=0) as pipe:
        program = "echo begun >&2; echo; sleep 60; echo survived >&2"
        other = subprocess.Popen(program, shell=True, stdout=subprocess.PIPE, stderr=pipe)
        other.stdout.readline()  # it has begun
        yield BLANK
        other.wait()


def eat(data, limits):
    yield BLANK
    held = []
    while True:
        held.append(bytes(2**20))


def crash(data, limits):
    yield BLANK
    ctypes.string_at(0)


def abort(data, limits):
    yield BLANK
    os.abort()


def leave(data, limits):
    yield BLANK
    os._exit(0)


def write(data, limits):
    Path(data.decode()).write_bytes(b"x")


def flood(data, limits):
    while True:
        yield BLANK._replace(words=(Word("x" * 2**20, 0, 0, 1, 1),))


def babble(data, limits):
    yield BLANK
    for fd in range(3, 64):
        with suppress(OSError):
            os.write(fd, b"\x00\x00\x00\x04evil")


def print_much(data, limits):
    os.write(1, b"printed by a library")
    os.write(2, b"printed by a library")
    yield BLANK
