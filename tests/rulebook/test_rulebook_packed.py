"""A rulebook comes out of its bytes as it went in."""

import msgspec
import our_rules
import pytest

from pipeline.errors import RulebookError
from pipeline.rulebook import pack_rulebook, unpack_rulebook
from pipeline.rulebook.packed import LEFT_OUT


def test_all_that_reading_needs_comes_back():
    before, after = our_rules.rulebook(), unpack_rulebook(pack_rulebook(our_rules.rulebook()))
    assert (after.words, after.fragments, after.digest, after.about) == (before.words, before.fragments, before.digest, before.about)
    for one, other in zip(before.rules, after.rules, strict=True):
        assert one.pattern == other.pattern
        assert (one.id, one.subject, one.tokens, one.needs) == (other.id, other.subject, other.tokens, other.needs)
        assert one.rule.model_dump(exclude=LEFT_OUT | {"tokens", "needs"}) == other.rule.model_dump(exclude=LEFT_OUT | {"tokens", "needs"})


def test_a_list_that_is_missing_is_still_named():
    with pytest.raises(RulebookError, match="there is no word list lexicon/nowhere"):
        unpack_rulebook(pack_rulebook(our_rules.rulebook())).words["nowhere"]


def test_patterns_wait_until_they_are_asked_for():
    rulebook = unpack_rulebook(pack_rulebook(our_rules.rulebook()))
    assert not any("pattern" in vars(rule) for rule in rulebook.rules)
    rulebook.compile_all()
    assert all("pattern" in vars(rule) for rule in rulebook.rules)


def test_other_bytes_are_refused():
    with pytest.raises(msgspec.MsgspecError):
        unpack_rulebook(pack_rulebook(our_rules.rulebook())[:-9])
