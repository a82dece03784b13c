"""One PEM block as a key, told by its content and not by its label."""

from dataclasses import replace

from jwtdesk.jose.armour import Block, written
from jwtdesk.jose.containers.encrypted import opened_pem
from jwtdesk.jose.containers.opened import open_der
from jwtdesk.jose.containers.shape import Read, Shape, shape_of
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_text import note
from jwtdesk.jose.openssh import read_openssh_private, read_openssh_public
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
    Shape.PKCS12: ("PKCS12", "PFX"),
}
# The ends of the labels of keys.
KEY_LABELS = ("KEY", "CERTIFICATE", "PKCS12", "PFX")


def read_block(block: Block, passphrase: bytes | None, notes: list[Problem]) -> Key | Problem:
    """Read the key of `block`; a label that does not fit what is inside is added to `notes`."""
    fault = block.problem or _foreign(block.label) or _empty(block)
    if fault is not None:
        return fault
    if block.label == "SSH2 PUBLIC KEY":
        return read_openssh_public(block.octets)
    if block.label == "OPENSSH PRIVATE KEY":
        return read_openssh_private(block.octets, passphrase)
    read = _read(block, passphrase)
    if isinstance(read, Problem):
        return read
    if isinstance(read.key, Problem):
        return read.key
    expected = expected_label(block)
    if expected is not None:
        notes.append(label_note(block, expected))
    encrypted = tr(", encrypted") if block.cipher else ""
    return replace(read.key, form=f"PEM, {read.shape.value}{encrypted}")


def _read(block: Block, passphrase: bytes | None) -> Read | Problem:
    if not block.cipher:
        return open_der(block.octets, passphrase)
    pem = written(block.label, block.octets, block.cipher)
    plain = opened_pem(pem.encode(), block.cipher, passphrase)
    return plain if isinstance(plain, Problem) else open_der(plain, None)


def expected_label(block: Block) -> str | None:
    """Return the label that `block` should have, None when it has a right one.

    A block that only its label tells (OpenSSH, an encrypted one with a header) is always right.
    """
    foreign = _foreign(block.label) or (block.label and not block.label.endswith(KEY_LABELS))
    shape = None if block.cipher or foreign else shape_of(block.octets)
    return None if shape is None or block.label in LABELS[shape] else LABELS[shape][0]


def label_note(block: Block, expected: str) -> Problem:
    """Return that the label says something else than what is inside."""
    if not block.label:
        return note(
            "pem-no-label",
            tr("The BEGIN line has no label: it should be {expected}.", expected=expected),
        )
    return note(
        "pem-wrong-label",
        tr(
            "The label says {label}, but what is inside is {shape}: "
            "the label should be {expected}.",
            label=block.label,
            shape=(shape_of(block.octets) or Shape.SPKI).value,
            expected=expected,
        ),
    )


def _foreign(label: str) -> Problem | None:
    if label.startswith("PGP"):
        return Problem("key-pgp", tr("This is a PGP key, which no JWT algorithm uses."))
    if label.startswith("DSA"):
        return Problem("key-type-foreign", tr("This is a DSA key, which no JWT algorithm uses."))
    if label in ("PKCS7", "CMS"):
        return Problem(
            "key-pkcs7",
            tr(
                "This is a PKCS#7 bundle: take the certificate out of it first, with "
                "openssl pkcs7 -print_certs -in FILE"
            ),
        )
    if label.endswith("CERTIFICATE REQUEST"):
        return Problem(
            "key-request",
            tr("This is a certificate request: give the certificate or the key itself."),
        )
    return None


def _empty(block: Block) -> Problem | None:
    if block.octets:
        return None
    return Problem("pem-empty", tr("The PEM block is empty: nothing stands between its lines."))
