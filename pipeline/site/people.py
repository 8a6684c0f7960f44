"""Who may do more than look: `people.secret` beside the register, which only its owner can read.

It holds no password, only hashes, and is not JSON by its name, so that nothing takes it for a paper's record.
"""

import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from pipeline.errors import PipelineError

NAME = "people.secret"
PLUGIN = "datasette-auth-passwords"
SHORTEST_PASSWORD = 12

Role = Literal["clerk", "reviewer", "researcher"]
PersonName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9.-]{0,39}$")]


class Person(BaseModel):
    """What a person may do: a clerk sees to the papers, a reviewer decides about flags, a researcher asks in SQL."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    roles: tuple[Role, ...] = Field(min_length=1)
    password_hash: str


class People(BaseModel):
    """All people by name, and the secret that signs their sessions, so that a restart signs nobody out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    secret: str = Field(default_factory=lambda: secrets.token_hex(32))
    people: dict[PersonName, Person] = {}

    def with_person(self, name: str, roles: Sequence[str], password: str) -> "People":
        """The same with a person, new or with other roles and another password. Raises PipelineError for a name or password that will
        not do.

        Where somebody's roles are others now, so is the secret: who is signed in has his roles with him, and must sign in anew.
        """
        from datasette_auth_passwords.utils import hash_password

        if len(password) < SHORTEST_PASSWORD:
            raise PipelineError(f"A password needs {SHORTEST_PASSWORD} characters or more: four words do well.")
        person = {"roles": list(dict.fromkeys(roles)), "password_hash": hash_password(password)}
        kept = {} if name in self.people else {"secret": self.secret}
        try:
            return People.model_validate({**kept, "people": {**self.model_dump()["people"], name: person}})
        except ValidationError as error:
            raise PipelineError(f"{name} will not do as a name: letters, figures, dots and hyphens, 40 at most, a letter first.") from error

    def without(self, name: str) -> "People":
        """The same without a person. Raises PipelineError where there is none of that name."""
        if name not in self.people:
            raise PipelineError(f"There is nobody named {name}. Known are: {', '.join(self.people) or 'none'}.")
        return People(people={key: person for key, person in self.people.items() if key != name})  # with another secret: see with_person

    def plugin_settings(self) -> dict[str, Any]:
        """What the plugin for passwords is told; never to be published."""
        hashes = {f"{name}_password_hash": person.password_hash for name, person in self.people.items()}
        return {**hashes, "actors": {name: {"id": name, "roles": list(person.roles)} for name, person in self.people.items()}}


def load_people(out: Path) -> People:
    """The people of the register in a folder; nobody where there is no file. Raises PipelineError where it cannot be read."""
    path = out / NAME
    try:
        return People.model_validate_json(path.read_bytes()) if path.exists() else People()
    except (OSError, ValidationError) as error:
        raise PipelineError(f"{path} cannot be read: put a copy from a backup in its place, or delete it and add all anew.") from error


def save_people(people: People, out: Path) -> None:
    """Writes the file whole or not at all, readable by its owner alone."""
    out.mkdir(parents=True, exist_ok=True)
    half = out / f".{NAME}.new"
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(people.model_dump(mode="json"), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    half.replace(out / NAME)
