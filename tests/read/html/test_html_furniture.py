"""What stands beside the paper on a web page is left out, and becomes a repair."""

import pytest

from pipeline.read.html import read_html

PAPER = "<p>" + "We will plant oaks in each of our parks. " * 3 + "</p>"
WORDS = " ".join(["We will plant oaks in each of our parks."] * 3)


@pytest.mark.parametrize(
    "beside",
    [
        "<nav>Home</nav>",
        "<header>Home</header>",
        "<footer>Contact us</footer>",
        "<aside>See also</aside>",
        "<div role=navigation>Home</div>",
        "<div class='cookie-banner'>We use cookies</div>",
        "<form>Search</form>",
        "<a class='skip-link' href='#x'>Skip</a>",
    ],
)
def test_furniture_is_no_block_but_a_repair(beside: str) -> None:
    document = read_html((beside + PAPER).encode())
    assert [block.span.of(document.text) for block in document.blocks] == [WORDS]
    assert len(document.repairs) == 1


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Secret</p>",
        "<p style='display: none'>Secret</p>",
        "<p aria-hidden=true>Secret</p>",
        "<script>Secret</script>",
        "<template>Secret</template>",
        "<!-- Secret -->",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert read_html((hidden + PAPER).encode()).source() == WORDS


def test_the_main_part_alone_is_read_where_there_is_one(outline) -> None:
    assert outline(f"<div>Home<p>News</p></div><main><h1>Plan</h1>{PAPER}</main><div>Imprint</div>") == [
        "heading 1: Plan",
        f"paragraph: {WORDS}",
    ]


def test_the_title_in_the_header_of_an_article_is_read(outline) -> None:
    assert outline(f"<article><header><h1>Plan</h1></header>{PAPER}</article>")[0] == "heading 1: Plan"


def test_a_form_around_the_whole_page_is_none(outline) -> None:
    assert outline(f"<form><nav>Home</nav>{PAPER}</form>") == [f"paragraph: {WORDS}"]
