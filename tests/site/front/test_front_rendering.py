"""Templates of ours, filled in at one go: what stands on a page is what Datasette would have made of it."""

import pytest

from pipeline.site import answers
from pipeline.site.rendering import LONGEST, options


@pytest.mark.parametrize("address", ["/", "/search?q=trees", "/papers", "/owners", "/-/timeline", "/-/charts", "/-/review", "/-/quality"])
async def test_a_page_is_what_datasette_would_make_of_it(fetch, site, monkeypatch, address):
    made = []

    def remember(datasette, request, template, context):
        made.append((request, template, context))
        return render(datasette, request, template, context)

    render = answers.render
    monkeypatch.setattr(answers, "render", remember)
    answer = await fetch(address)
    ((request, template, context),) = made
    assert answer.text == await site.datasette.render_template(template, context, request=request)


def test_the_chosen_one_of_a_list_is_marked():
    assert options([("a", "A"), ("b", "B")], "b") == '<option value="a">A</option><option value="b" selected>B</option>'


def test_a_long_name_is_cut_in_a_list():
    assert f">{'x' * (LONGEST - 1)}…<" in options([("a", "x" * 200)], "")


def test_a_name_in_a_list_is_no_markup():
    assert "<script>" not in options([('"><script>', "<script>")], "")
