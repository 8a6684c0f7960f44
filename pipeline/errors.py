"""What can go wrong, each with a message that says what, where and what to do. Imports nothing of ours but the reasons."""

from pipeline.reasons import Why


class PipelineError(Exception):
    """The base of every error that Pledgebook raises on purpose."""


class ReadError(PipelineError):
    """One paper cannot be read; the message is a reason that a clerk understands, without the file's name.

    `why` is the reason with its code.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        """The sentence."""
        return self.why.text


class LockedError(ReadError):
    """A paper is locked with a password, so that there is no use in trying to read it in another way."""


class RulebookError(PipelineError):
    """A rule file is wrong; the message names file, rule, key and cure."""


class RegisterError(PipelineError):
    """The register cannot be opened or written."""


class RegisterBusyError(RegisterError):
    """Another program has kept the register locked for as long as anybody waits for it."""
