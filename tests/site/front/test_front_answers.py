"""Who may keep a page, and for how long."""

ANN = {"id": "ann", "roles": ["reviewer"]}


async def test_a_page_for_anybody_is_kept_for_a_minute(fetch):
    answer = await fetch("/")
    assert answer.headers["cache-control"] == "max-age=60"
    assert "cookie" in answer.headers["vary"].lower()


async def test_a_page_for_somebody_who_is_signed_in_is_never_kept(fetch, site):
    for address in ("/", "/-/review", "/papers/swings"):
        answer = await fetch(address, cookies={"ds_actor": site.datasette.sign({"a": ANN}, "actor")})
        assert answer.headers["cache-control"] == "private, no-store"


async def test_every_page_says_who_is_signed_in_and_how_to_sign_out(fetch, site):
    cookies = {"ds_actor": site.datasette.sign({"a": ANN}, "actor")}
    assert "Signed in as ann" in (await fetch("/", cookies=cookies)).text
    assert "Signed in" not in (await fetch("/")).text
    assert '<form action="/-/logout" method="post">' in (await fetch("/-/logout", cookies=cookies)).text
