"""Encrypting a text anew under a header that stays as it is written (RFC 7516 section 5.1)."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from jwtdesk.jose import base64url
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.decrypt_words import not_known, nothing_fits, unnamed
from jwtdesk.jose.encrypted_parts import header_fault
from jwtdesk.jose.encryption import (
    MOST_ITERATIONS,
    ContentEncryption,
    KeyManagement,
    Wrapped,
    Wrapping,
    content_encryption,
    key_management,
)
from jwtdesk.jose.encryption_fit import key_misfit
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.inflate import deflate
from jwtdesk.jose.jsontext import Value, read, replace_value
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.open_content import compression
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class Encryption:
    """A token that was encrypted here.

    `text` is the whole token, `header` the protected header's final text, `by` what the key is
    called. `notes` say what was left out.
    """

    text: str
    header: str
    by: str
    notes: tuple[Problem, ...] = ()


def encrypt(
    header: str, plaintext: bytes, keys: Keys, *, patient: bool = False
) -> Encryption | Problem:
    """Encrypt `plaintext` as a compact token under the protected header `header`; never raises.

    `header` is JSON text and is kept byte for byte, but for the members that must be computed:
    `epk`, the `iv` and `tag` of GCM key wrapping, and `p2s` and `p2c` where they are absent. A
    public key is enough where `alg` has one. `patient` allows more than a million iterations.
    """
    members = header_members(read(header))
    if isinstance(members, Problem):
        return members
    way = way_of(members, members)
    if isinstance(way, Problem):
        return way
    key = fitting_key(way, keys)
    if isinstance(key, Problem):
        return key
    wrapped = wrap_for(way, key, None, patient=patient)
    if isinstance(wrapped, Problem):
        return wrapped
    final = with_members(header, wrapped.members)
    protected = base64url.encode(octets_of(final))
    sealed = seal(way, wrapped.content_key, plaintext, protected.encode())
    parts = (wrapped.encrypted_key, sealed.iv, sealed.ciphertext, sealed.tag)
    text = ".".join((protected, *(base64url.encode(one) for one in parts)))
    return Encryption(text, final, name_of(keys, key))


@dataclass(frozen=True, slots=True)
class Way:
    """How one recipient's content key is made and what it encrypts, from the merged header."""

    header: Mapping[str, Value]
    management: KeyManagement
    content: ContentEncryption
    zipped: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Encrypted content: the initialisation vector, the ciphertext and the tag."""

    iv: bytes
    ciphertext: bytes
    tag: bytes = field(repr=False)


def way_of(header: Mapping[str, Value], protected: Mapping[str, Value]) -> Way | Problem:
    """Return how to encrypt under the merged `header`, or why nobody can."""
    fault = header_fault(header)
    if fault is not None:
        return fault
    management = key_management(header["alg"])
    content = content_encryption(header["enc"])
    if management is None or content is None:
        return Problem("unsupported-algorithm", not_known(header))
    zipped = compression(header, protected)
    if isinstance(zipped, Problem):
        return zipped
    return Way(header, management, content, zipped)


def fitting_key(way: Way, keys: Keys) -> Key | Problem:
    """Return the first key that can encrypt, of those that `kid` names or else of all."""
    kid = way.header.get("kid")
    tried = candidates(keys, kid)
    faults = [key_misfit(way.management, way.content, key, encrypting=True) for key in tried]
    fitting = (key for key, fault in zip(tried, faults, strict=True) if fault is None)
    found = next(fitting, None)
    if found is not None:
        return found
    text = " ".join(filter(None, (nothing_fits(way.management, faults), unnamed(keys, kid))))
    return Problem(next((one.code for one in faults if one), "no-key"), text)


def wrap_for(
    way: Way, key: Key, content_key: bytes | None, *, patient: bool = False
) -> Wrapped | Problem:
    """Return the content key, made ready for the holder of `key`; a new one when None is given."""
    most = 2**31 if patient else MOST_ITERATIONS
    try:
        return way.management.engine().wrap(
            key, Wrapping(way.header, way.content, most=most), content_key
        )
    except Exception:  # noqa: BLE001 - a library's own refusal; its text may hold the key
        text = tr("This key cannot encrypt with {alg}.", alg=way.management.name)
        return Problem("cannot-encrypt", text)


def seal(way: Way, content_key: bytes, plaintext: bytes, aad: bytes) -> Content:
    """Encrypt `plaintext`, deflated where the header says so, under a new vector."""
    iv = secrets.token_bytes(way.content.iv_octets)
    inside = deflate(plaintext) if way.zipped else plaintext
    ciphertext, tag = way.content.engine().encrypt(inside, content_key, iv, aad)
    return Content(iv, ciphertext, tag)


def with_members(header: str, members: tuple[tuple[str, str], ...]) -> str:
    """Return the JSON text `header` with the computed `members` set, all else as it was."""
    for name, lexeme in reversed(members):
        header = replace_value(header, name, lexeme)
    return header


def name_of(keys: Keys, key: Key) -> str:
    """Return what `key` is called: its `kid`, else its place in the set, else what it is."""
    if key.kid is not None:
        return key.kid
    if len(keys.members) > 1:
        return tr("key {number} of the set", number=keys.members.index(key) + 1)
    return key.form or keys.form
