"""Nobody's browser can be made to send a form of ours, and no cookie of ours is for others."""

import re
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from pipeline.reviews import ReviewLog
from pipeline.site.headers import HEADERS, STRICT_POLICY
from pipeline.site.people import People, save_people
from pipeline.site.routes import WRITTEN_TO
from pipeline.site.serve import datasette_app
from pipeline.site.sign_in import TRIES

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
PASSWORD = "four words do well"
ACTOR = {"id": "ann", "roles": ["reviewer", "clerk"]}
SAMPLES = ["/-/review", "/-/review/f123", "/-/review/recorded/abc", "/-/papers", "/-/papers/file"]
"""An address of each kind that forms are sent to."""


@pytest.fixture(scope="module")
def people() -> People:
    return People().with_person("ann", ["reviewer"], PASSWORD)


@pytest.fixture(scope="module")
def folder(published: Path, people: People, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register, and who may decide."""
    folder = tmp_path_factory.mktemp("forms")
    copy(published, folder / "register.db")
    save_people(people, folder)
    return folder


@pytest.fixture(scope="module")
def served(folder: Path):
    """Datasette with one person."""
    datasette = datasette_app(folder / "register.db", METADATA, now=lambda: datetime(2026, 11, 22, tzinfo=UTC))
    yield datasette
    datasette.executor.shutdown()


async def sign_in(served, name: str = "ann", **headers: str):
    """Sends the form of the sign-in, as a browser does."""
    token = (await served.client.get("/-/login")).cookies["ds_csrftoken"]
    said = {"username": name, "password": PASSWORD, "csrftoken": token}
    return await served.client.post("/-/login", data=said, cookies={"ds_csrftoken": token}, headers=headers)


def test_all_that_forms_are_sent_to_is_tried_here() -> None:
    assert not [address for address in WRITTEN_TO if not any(re.match(address, sample) for sample in SAMPLES)]


@pytest.mark.parametrize("address", [*SAMPLES, "/-/login", "/-/logout"])
@pytest.mark.parametrize("token", ["", "wrong"])
async def test_a_form_without_its_token_is_refused(served, folder: Path, address: str, token: str) -> None:
    cookies = {"ds_actor": served.sign({"a": ACTOR}, "actor"), **({"ds_csrftoken": "other"} if token else {})}
    answer = await served.client.post(address, data={"decision": "confirm", "nonce": "n", "csrftoken": token}, cookies=cookies)
    assert answer.status_code == 403 and "set-cookie" not in answer.headers
    assert ReviewLog(folder / "reviews.db").entries() == []


@pytest.mark.parametrize("address", SAMPLES)
async def test_a_form_without_any_cookie_is_nobodys(served, address: str) -> None:
    answer = await served.client.post(address, data={"decision": "confirm", "nonce": "n"})
    assert answer.status_code in (403, 404, 405)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_no_page_of_another_site_signs_anybody_in(served, site: str) -> None:
    answer = await sign_in(served, **{"sec-fetch-site": site})
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


async def test_a_browser_that_tells_where_a_form_comes_from_signs_in_all_the_same(served) -> None:
    assert (await sign_in(served, **{"sec-fetch-site": "same-origin"})).status_code == 302


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_no_cookie_is_for_scripts_or_other_sites_or_plain_connections(served, scheme: str) -> None:
    answers = [
        await served.client.get("/-/login", headers={"x-forwarded-proto": scheme}),
        await sign_in(served, **{"x-forwarded-proto": scheme}),
    ]
    cookies = [value.lower() for answer in answers for value in answer.headers.get_list("set-cookie")]
    assert {value.partition("=")[0] for value in cookies} == {"ds_actor", "ds_csrftoken"}
    assert all("httponly" in value and "samesite=lax" in value for value in cookies)
    assert all(("; secure" in value) == (scheme == "https") for value in cookies)


async def test_too_many_tries_are_refused_whatever_address_they_claim(folder: Path) -> None:
    served = datasette_app(folder / "register.db", METADATA)
    for number in range(TRIES):
        await sign_in(served, "nobody", **{"x-forwarded-for": f"10.0.0.{number}"})
    answer = await sign_in(served, "nobody", **{"x-forwarded-for": "10.9.9.9"})
    served.executor.shutdown()
    assert answer.status_code == 429 and answer.headers["content-security-policy"] == STRICT_POLICY


async def test_a_cookie_that_nobody_signed_is_nobodys(served) -> None:
    signed = served.sign({"a": ACTOR}, "actor")
    assert (await served.client.get("/-/actor.json", cookies={"ds_actor": signed})).json() == {"actor": ACTOR}
    for cookie in (signed[:-2], signed.swapcase(), "ann", served.sign({"a": ACTOR}, "other")):
        assert (await served.client.get("/-/actor.json", cookies={"ds_actor": cookie})).json() == {"actor": None}


def test_who_is_removed_or_gets_other_roles_is_signed_in_no_more(people: People) -> None:
    assert people.without("ann").secret != people.secret
    assert people.with_person("ann", ["researcher"], PASSWORD).secret != people.secret


@pytest.mark.parametrize(
    "address", ["/-/login", "/-/review", "/-/audit", "/-/papers", "/nowhere", "/-/quality", "/deadlines.ics", "/-/audit.csv"]
)
async def test_every_page_that_is_ours_has_the_strict_policy(served, address: str) -> None:
    headers = (await served.client.get(address)).headers
    assert headers.get_list("content-security-policy") == [STRICT_POLICY]
    assert all(headers.get_list(name.decode()) == [value.decode()] for name, value in HEADERS.items())
