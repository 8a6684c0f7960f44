"""Inside a line only the paper's own words are left."""

import pytest


def words(outline, line: str) -> str:
    (block,) = outline(line)
    return block.split(": ", 1)[1]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("We will **plant** _many_ ***oaks***.", "We will plant many oaks."),
        ("We will **plant\u00a0oaks** now.", "We will plant oaks now."),
        ("See [our plan](https://example.org/a_b) now.", "See our plan now."),
        ("We will <b>plant</b> oaks<br/>now.", "We will plant oaks now."),
        ("We will <b> plant </b> oaks.", "We will plant oaks."),
        ("<p> We will mow. </p>", "We will mow."),
        ("<!-- note -->We will mow.", "We will mow."),
        ("Parks &amp; roads &lt; 5&nbsp;km &#163;5 &#xA3;6", "Parks & roads < 5 km £5 £6"),
        ("R&Dept; and T&parade; stay", "R&Dept; and T&parade; stay"),
        ("We&nbsp;&nbsp;will\u2003mow\u200b the la\u00adwn\ufeff.", "We will mow the lawn."),
        ("We  will   mow.", "We will mow."),
        ("A garden of 500m² and 3 km²", "A garden of 500m² and 3 km²"),
        ("We will mow.¹", "We will mow."),
        ("We will mow*", "We will mow"),
        ("We will mow [12]", "We will mow"),
        ("We will mow.[^1]", "We will mow."),
        ("Use snake_case_names and 2 * 3 * 4.", "Use snake_case_names and 2 * 3 * 4."),
        ("Fewer than 5 < 6 > 4 stay.", "Fewer than 5 < 6 > 4 stay."),
        ("Sign here ________ now", "Sign here ________ now"),
        ("‘Our’ “plan” – it’s here…", "‘Our’ “plan” – it’s here…"),
        (r"We keep \*stars\* here.", "We keep *stars* here."),
    ],
)
def test_markup_goes_and_words_stay(outline, line: str, plain: str) -> None:
    assert words(outline, line) == plain


def test_emphasis_over_two_lines_goes(outline) -> None:
    assert words(outline, "We will **plant oaks and\nlimes** in May.\n") == "We will plant oaks and limes in May."
