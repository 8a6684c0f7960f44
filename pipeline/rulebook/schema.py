"""What a rule file may hold. Unknown keys are errors."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from pipeline.rulebook.tokens import check_tokens

EXPECTED = {  # what stands under each key, for whoever left it out
    "id": "two capital letters and two figures, as TM07",
    "name": "folder and subject, as time.quarter",
    "why": "a sentence that says what goes wrong without it",
    "about": "a sentence that says what the file is for",
    "text": "the words, in quotes",
    "examples": "texts that it must read, at least 3",
    "near_misses": "texts that look alike and that it must leave alone, at least 2, each with the reason why",
    "terms": "the words of the list, in lower case",
    "pattern": "a regular expression in single quotes",
    "sample": "a text that the pattern matches",
}


class Strict(BaseModel):
    """A frozen part of a rule file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _without_dates(value: dict[str, Any]) -> dict[str, Any]:
    """The same, which holds no date: YAML makes one of 2026-10-01 without quotes, and nothing we read is one."""
    for key, part in value.items():
        if isinstance(part, date):
            raise ValueError(f'YAML takes {part} behind {key} for a date; put it in quotes: "{part}"')
    return value


def _in_lower_case(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words, none of which has a capital: they are looked up in a text in lower case."""
    for word in words:
        if not word.strip() or word != word.lower():
            raise ValueError(f"“{word}” must be in lower case: {word.lower()}" if word.strip() else "an empty word stands among them")
    return words


Value = Annotated[dict[str, Any], AfterValidator(_without_dates)]


class Example(Strict):
    """A text that the rule must read: exactly `match` (the whole text where left out), as `value`.

    `origin` names the paper it was met in, and the page where it has any; None for a text that was made up.
    """

    text: str
    match: str | None = None
    value: Value = {}
    origin: str | None = None

    @model_validator(mode="after")
    def _match_in_text(self) -> "Example":
        if self.match is not None and self.match not in self.text:
            raise ValueError(f"its match “{self.match}” does not stand in its text “{self.text}”")
        return self


class NearMiss(Strict):
    """A text that the rule must leave alone, and why."""

    text: str
    why: str


class Rule(Strict):
    """One rule, either a `pattern`, a regular expression with `{fragment}` for the named word lists and fragments, or `tokens`, a
    spaCy token pattern in which the string `{list}` stands for a word list.

    `needs` are words, in lower case, of which one must stand in a text for the pattern to be tried there at all; it spares time. In
    them `#` stands for any digit, `{list}` for any word of a word list.
    `normaliser` names the Python function that turns a match into a value; `value` holds what is fixed for every match.
    """

    id: str = Field(pattern=r"^[A-Z]{2}\d{2}$")
    name: str
    why: str
    pattern: str = r"(?!)"
    tokens: Annotated[tuple[dict[str, Any], ...], AfterValidator(check_tokens)] = ()
    needs: Annotated[tuple[str, ...], AfterValidator(_in_lower_case)] = ()
    normaliser: str | None = None
    value: Value = {}
    examples: tuple[Example, ...] = Field(min_length=3)
    near_misses: tuple[NearMiss, ...] = Field(min_length=2)
    known_failures: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _one_of_both(self) -> "Rule":
        if ("pattern" in self.model_fields_set) == bool(self.tokens):
            raise ValueError("give either a pattern or tokens, not both and not neither")
        return self


class Fragment(Strict):
    """A piece of pattern that several rules share, with a sample that it must match somewhere."""

    pattern: str
    sample: str


class RuleFile(Strict):
    """One subject: its rules in the order they are tried, and the fragments they share."""

    about: str
    fragments: dict[str, Fragment] = {}
    rules: tuple[Rule, ...] = ()


class WordList(Strict):
    """A list of words or phrases in lower case, each once; patterns use it as `{name of the file}`."""

    about: str
    why: str
    terms: Annotated[tuple[str, ...], AfterValidator(_in_lower_case)] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> "WordList":
        doubled = sorted({term for term in self.terms if self.terms.count(term) > 1})
        if doubled:
            raise ValueError(f"these terms stand twice, take one away: {', '.join(doubled)}")
        return self
