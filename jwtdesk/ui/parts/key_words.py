"""What the key card says about a key, and about the key that is missing."""

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, algorithm
from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.encryption_words import encryption_words
from jwtdesk.model.session import Session
from jwtdesk.model.shown_algorithm import ways
from jwtdesk.model.source import FromClaims
from jwtdesk.model.token_kinds import ENCRYPTED


def needed_words(session: Session) -> str:
    """Return which key this token needs, for an empty key field."""
    if session.empty:
        return tr("A secret, PEM, JWK or key set. Each token needs its own kind.")
    named = ways(session)
    if named.encrypts or session.known.token.kind in ENCRYPTED:
        return encryption_words(named)
    name = named.alg
    if name is None:
        return tr("The header names no algorithm, so any kind of key may be given.")
    chosen = algorithm(name)
    if chosen is None:
        return tr("“{name}” is not an algorithm this program can check.", name=name)
    pair = chosen.key_type not in (None, KeyType.OCT)
    making = pair and isinstance(session.source, FromClaims)
    return _to_sign(chosen) if making else _needed(chosen)


def _to_sign(chosen: Algorithm) -> str:
    """Return what signs the claims that are being written: whoever checks needs less."""
    kind = " / ".join(chosen.curves) or (chosen.key_type.value if chosen.key_type else "")
    return tr("Signing with {name} takes a private {kind} key.", name=chosen.name, kind=kind)


def _needed(chosen: Algorithm) -> str:
    if chosen.family is Family.NONE:
        return tr("This token carries no signature: there is nothing a key could check.")
    if chosen.key_type is KeyType.OCT:
        return tr(
            "{name} needs the secret that issuer and receiver share, {bits} bits or more.",
            name=chosen.name,
            bits=chosen.minimum_bits,
        )
    if chosen.key_type is KeyType.RSA:
        return tr(
            "{name} needs the issuer's RSA public key: PEM, JWK or key set.", name=chosen.name
        )
    return tr(
        "{name} needs the issuer's {curve} public key: PEM, JWK or key set.",
        name=chosen.name,
        curve=" / ".join(chosen.curves),
    )


def resign_words(session: Session) -> str:
    """Return what making the token anew is called: signing it, or encrypting it."""
    return tr("Encrypt anew") if ways(session).encrypts else tr("Re-sign with this key")


def key_in_use(session: Session) -> Key | None:
    """Return the key that decided the signature, else the first there is."""
    verification = session.verdict.verification
    if verification is not None and verification.key is not None:
        return verification.key
    keys = session.known.keys
    return keys.members[0] if isinstance(keys, Keys) and keys.members else None


def type_words(key: Key) -> str:
    """Return what kind of key it is: "EC, P-256", "RSA, 2048 bits", "Secret"."""
    if key.type is KeyType.OCT:
        return tr("Secret")
    if key.curve:
        return f"{key.type.value}, {key.curve}"
    return tr("{type}, {bits} bits", type=key.type.value, bits=key.size)


def length_words(key: Key) -> str:
    """Return the length of a secret in bytes and bits."""
    octets = plural(key.size // 8, "{count} byte", "{count} bytes")
    return tr("{octets}, {bits} bits", octets=octets, bits=f"{key.size:,}")


def use_words(key: Key) -> str:
    """Return what the key itself says it may be used for; empty when it says nothing."""
    parts = [part for part in (key.alg, key.use, *(key.key_ops or ())) if part]
    return ", ".join(parts)


def fit_words(session: Session) -> tuple[str, str]:
    """Return one sentence on how this key serves this token, and its tone."""
    if not session.key.octets or session.empty:
        return "", "muted"
    if isinstance(session.known.keys, Unreadable):
        return "", "muted"
    lamp = session.verdict.signature
    verification = session.verdict.verification
    if lamp.state is State.PENDING or verification is None:
        return "", "muted"
    tones = {
        SignatureCode.VERIFIED: "ok",
        SignatureCode.DECRYPTED: "ok",
        SignatureCode.CANNOT_DECRYPT: "bad",
        SignatureCode.MISMATCH: "bad",
        SignatureCode.MALFORMED: "bad",
        SignatureCode.KEY_UNUSABLE: "warn",
    }
    tone = tones.get(verification.code, "muted")
    # The lamp may know better: nothing was encrypted yet, or nobody tried to decrypt.
    return lamp.text, "warn" if lamp.state is State.WARN and tone != "muted" else tone


def secret_text(session: Session) -> str:
    """Return the text of a shared secret, for showing its invisible characters; else ""."""
    keys = session.known.keys
    is_secret = isinstance(keys, Keys) and any(one.type is KeyType.OCT for one in keys.members)
    return text_of(session.key) if is_secret and not keys_in_json(session.key) else ""


def keys_in_json(given: KeyInput) -> bool:
    """Return whether the key was written as JSON."""
    return given.octets.lstrip()[:1] == b"{"


def text_of(given: KeyInput) -> str:
    """Return the key as text; "" when it is a binary file."""
    try:
        return given.octets.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""


def octets_of(text: str) -> bytes:
    """Return the octets that a key text stands for."""
    return text.encode("utf-8", "surrogatepass")
