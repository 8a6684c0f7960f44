"""Word lists filled in where a rule says what words it needs."""

from pipeline.rulebook.filled import needed_words
from pipeline.rulebook.schema import WordList

FRUIT = WordList(about="fruit", why="to eat", terms=("pear", "plum"))
TREE = WordList(about="trees", why="to plant", terms=("oak",))


def test_each_list_of_a_need_is_filled_in() -> None:
    assert needed_words(["{fruit} {tree}"], {"fruit": FRUIT, "tree": TREE}, "here") == ("pear oak", "plum oak")
