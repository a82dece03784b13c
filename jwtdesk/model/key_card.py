"""What the key card shows beside the key itself: mends, certificates, the members of a set."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jwtdesk.analysis.calendar import civil
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.choose import named
from jwtdesk.jose.encryption import content_encryption, key_management
from jwtdesk.jose.encryption_fit import key_misfit
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr
from jwtdesk.model.key_uses import served
from jwtdesk.model.session import Session

if TYPE_CHECKING:
    from jwtdesk.jose.own_keys import OwnKey

MOST_ROWS = 200
_RIGHT = (SignatureCode.VERIFIED, SignatureCode.DECRYPTED)
SHORT_PRINT = 11


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is mended when the key text is written as `key`; `codes` and `sentences` go together."""

    codes: tuple[str, ...]
    sentences: tuple[str, ...]
    key: KeyInput


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate's own words, none of them verified; `late` when `now` is outside its dates."""

    subject: str
    issuer: str
    dates: str
    late: bool


@dataclass(frozen=True, slots=True)
class SetRow:
    """One key of a set: what it is called, what it is, and how it serves the token.

    `tone` is "ok" for the key that verified, "plain" for one that fits, "muted" for the rest.
    """

    name: str
    kind: str
    serves: str
    tone: str


@dataclass(frozen=True, slots=True)
class OwnKeyOffer:
    """A key from the token's own header, and whether it is the one in the key field.

    `idle` says that nobody needs it: another key has verified the token.
    """

    own: "OwnKey"
    used: bool
    idle: bool


def rewriting(given: KeyInput) -> Rewriting | None:
    """Return how the key text would better be written, or None when it is well as it is."""
    # The readers of keys are loaded with the first key.
    from jwtdesk.jose.key_repair import repairs

    found = repairs(given)
    if not found:
        return None
    return Rewriting(
        tuple(one.code for one in found),
        tuple(one.sentence for one in found),
        replace(given, octets=found[0].repaired, format="auto"),
    )


def certificate_rows(given: KeyInput, now: int) -> tuple[CertificateRow, ...]:
    """Return the certificates in a key text, judged by their dates at `now` (seconds, UTC)."""
    from jwtdesk.jose.certificate import certificates

    rows = []
    for one in certificates(given):
        dates = tr("{begin} to {end}", begin=_day(one.not_before), end=_day(one.not_after))
        late = not one.not_before <= now <= one.not_after
        rows.append(CertificateRow(one.subject, one.issuer, dates, late))
    return tuple(rows)


def _day(seconds: int) -> str:
    year, month, day = civil(seconds // 86_400)
    return f"{year:04}-{month:02}-{day:02}"


def set_rows(session: Session) -> tuple[SetRow, ...]:
    """Return the members of a key set in their order; empty for a single key."""
    keys = session.known.keys
    if not isinstance(keys, Keys) or not keys.is_set:
        return ()
    token = session.known.token
    kid = token.jose_header.get("kid")
    verification = session.verdict.verification
    right = verification is not None and verification.code in _RIGHT
    used = verification.key if verification is not None and right else None
    meant = named(keys, kid)
    return tuple(
        _row(key, token, used=key is used or key == used, meant=key in meant)
        for key in keys.members[:MOST_ROWS]
    )


def own_key_offers(session: Session) -> tuple[OwnKeyOffer, ...]:
    """Return the keys that the token brings along; each says nothing about who signed."""
    from jwtdesk.jose.own_keys import own_keys

    found = own_keys(session.known.token.jose_header)
    verification = session.verdict.verification
    right = verification is not None and verification.code is SignatureCode.VERIFIED
    used = [one.given.octets == session.key.octets for one in found]
    return tuple(
        OwnKeyOffer(one, is_used, idle=right and not is_used)
        for one, is_used in zip(found, used, strict=True)
    )


def kind_of(key: Key) -> str:
    """Return type and size or curve in short: "RSA 2048", "EC P-256", "oct 256"."""
    return f"{key.type.value} {key.curve or key.size}"


def _row(key: Key, token: Token, *, used: bool, meant: bool) -> SetRow:
    name = key.kid or f"{key.thumbprint[:SHORT_PRINT]}…"
    if used:
        says = tr("verifies this token") if token.encrypted is None else tr("opens this token")
        return SetRow(name, kind_of(key), says, "ok")
    fits = serves(key, token)
    if fits is False:
        no = tr("does not fit {alg}", alg=token.alg or "")
        return SetRow(name, kind_of(key), no, "muted")
    if meant:
        return SetRow(name, kind_of(key), tr("named by the token's kid"), "plain")
    alg = tr("fits {alg}", alg=token.alg or "") if fits else served(key)
    return SetRow(name, kind_of(key), alg, "plain")


def serves(key: Key, token: Token) -> bool | None:
    """Return whether `key` can verify or decrypt what `token` names, None when that is unknown."""
    signing = algorithm(token.alg)
    if signing is not None:
        return misfit(signing, key, signing=False) is None
    way = key_management(token.alg)
    content = content_encryption(token.jose_header.get("enc"))
    if way is None or content is None:
        return None
    return key_misfit(way, content, key, encrypting=False) is None
