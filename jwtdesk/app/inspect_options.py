"""What `jwtdesk inspect` understands, and what it was told (times as epoch seconds or ISO 8601)."""

import argparse
import math
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from jwtdesk.analysis.rules import Rules
from jwtdesk.app.opening import is_path
from jwtdesk.jose.key import SecretEncoding
from jwtdesk.jose.token_start import START
from jwtdesk.jose.words import tr

_GREEDY = ("alg", "aud", "require", "iss")


def parser() -> argparse.ArgumentParser:
    """Return the parser of `jwtdesk inspect`; secrets are files, never arguments."""
    made = argparse.ArgumentParser(
        prog="jwtdesk inspect",
        description=tr(
            "Say everything about a token, without a window: signed (JWS), encrypted (JWE), "
            "nested, with selective disclosures (SD-JWT), compact or in JSON."
        ),
        epilog=tr("Exit: 0 no lamp is bad, 1 one is, 2 the call or the input is unusable."),
        allow_abbrev=False,
    )
    made.add_argument("token", nargs="?", metavar="FILE|TOKEN|-", help=tr("standard input is “-”"))
    key = tr("a secret, a key or a key set in any format; it verifies or decrypts")
    made.add_argument("--key", metavar="FILE", help=key)
    made.add_argument("--secret-file", metavar="FILE", help=tr("its bytes are the shared secret"))
    encodings = [one.value for one in SecretEncoding]
    made.add_argument(
        "--secret-encoding",
        choices=encodings,
        default=SecretEncoding.UTF8.value,
        help=tr("how the text of a secret is read"),
    )
    made.add_argument("--passphrase-file", metavar="FILE", help=tr("opens an encrypted key"))
    made.add_argument("--payload-file", metavar="FILE", help=tr("the payload that travels apart"))
    _expectations(made)
    made.add_argument("--diagnose", action="store_true", help=tr("why does it not verify?"))
    made.add_argument(
        "--format", choices=("text", "json"), default="text", help=tr("for people or for programs")
    )
    return made


def _expectations(made: argparse.ArgumentParser) -> None:
    for name, metavar, words in (
        ("alg", "NAME", tr("the algorithms that are accepted")),
        ("iss", "X", tr("the issuers that are expected")),
        ("aud", "X", tr("the audiences of which one is expected")),
        ("require", "CLAIM", tr("claims that must be there")),
    ):
        made.add_argument(
            f"--{name}", action="extend", nargs="+", metavar=metavar, default=[], help=words
        )
    seconds_of_leeway = tr("seconds by which clocks may differ")
    made.add_argument("--leeway", type=seconds, default=0, metavar="S", help=seconds_of_leeway)
    at = tr("judge it at this moment: seconds since 1970, or ISO 8601")
    made.add_argument("--at", type=moment, metavar="TIME", help=at)
    made.add_argument(
        "--kb-aud",
        metavar="X",
        help=tr("whom the key binding of an SD-JWT must be meant for: you, its verifier"),
    )
    made.add_argument(
        "--kb-nonce",
        metavar="X",
        help=tr("the nonce that you gave the holder of an SD-JWT to sign"),
    )


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what `arguments` say; a wrong call exits with 2 and says why."""
    given = parser().parse_args(arguments)
    if given.token is None:
        given.token = _swallowed(given)
    if given.key is not None and given.secret_file is not None:
        parser().error(tr("--key and --secret-file exclude each other"))
    from_input = [given.token, given.key, given.secret_file, given.passphrase_file]
    if [*from_input, given.payload_file].count("-") > 1:
        parser().error(tr("standard input (“-”) can be read once only"))
    return given


def _swallowed(given: argparse.Namespace) -> str | None:
    """Return the token when it stands last behind an option that takes several values."""
    for name in _GREEDY:
        values: list[str] = getattr(given, name)
        if len(values) > 1 and _is_input(values[-1]):
            return values.pop()
    return None


def _is_input(text: str) -> bool:
    return text == "-" or START.match(text) is not None or is_path(text, Path(text))


def rules(given: argparse.Namespace) -> Rules:
    """Return the expectations that were named."""
    return Rules(
        leeway=given.leeway,
        algorithms=tuple(given.alg),
        issuers=tuple(given.iss),
        audiences=tuple(given.aud),
        required=tuple(given.require),
        kb_aud=given.kb_aud,
        kb_nonce=given.kb_nonce,
    )


def seconds(text: str) -> int:
    """Return a number of seconds that is not negative."""
    found = int(text)
    if found < 0:
        raise argparse.ArgumentTypeError(tr("it must not be negative"))
    return found


def moment(text: str) -> int:
    """Return the second that `text` names: since 1970, or as ISO 8601 (UTC unless it says)."""
    try:
        return math.floor(float(text)) if not text.lstrip("-").isdigit() else int(text)
    except (ValueError, OverflowError):
        pass
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        message = tr("“{text}” is neither a number of seconds nor ISO 8601", text=text)
        raise argparse.ArgumentTypeError(message) from None
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return math.floor(aware.timestamp())
