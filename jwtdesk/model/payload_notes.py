"""What is to be said about a payload that is not simply a set of claims, and what can be done."""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.token import Encrypted, Kind, Token
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.forms import Form
from jwtdesk.model.layer_rows import inward
from jwtdesk.model.questions import Decrypt
from jwtdesk.model.session import Session
from jwtdesk.model.token_kinds import ENCRYPTED, is_closed

# What larger payloads are is not looked for: that would walk through all of them.
LARGEST = 1_000_000
# One about each: is it closed, is it apart, was it inflated, what is it.
MOST_NOTES = 4


class Deed(Enum):
    """What a person may do about a note."""

    OPEN = "open-payload"
    PASTE = "paste-payload"
    REMOVE = "remove-payload"
    DECRYPT = "decrypt-anyway"
    STOP = "stop-decrypting"
    ENTER = "level-in"


@dataclass(frozen=True, slots=True)
class PayloadNote:
    """One sentence, its tone ("muted", "info" or "warn") and icon, and what can be done about it.

    `busy` says that it is about work that goes on.
    """

    text: str
    tone: str = "muted"
    icon: str = "info"
    deeds: tuple[Deed, ...] = ()
    busy: bool = False


def payload_notes(session: Session) -> tuple[PayloadNote, ...]:
    """Return what is to be said about the payload, in the order it came about; often nothing."""
    token = session.known.token
    if token.kind is Kind.UNREADABLE:
        return ()
    found = (_closed(session, token), _apart(token), _inflated(token), _octets(session))
    return tuple(one for one in found if one is not None)


def chooses_form(session: Session) -> bool:
    """Return whether the ways to show the payload are worth a switch beside it."""
    if session.known.payload is None or is_closed(session.known.token):
        return False
    return session.form is not None or session.known.form is not Form.JSON


def possible_forms(session: Session) -> frozenset[Form]:
    """Return the forms that show the payload without loss."""
    segment = session.known.payload
    if segment is None:
        return frozenset()
    return frozenset(Form) if segment.document is not None else frozenset({Form.HEX})


def is_apart(token: Token) -> bool:
    """Return whether the payload of `token` is not in it, given or not (RFC 7515 Appendix F)."""
    own = token.payload.encoded if token.payload else ""
    return token.kind in (Kind.JWS, Kind.JWS_JSON) and not own


def is_decrypting(session: Session) -> bool:
    """Return whether a password is being stretched for as long as it takes."""
    return any(isinstance(one, Decrypt) and one.patient for one in session.asks)


def can_decrypt_anyway(session: Session) -> bool:
    """Return whether nothing but patience is missing: the token was refused for its `p2c`."""
    failed = session.verdict.signature.code == SignatureCode.CANNOT_DECRYPT.value
    impatient = session.patient != session.shown.token
    if not failed or not impatient:
        return False
    from jwtdesk.jose.decrypt import is_heavy

    return is_heavy(session.known.token)


def _closed(session: Session, token: Token) -> PayloadNote | None:
    if token.kind not in ENCRYPTED or not is_closed(token):
        return None
    if is_decrypting(session):
        text = tr("Stretching the password; it may take a while.")
        return PayloadNote(text, "info", "hourglass", (Deed.STOP,), busy=True)
    if any(isinstance(one, Decrypt) for one in session.asks):
        return PayloadNote(tr("Decrypting…"), icon="hourglass")
    if not session.key.octets:
        return PayloadNote(tr("Encrypted: the key that opens it is missing."), icon="lock")
    if can_decrypt_anyway(session):
        text = tr("The password is stretched so often (p2c) that decrypting may take long.")
        return PayloadNote(text, "warn", "hourglass", (Deed.DECRYPT,))
    return PayloadNote(tr("Encrypted: this key does not open it."), "warn", "lock")


def _apart(token: Token) -> PayloadNote | None:
    if not is_apart(token):
        return None
    if token.detached is None:
        text = tr("The payload travels apart: give it to check the signature.")
        return PayloadNote(text, "info", "link", (Deed.OPEN, Deed.PASTE))
    text = plural(
        len(token.detached),
        "The payload travels apart; {count} byte is given.",
        "The payload travels apart; {count} bytes are given.",
    )
    return PayloadNote(text, "muted", "link", (Deed.REMOVE,))


def _inflated(token: Token) -> PayloadNote | None:
    if not token.zipped or token.payload_octets is None:
        return None
    after = len(token.payload_octets)
    before = _packed_size(token)
    if before is None:
        text = tr("Inflated to {after} bytes (zip: DEF).", after=f"{after:,}")
    else:
        text = tr(
            "Inflated from {before} to {after} bytes (zip: DEF).",
            before=f"{before:,}",
            after=f"{after:,}",
        )
    return PayloadNote(text)


def _packed_size(token: Token) -> int | None:
    """Return how long the payload was on its way; a block cipher's padding keeps that unknown."""
    sealed: Encrypted | None = token.encrypted
    if sealed is None:
        return len(token.payload.octets) if token.payload and token.payload.octets else None
    enc = token.jose_header.get("enc")
    return len(sealed.ciphertext) if isinstance(enc, str) and enc.endswith("GCM") else None


def _octets(session: Session) -> PayloadNote | None:
    """Say what a payload is that is no set of claims, and how it is shown."""
    segment, form = session.known.payload, session.known.form
    if segment is None or not segment.octets or is_closed(session.known.token):
        return None
    document = segment.document
    if form is Form.JSON and (document is None or isinstance(document.value, dict)):
        return None
    said = _content_words(segment.octets)
    if form is Form.JSON:
        return PayloadNote(said) if document and document.sound else None
    shown = tr("Shown in hexadecimal.") if form is Form.HEX else tr("Shown as text.")
    # What finds tokens inside is loaded with the first payload that is no set of claims, too.
    from jwtdesk.analysis.inner import whole_payload

    entered = segment.document is not None and whole_payload(session.known.token) is not None
    deeds = (Deed.ENTER,) if entered and inward(session) is not None else ()
    return PayloadNote(f"{said} {shown}", deeds=deeds)


@remembered(1)
def _content_words(octets: bytes) -> str:
    if len(octets) > LARGEST:
        return tr("{count} bytes.", count=f"{len(octets):,}")
    # What names contents is loaded with the first payload that is no set of claims.
    from jwtdesk.jose.content import ContentKind, content_of

    found = content_of(octets)
    if found.kind is ContentKind.BINARY:
        return plural(
            len(octets), "{count} byte that is no text.", "{count} bytes that are no text."
        )
    return found.detail
