"""A case for each reason: something that is done, and must be told with the reason's code."""

from reason_cases import folder, limits, office, pages, words
from reason_cases.cases import CASES

__all__ = ["CASES", "folder", "limits", "office", "pages", "words"]
