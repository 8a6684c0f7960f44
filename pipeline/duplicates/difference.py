"""Two texts compared word by word, as printed."""

from rapidfuzz.distance import Indel

from pipeline.model.paper import Difference


def word_difference(one: str, other: str) -> tuple[Difference, ...]:
    """The stretches of words that both have and those that one alone has, in order; white space does not count.

    >>> [(each.one, each.other) for each in word_difference("Plant ten trees", "Plant twenty trees")]
    [('Plant', 'Plant'), ('ten', 'twenty'), ('trees', 'trees')]
    """
    a, b = one.split(), other.split()
    stretches: list[tuple[bool, list[str], list[str]]] = []
    for edit in Indel.opcodes(a, b):
        is_equal = edit.tag == "equal"
        if not stretches or stretches[-1][0] != is_equal:
            stretches.append((is_equal, [], []))
        stretches[-1][1].extend(a[edit.src_start : edit.src_end])
        stretches[-1][2].extend(b[edit.dest_start : edit.dest_end])
    return tuple(Difference(one=" ".join(words), other=" ".join(others)) for _, words, others in stretches)
