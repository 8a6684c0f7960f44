"""The folder below the outputs that holds nothing that is missed when it is deleted."""

CACHE = ".cache"
RULES = f"{CACHE}/rules"
"""The rules that the program last found usable."""
