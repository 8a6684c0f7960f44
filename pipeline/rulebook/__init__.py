"""rules/*.yaml to typed, compiled rules; the only reader of YAML rules.

What loads them is imported when it is first asked for: to know their digest takes a hundredth of the time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.rulebook.files import rules_digest

if TYPE_CHECKING:
    from pipeline.rulebook.load import Rulebook, load_rulebook
    from pipeline.rulebook.packed import pack_rulebook, unpack_rulebook

__all__ = ["Rulebook", "load_rulebook", "pack_rulebook", "rules_digest", "unpack_rulebook"]

NAMES = {"load": ("Rulebook", "load_rulebook"), "packed": ("pack_rulebook", "unpack_rulebook")}


def __getattr__(name: str) -> Any:
    for module, names in NAMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
