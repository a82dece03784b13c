"""One disclosure in full, and where its digest stands."""

from dataclasses import dataclass

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Value, quote
from jwtdesk.jose.segment import json_reading
from jwtdesk.jose.token import Disclosed, Selective
from jwtdesk.jose.words import tr
from jwtdesk.model.disclosure_rows import name_of
from jwtdesk.model.session import Caret, PaneName, Session

# A longer array is not read by anybody.
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class DisclosureDetails:
    """What a disclosure is made of, for showing: `array` is its decoded text.

    `holder` says in words where its digest stands; `caret` is that place in the payload pane, or
    the place of the outermost disclosure it lies in; None when it stands nowhere.
    """

    title: str
    array: str
    salt: str
    digest: str
    holder: str
    place: str
    trouble: str
    caret: Caret | None


def disclosure_details(session: Session, digest: str) -> DisclosureDetails | None:
    """Return what is known of the disclosure `digest`; None when the token has no such one."""
    selective = session.known.token.selective
    by_digest = _by_digest(selective) if selective else {}
    one = by_digest.get(digest)
    if selective is None or one is None:
        return None
    octets = base64url.decode(one.encoded).octets
    document = json_reading(octets)
    value = document.value if document else None
    text = octets.decode("utf-8", "replace") if octets else one.encoded
    caret = _caret(session, by_digest, one)
    return DisclosureDetails(
        title=name_of(one),
        array=made_visible(text[:LONGEST]) + ("…" if len(text) > LONGEST else ""),
        salt=made_visible(_salt(value)),
        digest=tr("{digest} ({hash})", digest=one.digest, hash=selective.hash_name or "?"),
        holder=_holder(by_digest, one, caret),
        place=made_visible(one.path or ""),
        trouble=one.problem.message if one.problem else "",
        caret=caret,
    )


def digest_caret(session: Session, digest: str) -> Caret | None:
    """Return where in the payload pane the digest stands that leads to this disclosure."""
    selective = session.known.token.selective
    by_digest = _by_digest(selective) if selective else {}
    one = by_digest.get(digest)
    return _caret(session, by_digest, one) if one else None


def _by_digest(selective: Selective) -> dict[str, Disclosed]:
    return {one.digest: one for one in reversed(selective.disclosures)}


def _caret(session: Session, by_digest: dict[str, Disclosed], one: Disclosed) -> Caret | None:
    outermost = one
    while outermost.parent:
        outermost = by_digest[outermost.parent]
    at = session.shown.payload.find(quote(outermost.digest)) if outermost.digest else -1
    return Caret(PaneName.PAYLOAD, at + 1) if at >= 0 else None


def _holder(by_digest: dict[str, Disclosed], one: Disclosed, caret: Caret | None) -> str:
    if one.parent:
        return tr("in the disclosure “{name}”", name=name_of(by_digest[one.parent]))
    return tr("in the payload") if caret else tr("nowhere")


def _salt(value: Value) -> str:
    salt = value[0] if isinstance(value, list) and value else None
    return salt[:LONGEST] if isinstance(salt, str) else ""
