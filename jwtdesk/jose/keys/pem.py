"""PEM: keys as base64 between BEGIN and END lines (RFC 7468)."""

from dataclasses import replace

from jwtdesk.jose.armour import Block, armoured, read_armour
from jwtdesk.jose.containers.shape import Read, Shape, closed, read_der
from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import key_text, note, too_large
from jwtdesk.jose.merge import merged
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LABELS = {
    Shape.SPKI: ("PUBLIC KEY",),
    Shape.PKCS8: ("PRIVATE KEY",),
    Shape.PKCS1_PUBLIC: ("RSA PUBLIC KEY",),
    Shape.PKCS1_PRIVATE: ("RSA PRIVATE KEY",),
    Shape.SEC1: ("EC PRIVATE KEY",),
    Shape.CERTIFICATE: ("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"),
    Shape.ENCRYPTED: ("ENCRYPTED PRIVATE KEY",),
}
SILENT = ("EC PARAMETERS", "DH PARAMETERS", "X509 CRL")


def _score(octets: bytes) -> float:
    found = key_text(octets)
    return 0.9 if found is not None and armoured(found.text) else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    large = too_large(given.octets)
    found = None if large else key_text(given.octets)
    if large or found is None:
        return Unreadable(large or _no_text())
    armour = read_armour(found.text)
    blocks = [block for block in armour.blocks if block.label not in SILENT]
    if not blocks:
        return Unreadable(_no_block())
    return _keys([_read_block(block) for block in blocks], (*found.notes, *armour.notes))


def _keys(
    found: list[tuple[Key, tuple[Problem, ...]] | Problem], notes: tuple[Problem, ...]
) -> Keys | Unreadable:
    members = merged([one[0] for one in found if not isinstance(one, Problem)])
    faults = [one for one in found if isinstance(one, Problem)]
    if not members:
        return Unreadable(faults[0])
    more = tuple(extra for one in found if not isinstance(one, Problem) for extra in one[1])
    form = members[0].form if len(members) == 1 else tr("PEM, several keys")
    return Keys(members, form, len(members) > 1, (*notes, *more, *faults))


def _read_block(block: Block) -> tuple[Key, tuple[Problem, ...]] | Problem:
    if block.problem is not None:
        return block.problem
    if block.encrypted:
        return closed(Shape.ENCRYPTED)
    foreign = _foreign(block.label)
    if foreign is not None:
        return foreign
    read = read_der(block.octets)
    if isinstance(read, Problem):
        return read if block.octets else _empty_block()
    if isinstance(read.key, Problem):
        return read.key
    return replace(read.key, form=f"PEM, {read.shape.value}"), _label_note(block.label, read)


def _label_note(label: str, read: Read) -> tuple[Problem, ...]:
    expected = LABELS[read.shape]
    if label in expected:
        return ()
    return (
        note(
            "pem-wrong-label",
            tr(
                "The label says {label}, but what is inside is {shape}: "
                "its label should be {expected}.",
                label=label,
                shape=read.shape.value,
                expected=expected[0],
            ),
        ),
    )


def _foreign(label: str) -> Problem | None:
    if label == "OPENSSH PRIVATE KEY":
        return Problem(
            "key-openssh",
            tr("This is an OpenSSH private key; convert it with: ssh-keygen -p -m PKCS8 -f FILE"),
        )
    if label.startswith("PGP"):
        return Problem("key-pgp", tr("This is a PGP key, which no JWT algorithm uses."))
    if label.endswith("CERTIFICATE REQUEST"):
        return Problem(
            "key-request",
            tr("This is a certificate request; give the certificate or the key itself."),
        )
    return None


def _empty_block() -> Problem:
    return Problem("pem-empty", tr("The PEM block is empty: nothing stands between its lines."))


def _no_text() -> Problem:
    return Problem("pem-no-text", tr("PEM is text, but these bytes are not."))


def _no_block() -> Problem:
    return Problem(
        "pem-no-block",
        tr("There is no PEM block here: it would begin with -----BEGIN PUBLIC KEY----- or such."),
    )


KEY_FORMAT = KeyFormat("pem", "PEM", 20, _score, _read)
