"""Tokens made wrong on purpose, and the one claim that nearly every test of a family makes."""

import hmac
import json
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from jwtdesk.analysis.case import case_of
from jwtdesk.analysis.diagnose import Diagnosis, diagnose
from jwtdesk.analysis.hypothesis import Case, Confidence, Effort, Explanation
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.key import KeyInput, SecretEncoding

HASHES = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}
CURVES: dict[str, tuple[ec.EllipticCurve, int]] = {
    "ES256": (ec.SECP256R1(), 32),
    "ES384": (ec.SECP384R1(), 48),
    "ES512": (ec.SECP521R1(), 66),
    "ES256K": (ec.SECP256K1(), 32),
}
# Shorter than the block of any hash: beyond it HMAC hashes the secret itself.
SECRET = b"a secret of the tests, and a rather long one"
CLAIMS = '{"sub":"ada","name":"Ada L\u00f8velace","iat":1800000000,"url":"https://a.example/x"}'
EXPLAINED = frozenset({"content-changed"})
EXPLAINING = frozenset({"reserialized", "padded-signing-input", "unencoded-payload", "graph-nonce"})
BESIDE = frozenset({"library-verdicts", "ecdsa-recovered-key", "kid-missing"})


def header(alg: str, **more: object) -> str:
    """Return a compact header."""
    return json.dumps({"alg": alg, "typ": "JWT", **more}, separators=(",", ":"))


def part(text: str | bytes) -> str:
    """Return a segment."""
    return encode(text if isinstance(text, bytes) else text.encode())


@cache
def rsa_key(which: int = 0, bits: int = 2048) -> rsa.RSAPrivateKey:
    """Return one of a few RSA keys; the same one every time."""
    del which
    return rsa.generate_private_key(65537, bits)


@cache
def ec_key(alg: str = "ES256", which: int = 0) -> ec.EllipticCurvePrivateKey:
    """Return one of a few keys on the curve of `alg`."""
    del which
    return ec.generate_private_key(CURVES[alg][0])


@cache
def ed_key(which: int = 0) -> ed25519.Ed25519PrivateKey:
    """Return one of a few Ed25519 keys."""
    del which
    return ed25519.Ed25519PrivateKey.generate()


def public(key: Any, form: PublicFormat = PublicFormat.SubjectPublicKeyInfo) -> bytes:
    """Return the public PEM text of a private key."""
    return bytes(key.public_key().public_bytes(Encoding.PEM, form))


def private(key: Any) -> bytes:
    """Return the private PEM text of a key."""
    return bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def signature(alg: str, message: bytes, key: Any, salt: int | None = None) -> bytes:
    """Return the signature octets that `alg` makes with a secret or a private key."""
    if alg.startswith("HS"):
        return hmac.digest(key, message, "sha" + alg[2:])
    if alg.startswith("RS"):
        return bytes(key.sign(message, padding.PKCS1v15(), HASHES[alg[2:]]))
    if alg.startswith("PS"):
        made = HASHES[alg[2:]]
        length = made.digest_size if salt is None else salt
        return bytes(key.sign(message, padding.PSS(padding.MGF1(made), length), made))
    if alg in CURVES:
        hashed, size = HASHES["256" if alg == "ES256K" else alg[2:]], CURVES[alg][1]
        r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashed)))
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")
    return bytes(key.sign(message))


def token(
    alg: str, key: Any, claims: str = CLAIMS, head: str | None = None, salt: int | None = None
) -> str:
    """Return a whole token; `head` may say something else than `alg`."""
    message = f"{part(head or header(alg))}.{part(claims)}"
    return f"{message}.{part(signature(alg, message.encode(), key, salt))}"


def shown_instead(made: str, head: str | None = None, claims: str | None = None) -> str:
    """Return `made` with another header or payload in it, and its old signature."""
    first, second, third = made.split(".")
    first = first if head is None else part(head)
    second = second if claims is None else part(claims)
    return f"{first}.{second}.{third}"


def riddle(
    text: str,
    key: bytes,
    *,
    form: str = "auto",
    encoding: SecretEncoding = SecretEncoding.UTF8,
    detached: bytes | None = None,
) -> Case:
    """Return the case of a token text under a key text."""
    return case_of(text, KeyInput(key, form, encoding), detached)


def explained(case: Case, effort: Effort = Effort.QUICK) -> Diagnosis:
    """Return the diagnosis, with what must hold of every one of them."""
    found = diagnose(case, effort)
    assert found.finished
    assert len({one.id for one in found.explanations}) == len(found.explanations)
    for one in found.explanations:
        assert one.title.endswith((".", "signature."))
        assert one.evidence
        assert one.fix is None or verifies(case, one.fix), one.id
    return found


def card(case: Case, ident: str, *, mends: bool, proven: bool = True) -> Explanation:
    """Return the card `ident`, which must be there and the only cause; `mends` as it should."""
    found = {one.id: one for one in explained(case).explanations}
    assert ident in found, (ident, sorted(found))
    assert found.keys() - BESIDE - EXPLAINED <= {ident}
    assert ident in EXPLAINING or not found.keys() & (EXPLAINED - {ident})
    assert (found[ident].fix is not None) is mends
    assert (found[ident].confidence is Confidence.PROVEN) is proven
    return found[ident]


def causes(case: Case) -> set[str]:
    """Return the ids of everything that is offered as a cause."""
    return {one.id for one in explained(case).explanations} - BESIDE
