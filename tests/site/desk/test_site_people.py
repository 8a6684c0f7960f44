"""Who may do more than look, and how they sign in."""

import stat
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.errors import PipelineError
from pipeline.site.people import NAME, People, load_people, save_people
from pipeline.site.serve import datasette_app
from pipeline.site.sign_in import MINUTES, TRIES, Tries

METADATA = Path(__file__).parent.parent.parent.parent / "datasette-metadata.json"
PASSWORD = "four words do well"


@pytest.fixture(scope="module")
def people() -> People:
    return People().with_person("ann", ["reviewer"], PASSWORD).with_person("rob", ["researcher"], PASSWORD)


@pytest.fixture
def served(published: Path, tmp_path: Path, people: People):
    """Datasette with two people."""
    copy(published, tmp_path / "register.db")
    save_people(people, tmp_path)
    datasette = datasette_app(tmp_path / "register.db", METADATA)
    yield datasette
    datasette.executor.shutdown()


async def sign_in(served, name: str = "ann", password: str = PASSWORD, **headers: str):
    """Sends the form, as a browser does."""
    token = (await served.client.get("/-/login")).cookies["ds_csrftoken"]
    said = {"username": name, "password": password, "csrftoken": token}
    return await served.client.post("/-/login", data=said, cookies={"ds_csrftoken": token}, headers=headers)


def test_the_file_can_be_read_by_its_owner_alone(tmp_path: Path, people: People) -> None:
    save_people(people, tmp_path)
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_the_file_holds_no_password(tmp_path: Path, people: People) -> None:
    save_people(people, tmp_path)
    assert PASSWORD not in (tmp_path / NAME).read_text()


def test_the_secret_stays_when_somebody_is_added(people: People) -> None:
    assert people.with_person("cat", ["clerk"], PASSWORD).secret == people.secret


@pytest.mark.parametrize(("name", "password"), [("ann", "short"), ("<b>", PASSWORD), ("", PASSWORD), ("x" * 41, PASSWORD)])
def test_a_name_or_password_that_will_not_do_is_refused(name: str, password: str) -> None:
    with pytest.raises(PipelineError):
        People().with_person(name, ["clerk"], password)


def test_a_file_that_is_damaged_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{")
    with pytest.raises(PipelineError, match="backup"):
        load_people(tmp_path)


def test_the_first_password_is_one_command(tmp_path: Path) -> None:
    said = CliRunner().invoke(
        main, ["people", "add", "ann", "--role", "reviewer", "--out", str(tmp_path)], input=f"{PASSWORD}\n{PASSWORD}\n"
    )
    assert said.exit_code == 0 and load_people(tmp_path).people["ann"].roles == ("reviewer",)


def test_nobody_is_removed_who_is_not_there(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["people", "remove", "ann", "--out", str(tmp_path)])
    assert said.exit_code == 2 and "nobody named ann" in said.output


@pytest.mark.asyncio
async def test_the_right_password_signs_in(served) -> None:
    answer = await sign_in(served)
    assert served.unsign(answer.cookies["ds_actor"], "actor") == {"a": {"id": "ann", "roles": ["reviewer"]}}


@pytest.mark.asyncio
async def test_a_wrong_password_does_not(served) -> None:
    answer = await sign_in(served, password="a wrong password")
    assert "ds_actor" not in answer.cookies and "do not belong together" in answer.text


@pytest.mark.asyncio
async def test_a_password_with_any_request_is_not_looked_at(served) -> None:
    answer = await served.client.get("/-/actor.json", headers={"authorization": "Basic YW5uOmZvdXIgd29yZHMgZG8gd2VsbA=="})
    assert answer.json() == {"actor": None}


@pytest.mark.asyncio
@pytest.mark.parametrize("address", ["/-/metadata", "/-/metadata.json", "/-/password-tool"])
async def test_how_passwords_are_hashed_is_told_nobody(served, address: str) -> None:
    assert (await served.client.get(address)).status_code == 404


@pytest.mark.asyncio
async def test_only_researchers_ask_in_sql(served) -> None:
    asked = {}
    for name in ("ann", "rob"):
        cookies = {"ds_actor": (await sign_in(served, name)).cookies["ds_actor"]}
        asked[name] = (await served.client.get("/register.json?sql=select+1&_shape=array", cookies=cookies)).status_code
    assert asked == {"ann": 403, "rob": 200}


def test_tries_are_forgotten_after_some_minutes() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    assert all(tries.may_try("a") for _ in range(TRIES)) and not tries.may_try("a")
    now[0] = 60.0 * MINUTES
    assert tries.may_try("a")


def test_the_tries_of_one_address_are_not_those_of_another() -> None:
    tries = Tries(lambda: 0.0)
    assert [tries.may_try("a") for _ in range(TRIES + 1)][-1] is False and tries.may_try("b")
