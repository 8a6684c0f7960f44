"""What may be sent to which address: files by clerks alone, to one address, which is asked before anything of them is heard."""

import re
from typing import Any

from pipeline.site import bodies
from pipeline.site.headers import Message
from pipeline.site.intake.delivery import MOST
from pipeline.site.intake.keeping import name_of_clerk

_ADDRESS = re.compile(r"(^|/)-/papers$")


def carries_papers(scope: Message) -> bool:
    """Whether a request is a form with files for the folder of papers."""
    return _ADDRESS.search(scope["path"]) is not None and bodies.has_files(scope)


def most(datasette: Any, scope: Message) -> int:
    """Bytes that whoever sends this request may send; 0 where it may send none, by its cookie."""
    if not bodies.has_files(scope):
        return bodies.MOST
    from datasette.actor_auth_cookie import actor_from_request
    from datasette.utils.asgi import Request

    is_clerk = name_of_clerk(actor_from_request(datasette, Request(scope, None))) is not None
    return MOST if is_clerk and carries_papers(scope) else 0
