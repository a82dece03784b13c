"""Which ways of signing or encrypting the header pane names, also before a token was made of it."""

from dataclasses import dataclass

from jwtdesk.jose.algorithm import Family, algorithm
from jwtdesk.jose.encryption import ContentEncryption, content_encryption, key_management
from jwtdesk.jose.jsontext import Value, quote, read, without_member
from jwtdesk.model.edits import ClaimSet, Edit, HeaderEdited, Slot
from jwtdesk.model.picked_algorithm import USUAL_ENCRYPTION
from jwtdesk.model.session import Session
from jwtdesk.model.source import FromClaims

# A longer header is not read again for the sake of a picker.
LONGEST = 16_000


@dataclass(frozen=True, slots=True)
class Ways:
    """What a header names: `alg` and `enc` as far as they are texts, and whether it deflates."""

    alg: str | None = None
    enc: str | None = None
    zipped: bool = False

    @property
    def encrypts(self) -> bool:
        """Whether this is a header for something encrypted (RFC 7516 section 9)."""
        return self.enc is not None and algorithm(self.alg) is None


def ways(session: Session) -> Ways:
    """Return what the shown header names; of several headers, the one that is shown."""
    header = _members(session)
    alg, enc = header.get("alg"), header.get("enc")
    return Ways(
        alg if isinstance(alg, str) else None,
        enc if isinstance(enc, str) else None,
        header.get("zip") == "DEF",
    )


def can_make_key(name: str | None) -> bool:
    """Return whether keys are made for the `alg` called `name`."""
    signing = algorithm(name)
    if signing is not None:
        return signing.family is not Family.NONE
    return name is not None and key_management(name) is not None


def content_of(name: str | None) -> ContentEncryption:
    """Return the content encryption called `name`, the usual one when there is none such."""
    found = content_encryption(name) or content_encryption(USUAL_ENCRYPTION)
    assert found is not None  # noqa: S101 - the usual one is registered
    return found


def _members(session: Session) -> dict[str, Value]:
    """Return the header pane's members; those that the token was read with when it has none."""
    token = session.known.token
    entry = session.entry if session.entry < len(token.signatures) else 0
    merged = token.signatures[entry].header if token.signatures else {}
    if not isinstance(session.source, FromClaims) or len(session.shown.header) > LONGEST:
        return merged
    own = read(session.shown.header).value
    if not isinstance(own, dict):
        return merged
    return {**merged, **own} if session.source.like is not None else own


def deflating(session: Session, *, on: bool) -> Edit:
    """Return the edit that has the payload deflated before it is encrypted, or no longer."""
    if on:
        return ClaimSet(Slot.HEADER, "zip", quote("DEF"))
    return HeaderEdited(without_member(session.shown.header, "zip"), -1.0)
