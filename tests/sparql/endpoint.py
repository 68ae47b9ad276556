"""A real SPARQL endpoint: Oxigraph's server, on this machine, for as long as it is needed."""

from __future__ import annotations

import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_SERVER = str(Path(sysconfig.get_path("scripts")) / "oxigraph")
_PATIENCE = 60.0


@contextmanager
def serving(file: Path, location: Path) -> Iterator[str]:
    """Load an RDF file into a store at `location` and serve it; yield the URL of its endpoint."""
    load = [_SERVER, "load", "--location", str(location), "--file", str(file)]
    subprocess.run(load, check=True, capture_output=True)
    port = free_port()
    command = [_SERVER, "serve-read-only", "--location", str(location), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            server.terminate()


def free_port() -> int:
    """Return a port on which nobody listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"no SPARQL server came up on port {port}")
