"""Sidecars that fuzzing found to end the program otherwise than with a plain line."""

import pytest

from pipeline.errors import ReadError
from pipeline.ingest.sidecar import parse_sidecar


@pytest.mark.parametrize("data", ["[" * 50_000, "{a: " * 20_000, "- " * 40_000, "? " * 40_000, f"title: {'[' * 20_000}{']' * 20_000}"])
def test_a_sidecar_nested_too_deep_is_no_sidecar(data: str) -> None:
    with pytest.raises(ReadError, match="its sidecar is not YAML"):
        parse_sidecar(data.encode())
