"""The spaCy pipeline, where what is read of papers does not show it."""

from pipeline.extract.language.pipeline import OWNERS, build_language, make_owners
from pipeline.rulebook import Rulebook


def test_a_rule_that_demands_many_words_is_matched_over_all_of_them(rulebook: Rulebook) -> None:
    words = "with the Oak and all of the many friends of Elm"
    language = build_language(rulebook)
    find = make_owners(language, "long", {"OW00": [{"LOWER": word.lower()} for word in words.split()]})
    doc = find(language.make_doc(f"We work {words} here."))
    assert [str(phrase) for phrase in doc.spans[OWNERS]] == [words]
