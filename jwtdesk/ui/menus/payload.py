"""The payload in another form, apart from its token, or octet by octet."""

from jwtdesk.model.edits import DetachedGiven, FormChosen, PatienceShown, PayloadParted
from jwtdesk.model.forms import Form
from jwtdesk.model.payload_notes import can_decrypt_anyway, is_apart, is_decrypting, possible_forms
from jwtdesk.model.session import Session
from jwtdesk.ui.actions import ActionSpec, Menu
from jwtdesk.ui.conditions import has_token, present

PAYLOAD = "Pa&yload"


def _form(form: Form, title: str, tip: str, key: str) -> ActionSpec:
    return ActionSpec(
        f"form-{form.value}",
        title,
        Menu.VIEW,
        3,
        tip=tip,
        keys=(key,),
        enabled=lambda session: form in possible_forms(session),
        edit=present(FormChosen(form)),
        checked=lambda session: session.known.form is form and bool(possible_forms(session)),
    )


def _travels_apart(session: Session) -> bool:
    return is_apart(session.known.token)


def _is_given(session: Session) -> bool:
    return _travels_apart(session) and session.known.token.detached is not None


def _can_part(session: Session) -> bool:
    return bool(session.known.payload and session.known.payload.octets) and not _travels_apart(
        session
    )


ACTIONS: tuple[ActionSpec, ...] = (
    _form(Form.JSON, "Payload as &JSON text", "Read the payload as JSON", "Ctrl+P, J"),
    _form(Form.TEXT, "Payload as plain te&xt", "Read the payload as text", "Ctrl+P, T"),
    _form(Form.HEX, "Payload in &hexadecimal", "Show and change each byte", "Ctrl+P, H"),
    ActionSpec(
        "part-payload",
        "Let the payload travel &apart",
        Menu.TOKEN,
        4,
        tip="Take the payload out of the token; the signature stays right (RFC 7515 Appendix F)",
        keys=("Ctrl+P, A",),
        enabled=_can_part,
        edit=present(PayloadParted(apart=True)),
        under=PAYLOAD,
    ),
    ActionSpec(
        "join-payload",
        "Put the payload &into the token",
        Menu.TOKEN,
        4,
        tip="Put the payload that was given back where it belongs",
        keys=("Ctrl+P, I",),
        enabled=_is_given,
        edit=present(PayloadParted(apart=False)),
        under=PAYLOAD,
    ),
    ActionSpec(
        "open-payload",
        "Open the payload…",
        Menu.TOKEN,
        4,
        tip="Read the payload that travels apart from a file, byte for byte",
        keys=("Ctrl+P, O",),
        icon="open",
        enabled=_travels_apart,
        under=PAYLOAD,
    ),
    ActionSpec(
        "paste-payload",
        "Paste the payload",
        Menu.TOKEN,
        4,
        tip="Take the text on the clipboard for the payload that travels apart",
        keys=("Ctrl+P, V",),
        icon="paste",
        enabled=_travels_apart,
        under=PAYLOAD,
    ),
    ActionSpec(
        "remove-payload",
        "Take the payload away",
        Menu.TOKEN,
        4,
        tip="Forget the payload that was given apart from the token",
        keys=("Ctrl+P, R",),
        icon="eraser",
        enabled=_is_given,
        edit=present(DetachedGiven(None)),
        under=PAYLOAD,
    ),
    ActionSpec(
        "decrypt-anyway",
        "&Decrypt anyway",
        Menu.TOKEN,
        4,
        tip="Stretch the password as often as the token asks, however long it takes",
        keys=("Ctrl+Shift+Return",),
        icon="hourglass",
        enabled=can_decrypt_anyway,
        edit=present(PatienceShown(patient=True)),
        under=PAYLOAD,
    ),
    ActionSpec(
        "stop-decrypting",
        "St&op decrypting",
        Menu.TOKEN,
        4,
        tip="Do not wait for the password any longer",
        keys=("Shift+Esc",),
        icon="cross",
        enabled=is_decrypting,
        edit=present(PatienceShown(patient=False)),
        under=PAYLOAD,
    ),
    ActionSpec(
        "bytes",
        "&Bytes of a part…",
        Menu.TOKEN,
        5,
        tip="Look at any part of the token byte by byte, and change it",
        keys=("Ctrl+P, B",),
        icon="code",
        enabled=has_token,
    ),
)
