"""What a rule file may hold. Unknown keys are errors."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Strict(BaseModel):
    """A frozen part of a rule file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Example(Strict):
    """A text that the rule must read: exactly `match` (the whole text where left out), as `value`.

    `origin` names the paper it was met in, and the page where it has any; None for a text that was made up.
    """

    text: str
    match: str | None = None
    value: dict[str, Any] = {}
    origin: str | None = None


class NearMiss(Strict):
    """A text that the rule must leave alone, and why."""

    text: str
    why: str


class Rule(Strict):
    """One rule, either a `pattern`, a regular expression with `{fragment}` for the named word lists and fragments, or `tokens`, a
    spaCy token pattern in which the string `{list}` stands for a word list.

    `needs` are words, in lower case, of which one must stand in a text for the pattern to be tried there at all; it spares time.
    `normaliser` names the Python function that turns a match into a value; `value` holds what is fixed for every match.
    """

    id: str = Field(pattern=r"^[A-Z]{2}\d{2}$")
    name: str
    why: str
    pattern: str = r"(?!)"
    tokens: tuple[dict[str, Any], ...] = ()
    needs: tuple[str, ...] = ()
    normaliser: str | None = None
    value: dict[str, Any] = {}
    examples: tuple[Example, ...] = Field(min_length=2)
    near_misses: tuple[NearMiss, ...] = Field(min_length=1)
    known_failures: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _one_of_both(self) -> "Rule":
        if ("pattern" in self.model_fields_set) == bool(self.tokens):
            raise ValueError("give either a pattern or tokens")
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
    terms: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> "WordList":
        doubled = sorted({term for term in self.terms if self.terms.count(term) > 1})
        if doubled:
            raise ValueError(f"these terms stand twice, take one away: {', '.join(doubled)}")
        return self
