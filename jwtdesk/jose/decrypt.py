"""Decrypting a token with the keys at hand: what was inside, or which step failed and why."""

from dataclasses import dataclass, field

from jwtdesk.jose.choose import candidates, named
from jwtdesk.jose.decrypt_words import (
    answer_for,
    not_known,
    nothing_fits,
    opened_with,
    unnamed,
)
from jwtdesk.jose.decryption import Decryption
from jwtdesk.jose.encryption import (
    MOST_ITERATIONS,
    ContentEncryption,
    KeyManagement,
    Wrapping,
    content_encryption,
    key_management,
)
from jwtdesk.jose.encryption_fit import key_misfit
from jwtdesk.jose.headers import crit_faults
from jwtdesk.jose.iteration_count import MOST_POSSIBLE, is_password_based, iteration_count
from jwtdesk.jose.key import Key, Keys, Unreadable
from jwtdesk.jose.open_content import compression, open_content, protected_members, unfolded
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Encrypted, Recipient, Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class _Way:
    """One recipient, understood: how its content key is had and what it opens."""

    recipient: Recipient
    management: KeyManagement
    content: ContentEncryption
    sealed: Encrypted
    zipped: bool
    most: int
    opened: dict[bytes, bytes | Problem] = field(repr=False)


def decrypt(token: Token, keys: Keys | Unreadable | None, *, patient: bool = False) -> Decryption:
    """Decrypt `token` for each of its recipients (RFC 7516 section 5.2); never raises.

    `keys` is None when none was given. In a set, the keys that `kid` names are tried, else all.
    A password that takes more than a million iterations is tried only when `patient`.
    """
    sealed = token.encrypted
    if sealed is None:
        return Decryption(())
    passwords = sum(_count(one) > 0 for one in sealed.recipients)
    most = MOST_POSSIBLE if patient else MOST_ITERATIONS // max(1, passwords)
    opened: dict[bytes, bytes | Problem] = {}
    answers = [_answer(one, sealed, keys, most, opened) for one in sealed.recipients]
    plain = next((text for _, text in answers if text is not None), None)
    zipped = plain is not None and "zip" in protected_members(sealed)
    return Decryption(tuple(one for one, _ in answers), plain, zipped)


def is_heavy(token: Token) -> bool:
    """Tell whether decrypting `token` may derive keys from a password for more than a second."""
    sealed = token.encrypted
    return sealed is not None and sum(map(_count, sealed.recipients)) > MOST_ITERATIONS


def _count(recipient: Recipient) -> int:
    """Return how many iterations a password costs this recipient.

    0 where there is none, and where it can never be stretched: that is refused at once.
    """
    if not is_password_based(recipient.header):
        return 0
    count = iteration_count(recipient.header)
    return 0 if isinstance(count, Problem) or count > MOST_POSSIBLE else count


def _answer(
    recipient: Recipient,
    sealed: Encrypted,
    keys: Keys | Unreadable | None,
    most: int,
    opened: dict[bytes, bytes | Problem],
) -> tuple[Verification, bytes | None]:
    way = _way(recipient, sealed, most, opened)
    if isinstance(way, Verification):
        return way, None
    if keys is None:
        text = tr("Encrypted: only its header can be read without the key that decrypts it.")
        return Verification(SignatureCode.NO_KEY, text), None
    if isinstance(keys, Unreadable):
        return Verification(SignatureCode.KEY_UNUSABLE, keys.problem.message), None
    return _tried(way, keys)


def _way(
    recipient: Recipient, sealed: Encrypted, most: int, opened: dict[bytes, bytes | Problem]
) -> _Way | Verification:
    """Return what to compute with, or the answer that no key could change."""
    if recipient.problem is not None:
        return Verification(SignatureCode.MALFORMED, recipient.problem.message)
    header, protected = recipient.header, protected_members(sealed)
    management = key_management(header.get("alg"))
    content = content_encryption(header.get("enc"))
    if management is None or content is None:
        return Verification(SignatureCode.UNSUPPORTED_ALGORITHM, not_known(header))
    critical = crit_faults(header, protected, ())
    if critical:
        return Verification(SignatureCode.CANNOT_DECRYPT, critical[0].message)
    zipped = compression(header, protected)
    if isinstance(zipped, Problem):
        unknown = zipped.code == "zip-unknown"
        code = SignatureCode.UNSUPPORTED_ALGORITHM if unknown else SignatureCode.CANNOT_DECRYPT
        return Verification(code, zipped.message)
    return _Way(recipient, management, content, sealed, zipped, most, opened)


def _tried(way: _Way, keys: Keys) -> tuple[Verification, bytes | None]:
    kid = way.recipient.header.get("kid")
    refused = dict(keys.refused).get(kid) if isinstance(kid, str) else None
    if refused is not None and not named(keys, kid):
        return Verification(SignatureCode.KEY_UNUSABLE, refused.message), None
    tried = candidates(keys, kid)
    if not tried:
        return Verification(SignatureCode.KEY_UNUSABLE, tr("There is no key here.")), None
    faults = [key_misfit(way.management, way.content, key, encrypting=False) for key in tried]
    fitting = [key for key, fault in zip(tried, faults, strict=True) if fault is None]
    if not fitting:
        text = " ".join(filter(None, (nothing_fits(way.management, faults), unnamed(keys, kid))))
        return Verification(SignatureCode.KEY_UNUSABLE, text, tried[0]), None
    failed: list[Problem] = []
    for key in fitting:
        found = _opened(way, key, way.most // len(fitting))
        if not isinstance(found, Problem):
            text = opened_with(way.management, keys, key)
            return Verification(SignatureCode.DECRYPTED, text, key), found
        failed.append(found)
    said = " ".join(filter(None, (answer_for(way.management, failed), unnamed(keys, kid))))
    return Verification(SignatureCode.CANNOT_DECRYPT, said, fitting[0]), None


def _opened(way: _Way, key: Key, most: int) -> bytes | Problem:
    """Return the plaintext that `key` leads to, or the step that failed."""
    case = Wrapping(way.recipient.header, way.content, way.recipient.encrypted_key, most)
    try:
        content_key = way.management.engine().unwrap(key, case)
    except Exception:  # noqa: BLE001 - a library's own refusal; its text may hold the key
        return Problem(
            "cannot-compute", tr("This key cannot compute that: its numbers do not fit.")
        )
    if isinstance(content_key, Problem):
        return content_key
    if content_key not in way.opened:
        found = open_content(way.content, content_key, way.sealed)
        ready = found if isinstance(found, Problem) else unfolded(found, zipped=way.zipped)
        way.opened[content_key] = ready
    return way.opened[content_key]
