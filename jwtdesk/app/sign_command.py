"""`jwtdesk sign`: a header, a payload and a key in, a signed or encrypted token out."""

import argparse
import sys
from collections.abc import Sequence

from jwtdesk.app.inspect_command import UNUSABLE, named_octets, without_line_end
from jwtdesk.app.opening import LARGEST, LARGEST_KEY
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm, algorithm
from jwtdesk.jose.check import unsupported
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.encrypt import encrypt
from jwtdesk.jose.headers import alg_fault, header_members, unencoded
from jwtdesk.jose.jsontext import Value, compact
from jwtdesk.jose.key import KeyInput, SecretEncoding, Unreadable
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import json_reading
from jwtdesk.jose.sign import sign
from jwtdesk.jose.words import tr


def run(arguments: Sequence[str]) -> int:
    """Print the token that `arguments` ask for; 0, or 2 with a sentence when it cannot be made."""
    made = _made(parser().parse_args(arguments))
    if isinstance(made, Problem):
        print(made.message, file=sys.stderr)
        return UNUSABLE
    print(made)
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of `jwtdesk sign`; secrets are files, never arguments."""
    made = argparse.ArgumentParser(
        prog="jwtdesk sign",
        description=tr(
            "Print the token over a header and a payload; “alg” stands in the header. "
            "With “enc” beside it the token is encrypted (JWE), with “zip” compressed as well. "
            "The payload may be JSON, text, octets or another token; with “b64” false in the "
            "header it stands as it is."
        ),
        allow_abbrev=False,
    )
    made.add_argument("--header", metavar="FILE", required=True, help=tr("the header, as JSON"))
    made.add_argument("--payload", metavar="FILE", required=True, help=tr("what the token carries"))
    key = tr("a secret or a private key in any format; to encrypt, a public key is enough")
    made.add_argument("--key", metavar="FILE", help=key)
    made.add_argument("--raw", action="store_true", help=tr("keep both texts byte for byte"))
    encodings = [one.value for one in SecretEncoding]
    made.add_argument(
        "--secret-encoding",
        choices=encodings,
        default=SecretEncoding.UTF8.value,
        help=tr("how the text of a secret is read"),
    )
    made.add_argument("--passphrase-file", metavar="FILE", help=tr("opens an encrypted key"))
    return made


def _made(given: argparse.Namespace) -> str | Problem:
    names = ("header", "payload", "key", "passphrase_file")
    if [getattr(given, name) for name in names].count("-") > 1:
        return Problem("input-twice", tr("Standard input (“-”) can be read once only."))
    texts: dict[str, bytes] = {}
    for name in names:
        largest = LARGEST if name in {"header", "payload"} else LARGEST_KEY
        octets = named_octets(getattr(given, name), largest)
        if isinstance(octets, Problem):
            return octets
        if octets is not None:
            texts[name] = octets
    passphrase = texts.get("passphrase_file")
    key = None
    if "key" in texts:
        key = KeyInput(
            texts["key"],
            "auto",
            SecretEncoding(given.secret_encoding),
            None if passphrase is None else without_line_end(passphrase),
        )
    return token_over(texts["header"], texts["payload"], key, raw=given.raw)


def token_over(header: bytes, payload: bytes, key: KeyInput | None, *, raw: bool) -> str | Problem:
    """Return the compact token over two segments, or what keeps it from being made.

    Unless `raw`, white space outside of JSON strings is removed; nothing else ever changes.
    """
    members = header_members(json_reading(header))
    if isinstance(members, Problem):
        return members
    fault = alg_fault(members)
    if fault is not None:
        return fault
    if not raw:
        header, payload = _tight(header), _tight(payload)
    chosen = algorithm(members["alg"])
    if chosen is not None:
        return _signed(chosen, members, header, payload, key)
    if "enc" in members:
        return _encrypted(header, payload, key)
    return Problem("unsupported-algorithm", unsupported(members["alg"]))


def _signed(
    chosen: Algorithm,
    members: dict[str, Value],
    header: bytes,
    payload: bytes,
    key: KeyInput | None,
) -> str | Problem:
    """Return the two segments and the signature over them (RFC 7515 section 5.1)."""
    content = _content(payload, members)
    if isinstance(content, Problem):
        return content
    start = base64url.encode(header) + "."
    signature = _signature(chosen, key, members.get("kid"), start.encode() + content)
    if isinstance(signature, Problem):
        return signature
    return f"{start}{content.decode('utf-8')}.{base64url.encode(signature)}"


def _encrypted(header: bytes, payload: bytes, key: KeyInput | None) -> str | Problem:
    """Return the payload encrypted for the holder of `key` (RFC 7516 section 5.1)."""
    if key is None:
        return Problem("no-key", tr("Encrypting needs a key: name its file with --key."))
    keys = read_key(key)
    if isinstance(keys, Unreadable):
        return keys.problem
    made = encrypt(header.decode("utf-8"), payload, keys)
    return made if isinstance(made, Problem) else made.text


def _tight(octets: bytes) -> bytes:
    """Return sound JSON without white space between its lexemes; anything else as it is."""
    document = json_reading(octets)
    if document is None or not document.sound:
        return octets
    return compact(document.text).encode("utf-8")


def _content(payload: bytes, header: dict[str, Value]) -> bytes | Problem:
    """Return the payload as it stands in the token: encoded, or as it is (RFC 7797)."""
    alone = unencoded(header, header)
    if isinstance(alone, Problem):
        return alone
    if not alone:
        return base64url.encode(payload).encode("ascii")
    if b"." in payload or json_reading(payload) is None:
        message = tr("An unencoded payload (“b64”: false) must be text without a dot.")
        return Problem("unencoded-payload", message)
    return payload


def _signature(
    chosen: Algorithm, given: KeyInput | None, kid: Value, octets: bytes
) -> bytes | Problem:
    if given is None or chosen.key_type is None:
        return sign(chosen, None, octets)
    keys = read_key(given)
    if isinstance(keys, Unreadable):
        return keys.problem
    tried = candidates(keys, kid)
    fitting = [one for one in tried if misfit(chosen, one, signing=True) is None]
    return sign(chosen, (fitting or list(tried))[0], octets)
