"""What is told of a file by its first bytes and its name, before it is read."""

import pytest

from pipeline.errors import ReadError
from pipeline.read import demand_kind


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.pdf", b"%PDF-1.7"),
        ("plan.pdf", b"<!DOCTYPE html><p>We will"),
        ("plan.html", b"We will <b>mow</b>."),
        ("plan.txt", "We will mow für £5".encode("cp1252")),
        ("plan.txt", "We will mow".encode("utf-16")),
        ("plan.md", b"\n" * 70_000 + b"We will mow."),
        ("plan.txt", "é".encode() * 40_000),
    ],
)
def test_what_may_be_a_paper_passes(name: str, data: bytes) -> None:
    demand_kind(data, name)


@pytest.mark.parametrize(
    ("name", "data"),
    [("plan.xyz", b"We will mow."), ("plan.pdf", b""), ("plan.txt", b" \n "), ("plan.txt", b"MZ\x90\x00"), ("plan.pdf", bytes(range(32)))],
)
def test_what_cannot_be_one_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(ReadError):
        demand_kind(data, name)
