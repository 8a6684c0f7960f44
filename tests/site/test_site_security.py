import pytest
from sample_papers import HOSTILE

from pipeline.site.headers import HEADERS, STRICT_POLICY
from pipeline.site.limits import quote_words
from pipeline.site.serve import SETTINGS

ADDRESSES = [
    "/.json",
    "/register",
    "/register/commitments",
    "/register/commitments.json",
    "/register/commitments.csv",
    "/register/by_owner",
    "/nowhere",
]


@pytest.mark.parametrize("address", [*ADDRESSES, "/-/static/app.css", "/pledgebook/register.css", "/-/databases.json"])
async def test_every_answer_has_the_security_headers(get, address):
    headers = (await get(address)).headers
    for name, value in HEADERS.items():
        assert headers.get_list(name.decode()) == [value.decode()], name
    assert len(headers.get_list("content-security-policy")) == 1


async def test_nothing_is_allowed_from_another_host_or_into_another_page(get):
    policy = (await get("/register")).headers["content-security-policy"]
    assert (await get("/nowhere")).headers["content-security-policy"] == STRICT_POLICY
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    "address", ["/register?sql=select+1", "/register.json?sql=select+1", "/register/commitments?_where=1%3D1", "/register.db"]
)
async def test_nobody_runs_sql_of_his_own_or_takes_the_file(get, address):
    assert (await get(address)).status_code == 403


@pytest.mark.parametrize("address", ["/-/databases", "/-/databases.json", "/-/threads.json"])
async def test_where_the_register_lies_is_not_told(get, address):
    assert (await get(address)).status_code == 404


@pytest.mark.parametrize(
    "call", ["printf('%.*c', 900000000, 'x')", "format('%9d', 1)", "length(randomblob(9))", "hex(ZeroBlob(9))", "replace(hex(:p), '0', :p)"]
)
async def test_what_makes_a_huge_value_is_refused_at_once(datasette, call):
    with pytest.raises(Exception, match=r"not authorized|too big"):
        await datasette.get_database("register").execute(f"SELECT {call}", {"p": "0" * 1_500_000})


async def test_ordinary_functions_still_work(datasette):
    rows = await datasette.get_database("register").execute(
        "SELECT length(upper('abc')), group_concat(slug), date('2020-01-31') FROM papers"
    )
    assert rows.first()[0] == 3


async def test_nothing_can_be_written(datasette):
    with pytest.raises(Exception, match="readonly"):
        await datasette.get_database("register").execute("DELETE FROM papers")


@pytest.mark.parametrize("name, value", SETTINGS.items())
async def test_every_safe_setting_is_in_force(datasette, name, value):
    assert datasette.setting(name) == value


async def test_hostile_markup_in_a_paper_is_shown_and_not_run(get, ask):
    (row,) = await ask("commitments", _search="aloud")
    addresses = ["commitments", "owners", "without_date", "by_owner", "promised_on", "commitments?_facet=heading", "targets_by_theme"]
    for address in [
        *addresses,
        f"commitments/{row['id']}",
        "commitments?_search=%3Cscript%3Ealert(1)",
        "by_owner?owner=%22%3E%3Cscript%3Ealert(1)",
    ]:
        page = (await get(f"/register/{address}")).text
        assert "<script>alert(1)" not in page, address
        assert "<img src=x" not in page, address
    assert "&lt;script&gt;alert(1)" in (await get(f"/register/commitments/{row['id']}")).text
    assert HOSTILE in row["text"]


async def test_input_is_bound_and_never_part_of_the_sql(ask):
    assert await ask("by_owner", owner="' UNION SELECT 1,2,3,4,5,6,7,8 --") == []


@pytest.mark.parametrize("address", ["/register/commitments?_sort=text", "/register/commitments?_sort=id;drop"])
async def test_a_wrong_sort_is_the_askers_mistake(get, address):
    assert (await get(address)).status_code == 400


async def test_a_wrong_address_prints_no_page_of_traceback(get, capsys):
    assert (await get("/register/nowhere")).status_code == 404
    assert "locals" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed, query",
    [
        ("bus lane", '"bus" "lane"'),
        ('"bus lane" new', '"bus lane" "new"'),
        ('un"closed phrase', '"un" "closed phrase"'),
        ("", '""'),
        ("\x00", '""'),
        ('" "', '""'),
    ],
)
def test_words_are_quoted_one_by_one_and_phrases_whole(typed, query):
    assert quote_words(typed) == query
