"""`jwtdesk inspect`: the same analysis without a window, one report for each token found."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from jwtdesk.analysis.inner import whole_payload
from jwtdesk.analysis.inspect import inspect_all
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.verdict import State
from jwtdesk.app import inspect_options
from jwtdesk.app.opening import LARGEST, LARGEST_KEY, file_octets, is_path, no_such_file
from jwtdesk.app.report_text import report_text
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import tr

UNUSABLE = 2


def run(arguments: Sequence[str]) -> int:
    """Inspect what `arguments` name and print it.

    Returns 0 when no lamp is bad, 1 when one is, 2 when the call or the input is unusable.
    """
    given = inspect_options.read(arguments)
    texts = _texts(given)
    if isinstance(texts, Problem):
        print(texts.message, file=sys.stderr)
        return UNUSABLE
    worst = 0
    for number, report in enumerate(_reports(given, texts)):
        if given.format == "json":
            print(json.dumps(report.as_json()))
        else:
            print("\n" + "─" * 72 + "\n" if number else "", end="")
            print(report_text(report))
        worst = max(worst, exit_code(report))
    if worst == UNUSABLE and (missing := no_such_file(given.token)):
        print(missing, file=sys.stderr)
    return worst


def exit_code(report: Report) -> int:
    """Return what one report adds to the exit code.

    A token whose whole payload is another one is as good as that (RFC 7519 section 7.2).
    """
    if report.token.kind is Kind.UNREADABLE:
        return UNUSABLE
    if report.nested is not None and whole_payload(report.token) and exit_code(report.nested):
        return 1
    verdict = report.verdict
    lamps = [verdict.structure, verdict.signature, verdict.time, verdict.policy]
    lamps += [report.key_binding] if report.key_binding else []
    return int(any(one.state is State.BAD for one in lamps))


def _reports(given: argparse.Namespace, texts: dict[str, bytes]) -> Iterator[Report]:
    is_secret = given.secret_file is not None
    return inspect_all(
        texts["token"],
        texts.get("secret_file", texts.get("key")),
        now=int(time.time()) if given.at is None else given.at,
        payload=texts.get("payload_file"),
        key_format="secret" if is_secret else "auto",
        secret_encoding=given.secret_encoding,
        passphrase=texts.get("passphrase_file"),
        rules=inspect_options.rules(given),
        diagnose=given.diagnose,
    )


def _texts(given: argparse.Namespace) -> dict[str, bytes] | Problem:
    """Return the octets of everything that was named, or the first thing that cannot be read."""
    token = _token(given.token)
    if isinstance(token, Problem):
        return token
    found = {"token": token}
    for name in ("key", "secret_file", "passphrase_file", "payload_file"):
        largest = LARGEST if name == "payload_file" else LARGEST_KEY
        octets = named_octets(getattr(given, name), largest)
        if isinstance(octets, Problem):
            return octets
        if octets is not None:
            found[name] = without_line_end(octets) if name == "passphrase_file" else octets
    return found


def _token(argument: str | None) -> bytes | Problem:
    """Return the octets of the token; a file's last line end belongs to the file, not to it."""
    if argument is None and sys.stdin.isatty():
        return Problem("no-token", tr("Give a token, a file, or “-” for standard input."))
    if argument is None or argument == "-":
        return without_line_end(sys.stdin.buffer.read(LARGEST + 2))
    path = Path(argument)
    if not is_path(argument, path):
        return argument.encode("utf-8", "surrogateescape")
    found = file_octets(path, LARGEST)
    return found if isinstance(found, Problem) else without_line_end(found)


def named_octets(argument: str | None, largest: int) -> bytes | Problem | None:
    """Return the octets of the file (or standard input) named, None when none is."""
    if argument is None:
        return None
    if argument != "-":
        return file_octets(Path(argument), largest)
    found = sys.stdin.buffer.read(largest + 1)
    if len(found) <= largest:
        return found
    message = tr("Standard input is larger than {limit} bytes.", limit=f"{largest:,}")
    return Problem("file-too-large", message)


def without_line_end(octets: bytes) -> bytes:
    """Return `octets` without one final line end."""
    return octets.removesuffix(b"\n").removesuffix(b"\r")
