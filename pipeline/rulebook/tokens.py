"""What a token pattern may hold: of spaCy's keys those that this program keeps of a word."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

KEYS = ("LOWER", "TEXT", "IS_STOP", "OP")
CHOICES = ("IN", "REGEX")
OPERATOR = re.compile(r"[?*+!]|\{\d+(?:,\d*)?\}|\{,\d+\}")


def check_tokens(tokens: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The same tokens. Raises ValueError that names the token, counted from 1, and the cure."""
    for number, token in enumerate(tokens, 1):
        for key, value in token.items():
            if trouble := _trouble(key, value):
                raise ValueError(f"token {number}: {trouble}")
    if tokens and "IN" not in _choice(tokens[0]) and not isinstance(tokens[0].get("LOWER"), str):
        raise ValueError("token 1: give the words it may be under LOWER, as the pattern is tried only where one of them stands")
    if tokens and "OP" not in tokens[-1] and "LOWER" not in tokens[-1]:
        raise ValueError(f"token {len(tokens)}: the last token needs OP, or its words under LOWER")
    return tokens


def _choice(token: Mapping[str, Any]) -> Mapping[str, Any]:
    choice = token.get("LOWER")
    return choice if isinstance(choice, Mapping) else {}


def _trouble(key: str, value: Any) -> str:
    """What is wrong with a key of a token; empty where nothing is."""
    if key not in KEYS:
        return f"there is no such key as {key}; known are {', '.join(KEYS)}"
    if key == "OP":
        return (
            "" if isinstance(value, str) and OPERATOR.fullmatch(value) else f'OP is {value}, and must be "?", "*", "+", "!" or as "{{0,5}}"'
        )
    if key == "IS_STOP":
        return "" if isinstance(value, bool) else f"IS_STOP is {value}, and must be true or false"
    if isinstance(value, Mapping):
        wrong = [name for name in value if name not in CHOICES]
        return f"there is no such key as {wrong[0]} under {key}; known are {', '.join(CHOICES)}" if wrong else _bad_words(key, value)
    return "" if isinstance(value, str) else f"{key} must be a word, in quotes, or {{IN: [words]}}"


def _bad_words(key: str, value: Mapping[str, Any]) -> str:
    words = value.get("IN", [])
    for word in words if isinstance(words, list) else []:
        if not isinstance(word, str):
            return f"YAML takes {word} under {key} for no text; put it in quotes"
        if key == "LOWER" and word != word.lower():
            return f"{word} under LOWER must be in lower case: {word.lower()}"
    try:
        re.compile(str(value.get("REGEX", "")))
    except re.error as error:
        return f"REGEX under {key} is not a valid pattern: {error}"
    except (OverflowError, RecursionError):
        return f"REGEX under {key} is not a valid pattern: it repeats something too often, or is nested too deep"
    return ""
