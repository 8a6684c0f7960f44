import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from pipeline.errors import PipelineError, RegisterError
from pipeline.site.serve import _listen, datasette_app, serve

METADATA = Path(__file__).parent.parent.parent / "datasette-metadata.json"


def test_without_a_register_it_says_what_to_do(tmp_path):
    with pytest.raises(RegisterError, match="run `pledgebook ingest` first"):
        serve(tmp_path, METADATA, "127.0.0.1", 0)


def test_without_metadata_it_says_which_file_is_missing(published, tmp_path):
    with pytest.raises(PipelineError, match=r"nothing\.json"):
        datasette_app(published, tmp_path / "nothing.json")


def test_broken_metadata_is_said_plainly(published, tmp_path):
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(PipelineError, match="cannot be read from"):
        datasette_app(published, tmp_path / "broken.json")


def test_a_port_that_is_taken_is_said_plainly(published):
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(PipelineError, match="choose another --host or --port"):
        serve(published.parent, METADATA, "127.0.0.1", other.getsockname()[1])


def test_no_answer_waits_for_the_browser_to_acknowledge_its_beginning():
    with _listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def test_in_a_folder_that_nobody_may_write_to_the_register_is_immutable(published, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: False)
    datasette = datasette_app(published, METADATA)
    assert not datasette.get_database("register").is_mutable
    assert (await datasette.client.get("/register/papers")).status_code == 200


@pytest.mark.parametrize("module, costly", [("pipeline.site.serve", "datasette"), ("pipeline.register", "sqlite_utils")])
def test_importing_us_does_not_import_what_is_costly(module, costly):
    code = f"import sys, {module}; sys.exit('{costly}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_serves_until_it_is_stopped_and_then_ends_quietly(published):
    code = "import sys; from pathlib import Path; from pipeline.site.serve import serve; serve(*map(Path, sys.argv[1:]), '127.0.0.1', 0)"
    command = [sys.executable, "-c", code, str(published.parent), str(METADATA)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = re.search(r"http://\S+", server.stdout.readline())[0]
            with urllib.request.urlopen(f"{address}register/papers.json?_shape=array") as answer:
                assert len(json.load(answer)) == 5
        finally:
            server.send_signal(signal.SIGINT)
        assert server.communicate(timeout=30) == ("", "")
    assert server.returncode == 0
