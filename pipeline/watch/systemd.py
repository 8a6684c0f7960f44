"""Tells systemd how it goes, where systemd has started this. Source: sd_notify(3), a datagram of `KEY=value` lines."""

import socket
import threading
from collections.abc import Callable

SILENT = 3600.0  # seconds without a step after which no more heartbeats are sent: no paper may take so long


class Systemd:
    """A socket of systemd's by its address, the value of NOTIFY_SOCKET; nothing is sent where that is empty."""

    def __init__(self, address: str) -> None:
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def tell(self, *lines: str) -> None:
        """Sends lines such as `READY=1`. A system that does not listen is no reason to stop, or to wait."""
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.setblocking(False)  # nobody waits for a system that has no time to listen
            try:
                channel.connect(self._address)
                channel.sendall("\n".join(lines).encode())
            except OSError:
                return


class Heartbeat:
    """Sends a heartbeat every `seconds` in a thread of its own, as long as steps are taken; nothing where `seconds` is 0.

    A paper may take many minutes, so that the steps themselves cannot be the beats.
    """

    def __init__(self, systemd: Systemd, seconds: float, clock: Callable[[], float]) -> None:
        self._systemd, self._seconds, self._clock = systemd, seconds, clock
        self._end = threading.Event()
        self._last = clock()

    def start(self) -> None:
        """Begins to beat."""
        if self._seconds:
            threading.Thread(target=self._run, daemon=True, name="heartbeat").start()

    def step(self) -> None:
        """A step was taken."""
        self._last = self._clock()

    def beat(self) -> None:
        """One heartbeat, if a step was taken within the hour."""
        if self._clock() - self._last < SILENT:
            self._systemd.tell("WATCHDOG=1")

    def close(self) -> None:
        """Stops beating."""
        self._end.set()

    def _run(self) -> None:
        while not self._end.wait(self._seconds):
            self.beat()
