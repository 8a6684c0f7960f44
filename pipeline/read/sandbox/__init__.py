"""One child process a paper: a hostile one can take up no more than it is allowed, and can end nothing but itself."""

from pipeline.read.sandbox.run import Reading, run
from pipeline.read.sandbox.server import Server, warm_up

__all__ = ["Reading", "Server", "run", "warm_up"]
