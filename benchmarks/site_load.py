"""A site in a process of its own, asked for pages: processor time for each, and how long four clients at once wait."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
ADDRESS = re.compile(rb"http://127\.0\.0\.1:(\d+)/")
WARM_UP, REQUESTS, CLIENTS, EACH = 3, 25, 4, 60
"""Requests before it is measured, and that are; clients at once, and the requests of each."""
PATIENCE = 60
"""Seconds until a site must answer."""

Figures = dict[str, float]


class Site:
    """A site that answers at a port of this machine, and the process that it is."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid, self.port = pid, port

    def get(self, connection: http.client.HTTPConnection, address: str) -> int:
        """Fetches a page whole; its status."""
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        return answer.status

    def spent(self) -> float:
        """Seconds of processor time that it has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def cost(self, addresses: Sequence[str], requests: int = REQUESTS, patience: float = PATIENCE) -> Figures:
        """Milliseconds of processor time a request, and by the clock the middle one; `status` is the worst. Where an answer does not come
        within so many seconds, only that: `over` them."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)) as connection:
            try:
                return self._cost(addresses, requests, connection)
            except TimeoutError:
                return {"over": patience}

    def _cost(self, addresses: Sequence[str], requests: int, connection: http.client.HTTPConnection) -> Figures:
        status = max(self.get(connection, address) for address in addresses[:WARM_UP])
        spent, waited = self.spent(), []
        for at in range(requests):
            started = time.perf_counter()
            status = max(status, self.get(connection, addresses[at % len(addresses)]))
            waited.append(time.perf_counter() - started)
        return {"processor": 1000 * (self.spent() - spent) / requests, "clock": 1000 * median(waited), "status": status}

    def crowd(self, addresses: Sequence[str], each: int = EACH) -> Figures:
        """Milliseconds that clients wait who ask for these pages at once, each in an order of its own: the middle, and one in a hundred."""

        def client(number: int) -> list[float]:
            chance, connection, waited = Random(number), http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE), []
            for _ in range(each):
                started = time.perf_counter()
                self.get(connection, chance.choice(addresses))
                waited.append(1000 * (time.perf_counter() - started))
            return waited

        started = time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as clients:
            found = [one for waited in clients.map(client, range(CLIENTS)) for one in waited]
        return {"p50": median(found), "p99": quantiles(found, n=100)[98], "a_second": len(found) / (time.perf_counter() - started)}


@contextmanager
def ours(out: Path, corpus: Path) -> Iterator[Site]:
    """`pledgebook serve` on a folder of outputs."""
    command = [Path(sys.executable).parent / "pledgebook", "serve", "--out", out, "--corpus", corpus, "--port", "0"]
    with _running(command, {}) as process:
        assert process.stdout
        said = process.stdout.readline()
        found = ADDRESS.search(said)
        if not found:
            raise SystemExit(f"pledgebook serve said: {said.decode()}")
        yield Site(process.pid, int(found[1]))


@contextmanager
def stock(register: Path) -> Iterator[Site]:
    """Datasette as it comes, without our plugin."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", register, "--port", str(port)]
    with _running(command, {"DATASETTE_LOAD_PLUGINS": ""}) as process:
        for _ in range(PATIENCE * 10):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield Site(process.pid, port)


@contextmanager
def _running(command: Sequence[str | Path], more: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, **more, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # it goes on with what nobody waits for
            process.kill()
            process.wait()
