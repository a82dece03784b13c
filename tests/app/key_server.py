"""A server on this computer that publishes keys, or does what a hostile one may do."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

JWKS = b'{"keys":[{"kty":"oct","k":"AAAA","kid":"a"}]}'
DISCOVERY = b'{"issuer":"http://127.0.0.1","jwks_uri":"http://127.0.0.1/jwks"}'
BODIES = {
    "/jwks": JWKS,
    "/jwk": b'{"kty":"oct","k":"AAAA"}',
    "/discovery": DISCOVERY,
    "/html": b"<!doctype html><title>Sign in</title>",
    "/deep": b"[" * 200_000 + b"]" * 200_000,
    "/many": b'{"keys":[' + b"{}," * 199_999 + b"{}]}",
    "/text": b"no keys today",
    "/list": b"[1,2]",
    "/nothing": b"{}",
}


class _Answers(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        """Answer by the path."""
        try:
            if self.path in BODIES:
                self._send(200, BODIES[self.path])
            else:
                ODD.get(self.path, _Answers._silence)(self)
        except OSError:  # the caller has had enough
            return

    def _silence(self) -> None:
        self.server.over.wait(30)

    def _announce(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "200000000")
        self.end_headers()

    def _flood(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(3200):
            self.wfile.write(b" " * 65536)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.over.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *words: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


ODD: dict[str, Callable[[_Answers], object]] = {
    "/redirect": lambda one: one._send(302, b"", Location="http://127.0.0.1:1/elsewhere"),
    "/redirect-nowhere": lambda one: one._send(308, b""),
    "/error": lambda one: one._send(503, b"later"),
    "/zipped": lambda one: one._send(200, b"\x1f\x8b", **{"Content-Encoding": "gzip"}),
    "/garbage": lambda one: one.wfile.write(b"\x00\x01\x02 no http at all\r\n\r\n"),
    "/announced": _Answers._announce,
    "/flood": _Answers._flood,
    "/drip": _Answers._drip,
}


class _Server(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.over = threading.Event()


@contextmanager
def key_server() -> Iterator[str]:
    """Serve on a free port of this computer; yields the address to put paths after."""
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
