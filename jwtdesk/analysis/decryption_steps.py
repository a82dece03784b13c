"""How an encrypted token is opened, step by step (RFC 7516 section 5.2)."""

from jwtdesk.analysis.step import SHOWN_OCTETS, Step, cut
from jwtdesk.jose.encryption import (
    ContentEncryption,
    KeyManagement,
    content_encryption,
    key_management,
)
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import described
from jwtdesk.jose.token import Encrypted, Recipient, Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import plural, tr


def decryption_steps(
    token: Token, sealed: Encrypted, verification: Verification | None, index: int = 0
) -> tuple[Step, ...]:
    """Return the steps to the content of `token` for recipient `index`, as far as they can be gone.

    Nothing secret is told: neither the content key nor what was decrypted.
    """
    if index >= len(sealed.recipients):
        return ()
    one = sealed.recipients[index]
    way = key_management(one.header.get("alg"))
    content = content_encryption(one.header.get("enc"))
    key = verification.key if verification is not None else None
    found = [_parts(token, sealed, one)]
    if key is not None:
        text = tr("The key that opens is {key}.", key=described(key))
        found.append(Step(tr("Key"), text, _print(key), key.size // 8, "RFC 7516 section 5.2"))
    if way is not None:
        found.append(_content_key(way, one))
    found.append(_beside(sealed))
    if content is not None:
        found.append(_content(content, sealed))
    if verification is not None:
        opens = verification.code is SignatureCode.DECRYPTED
        name = tr("It opens") if opens else tr("Outcome")
        value = verification.code.value
        found.append(Step(name, verification.text, value, 0, "RFC 7516 section 5.2"))
    return tuple(found)


def _parts(token: Token, sealed: Encrypted, one: Recipient) -> Step:
    text = tr(
        "The token holds a header, an encrypted key of {key} bytes, an initialisation vector of "
        "{iv}, a ciphertext of {ciphertext} and a tag of {tag}.",
        key=f"{len(one.encrypted_key):,}",
        iv=len(sealed.iv),
        ciphertext=f"{len(sealed.ciphertext):,}",
        tag=len(sealed.tag),
    )
    return Step(tr("Parts"), text, cut(token.text), len(token.text), "RFC 7516 section 3")


def _content_key(way: KeyManagement, one: Recipient) -> Step:
    """Say where the key for the content comes from: it is agreed, shared, or brought along."""
    text = tr(way.description)
    if not way.determined:
        text = tr("{how} This is the encrypted key.", how=text)
    octets = one.encrypted_key
    return Step(tr("Content key"), text, _hex(octets), len(octets), way.reference)


def _beside(sealed: Encrypted) -> Step:
    count = len(sealed.aad)
    text = plural(
        count,
        "The header as it stands is protected by the tag as well: {count} byte of ASCII.",
        "The header as it stands is protected by the tag as well: {count} bytes of ASCII.",
    )
    value = cut(sealed.aad.decode("utf-8", "replace"))
    return Step(tr("Additional authenticated data"), text, value, count, "RFC 7516 section 5.1")


def _content(content: ContentEncryption, sealed: Encrypted) -> Step:
    text = tr(
        "{enc} decrypts the ciphertext with the content key and the initialisation vector; the "
        "tag must fit all of it.",
        enc=content.name,
    )
    return Step(tr("Tag"), text, _hex(sealed.tag), len(sealed.tag), content.reference)


def _print(key: Key) -> str:
    return key.thumbprint if key.type.value != "oct" else ""


def _hex(octets: bytes) -> str:
    shown = octets[:SHOWN_OCTETS].hex()
    return shown + ("…" if len(octets) > SHOWN_OCTETS else "")
