"""Sidecars and rule files: YAML that people mistype, and YAML that wants to do harm."""

import copy
from typing import Any

import yaml
from hypothesis import strategies as st

from fuzzing.words import encoded, junk

STATEMENTS = [
    *(
        "title: Annual plan",
        "publisher: Anytown",
        "published: 2020-05",
        "published: 2020-13-45",
        "published: [2020]",
        "published: ２０２０",
    ),
    *("kind: plan", "succeeds: none", "title: 'open", 'title: "open', "title: {a: b}", "title:\t tab", "title: &a x", "kind: *a", "<<: *a"),
    *("title: !!python/object/apply:os.system [ls]", "title: !!binary aGk=", "title: !!set {a}", "? [a, b]\n: c", "- item", "---", "..."),
    *("%YAML 9.9", "title: |\n  many\n  lines", "title: >-\n\n", "{", "[", "]]", "null", "~", "title: ~", "1: 2", "true: no", ": empty"),
    *("title: 1e999", "a: &b [*b]", "&x [&y [*x, *y]]", "? {a: 1}\n: b", "title: \x00", "title: \x85", "? - a\n  - b\n: c"),
    *("published: 0000", "published: 2020-02-30"),
]
ODD: list[Any] = [
    *(None, "", " ", 0, -1, 1.5, True, [], {}, [[]], {"a": {"b": []}}, ["a", None], {1: 2}, "é", "İ", "\x00", "x" * 2000, "2026-10-01"),
    *("(", "(?P<a>x)(?P<a>y)", "[", "{none}", "{to_come}", "{verbs}", "(a+)+$", "a{9999999999}", "(?<=a*)b", "\\", "\\p{L}", "(?i)x"),
    *(
        "\ud7ff",
        "{",
        "{}",
        "{a}{b}",
        "*",
        "(?R)",
        "(?:",
        "a" * 20 + "?" * 3,
        "[z-a]",
        "(?(1)a|b)",
        "\\1",
        "((((((((((a))))))))))",
        "{more}",
    ),
]
RULE: dict[str, Any] = {
    "id": "ST90",
    "name": "status.made_up",
    "why": "None.",
    "pattern": "\\A(?:not (?:yet )?begun|{to_come} z|{verbs})\\b",
    "needs": ["not"],
    "value": {"status": None},
    "examples": [{"text": "Not begun", "match": "Not begun", "value": {"status": None}, "origin": "a page"}] * 3,
    "near_misses": [{"text": "Begun", "why": "other"}] * 2,
    "known_failures": [{"text": "Unbegun"}],
}
BY_TOKENS: dict[str, Any] = {
    "id": "OW90",
    "name": "owner.made_up",
    "why": "None.",
    "tokens": [{"LOWER": {"IN": "{verbs}"}, "OP": "?"}, {"LOWER": "head"}],
    "examples": [{"text": text} for text in "abc"],
    "near_misses": [{"text": text, "why": "other"} for text in "de"],
}
FRAGMENTS = {"to_come": {"pattern": "\\b(?:to be|will)\\b", "sample": "to be"}, "more": {"pattern": "(?:{to_come} x|y)", "sample": "y"}}
RULES: dict[str, Any] = {"about": "Made up.", "fragments": FRAGMENTS, "rules": [RULE, BY_TOKENS]}
LIST: dict[str, Any] = {"about": "Made up.", "why": "None.", "terms": ["plant", "mow the", "re-open"]}

sidecars = encoded(st.lists(st.one_of(st.sampled_from(STATEMENTS), junk), max_size=6).map("\n".join))


@st.composite
def _bent(draw: st.DrawFn, made: dict[str, Any]) -> bytes:
    """The file with some of its parts replaced, taken away, doubled or renamed, or with damage to its very text."""
    made = copy.deepcopy(made)
    for _ in range(draw(st.integers(0, 3))):
        _bend(draw, made)
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False)
    return draw(encoded(st.just(text))) if draw(st.booleans()) else text.encode("utf-8", "replace")


def _bend(draw: st.DrawFn, part: Any) -> None:
    """Walks down to some part, and bends it."""
    while (keys := list(part) if isinstance(part, dict) else list(range(len(part)))) and (key := draw(st.sampled_from(keys))) is not None:
        if isinstance(part[key], dict | list) and draw(st.integers(0, 3)):
            part = part[key]
            continue
        how = draw(st.sampled_from(["replace", "replace", "delete", "add"]))
        if how == "delete":
            del part[key]
        elif how == "add" and isinstance(part, dict):
            part[draw(st.sampled_from(["patern", "why", "value", "tokens", "pattern", "1"]))] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif how == "add":
            part.append(copy.deepcopy(part[key]))
        else:
            part[key] = copy.deepcopy(draw(st.one_of(st.sampled_from(ODD), junk)))
        return


rule_files = st.tuples(_bent(RULES), _bent(LIST) | st.just(yaml.safe_dump(LIST).encode()))
