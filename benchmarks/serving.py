"""What the benchmarks share: a quiet server, and the ways to the project and the browser."""

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


class QuietServer(ThreadingHTTPServer):
    """Says nothing of a browser that moved on."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing."""


def served(site: Path) -> str:
    """The address at which `site` is served."""
    server = QuietServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"
