"""Which things have stopped changing. Pure: knows neither folder nor clock."""

from collections.abc import Mapping

State = tuple[int, ...]
"""What tells that a thing has changed; of a file its size, times and number. Empty where the system would not tell."""


class Settling:
    """Remembers since when each thing looks as it does. Times are seconds of one clock that only goes forward."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._since: dict[str, tuple[State | None, float]] = {}

    def see(self, things: Mapping[str, State], now: float) -> None:
        """Takes note of what there is. What is gone has changed, too: a file may be about to come back under its name."""
        for name in things.keys() | self._since.keys():
            state = things.get(name)
            if name not in self._since or self._since[name][0] != state:
                self._since[name] = state, now
            elif state is None and not self._left(name, now):
                del self._since[name]

    def waiting(self, now: float) -> dict[str, float]:
        """What changed too lately to be taken, with the seconds for which it must stay as it is."""
        return {name: left for name in self._since if (left := self._left(name, now)) > 0}

    def quiet(self, name: str, now: float) -> float:
        """For how many seconds a thing has not changed; 0 for one that was never seen."""
        return now - self._since[name][1] if name in self._since else 0.0

    def _left(self, name: str, now: float) -> float:
        return max(0.0, self._since[name][1] + self._seconds - now)
