"""A key written in another form, exactly the same key (RFC 5208, 5915, 7517, 8017, 4253)."""

import json
from dataclasses import dataclass
from enum import Enum
from typing import Any

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.export_jwk import jwk_members
from jwtdesk.jose.export_locked import locked_jwk_text
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.material.rsa_signing import RsaSigning
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

# Finding the primes of a longer key from its exponents takes more than a frame.
FACTORED_BITS = 4096
OPENSSH_CURVES = ("P-256", "P-384", "P-521", "Ed25519")


class ExportForm(Enum):
    """The forms a key can be written in; the value is stable."""

    PKCS8 = "pkcs8"
    PKCS8_DER = "pkcs8-der"
    PKCS1 = "pkcs1"
    SEC1 = "sec1"
    JWK_PRIVATE = "jwk-private"
    SPKI = "spki"
    SPKI_DER = "spki-der"
    PKCS1_PUBLIC = "pkcs1-public"
    JWK_PUBLIC = "jwk-public"
    JWK_SET = "jwk-set"
    OPENSSH_PUBLIC = "openssh-public"


JSON_FORMS = (ExportForm.JWK_PRIVATE, ExportForm.JWK_PUBLIC, ExportForm.JWK_SET)


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is called, and what it takes.

    `private` says that who gets it can sign. `encryptable` that a passphrase can protect it.
    `ending` is the usual end of its file name, with the dot; `text` whether it can be copied.
    `needs` names the one key type it is for, if it is for one; `locked_ending` is the end of its
    name when a passphrase makes something else of it, "" when it does not.
    """

    title: str
    ending: str
    private: bool = False
    encryptable: bool = False
    text: bool = True
    needs: KeyType | None = None
    locked_ending: str = ""


def form_of(form: ExportForm) -> Form:
    """Return what `form` is called and takes."""
    return {
        ExportForm.PKCS8: Form(tr("Private key, PEM (PKCS#8)"), ".pem", True, True),
        ExportForm.PKCS8_DER: Form(tr("Private key, DER (PKCS#8)"), ".der", True, True, False),
        ExportForm.PKCS1: Form(
            tr("Private key, PEM (PKCS#1)"), ".pem", True, True, needs=KeyType.RSA
        ),
        ExportForm.SEC1: Form(tr("Private key, PEM (SEC1)"), ".pem", True, True, needs=KeyType.EC),
        ExportForm.JWK_PRIVATE: Form(
            tr("Private key, JWK"), ".jwk.json", True, True, locked_ending=".jwk.jwe"
        ),
        ExportForm.SPKI: Form(tr("Public key, PEM (SPKI)"), ".pub.pem"),
        ExportForm.SPKI_DER: Form(tr("Public key, DER (SPKI)"), ".pub.der", text=False),
        ExportForm.PKCS1_PUBLIC: Form(
            tr("Public key, PEM (PKCS#1)"), ".pub.pem", needs=KeyType.RSA
        ),
        ExportForm.JWK_PUBLIC: Form(tr("Public key, JWK"), ".pub.jwk.json"),
        ExportForm.JWK_SET: Form(tr("Public keys, JWK Set"), ".jwks.json"),
        ExportForm.OPENSSH_PUBLIC: Form(tr("Public key, OpenSSH line"), ".pub"),
    }[form]


def export_forms(key: Key) -> tuple[ExportForm, ...]:
    """Return the forms that `key` can be written in, private ones first."""
    if key.type is KeyType.OCT:
        return (ExportForm.JWK_PRIVATE,)
    return tuple(form for form in ExportForm if _can(key, form))


def export(
    keys: Keys, key: Key, form: ExportForm, passphrase: bytes | None = None
) -> bytes | Problem:
    """Return `key`, a member of `keys`, written in `form`; the set form takes all of `keys`.

    A `passphrase` encrypts a private form that can be. Reading the octets gives the same key
    again. Never raises, and never passes a library's words on.
    """
    if form not in export_forms(key):
        return _impossible()
    if form_of(form).private and _primeless(key):
        return Problem(
            "export-primeless",
            tr("This long RSA key lacks its primes, and finding them would take too long."),
        )
    try:
        if form in JSON_FORMS:
            return _json_form(keys, key, form, passphrase)
        if form_of(form).private:
            return _private(key, form, passphrase)
        return _public(key.public, form)
    except Exception:  # noqa: BLE001 - whatever the library finds, its text may hold the key
        return _impossible()


def _can(key: Key, form: ExportForm) -> bool:
    facts = form_of(form)
    if facts.private and key.signing is None:
        return False
    if facts.needs is not None and key.type is not facts.needs:
        return False
    openssh = key.type is KeyType.RSA or key.curve in OPENSSH_CURVES
    return openssh or form is not ExportForm.OPENSSH_PUBLIC


def _primeless(key: Key) -> bool:
    signing = key.signing
    return isinstance(signing, RsaSigning) and not signing.parts.p and key.size > FACTORED_BITS


def _json_form(keys: Keys, key: Key, form: ExportForm, passphrase: bytes | None) -> bytes | Problem:
    """Return a JWK or a JWK Set; a shared secret never enters a set, which is public."""
    if form is not ExportForm.JWK_SET:
        private = form is ExportForm.JWK_PRIVATE
        made = _json(jwk_members(key, private=private))
        return locked_jwk_text(made, passphrase) if private and passphrase else made
    public = [one for one in keys.members if one.type is not KeyType.OCT]
    return _json({"keys": [jwk_members(one, private=False) for one in public]})


def _json(value: dict[str, object]) -> bytes:
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()


def _private(key: Key, form: ExportForm, passphrase: bytes | None) -> bytes | Problem:
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    signing: Any = key.signing.load() if isinstance(key.signing, RsaSigning) else key.signing
    if signing is None:
        return _impossible()
    old = form in (ExportForm.PKCS1, ExportForm.SEC1)
    return bytes(
        signing.private_bytes(
            Encoding.DER if form is ExportForm.PKCS8_DER else Encoding.PEM,
            PrivateFormat.TraditionalOpenSSL if old else PrivateFormat.PKCS8,
            BestAvailableEncryption(passphrase) if passphrase else NoEncryption(),
        )
    )


def _public(public: Any, form: ExportForm) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    encoding, shape = {
        ExportForm.SPKI: (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        ExportForm.SPKI_DER: (Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        ExportForm.PKCS1_PUBLIC: (Encoding.PEM, PublicFormat.PKCS1),
        ExportForm.OPENSSH_PUBLIC: (Encoding.OpenSSH, PublicFormat.OpenSSH),
    }[form]
    octets = bytes(public.public_bytes(encoding, shape))
    return octets if octets.endswith(b"\n") or form is ExportForm.SPKI_DER else octets + b"\n"


def _impossible() -> Problem:
    return Problem("export-impossible", tr("This key cannot be written in this form."))
