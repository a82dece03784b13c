"""PEM: keys as base64 between BEGIN and END lines (RFC 7468)."""

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import key_text, too_large
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

# Each costs up to a tenth of a second to open.
MOST_ENCRYPTED = 2
SILENT = ("EC PARAMETERS", "DH PARAMETERS", "DSA PARAMETERS", "X509 CRL")


def _score(octets: bytes) -> float:
    from jwtdesk.jose.armour import armoured

    found = key_text(octets)
    return 0.9 if found is not None and armoured(found.text) else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.armour import read_armour
    from jwtdesk.jose.pem_block import read_block

    large = too_large(given.octets)
    found = None if large else key_text(given.octets)
    if large or found is None:
        return Unreadable(large or _no_text())
    armour = read_armour(found.text)
    blocks = [block for block in armour.blocks if block.label not in SILENT]
    if not blocks:
        return Unreadable(_no_block())
    notes = [*found.notes, *armour.notes]
    closed = [block for block in blocks if block.encrypted][MOST_ENCRYPTED:]
    readable = [block for block in blocks if block not in closed]
    return _keys([read_block(block, given.passphrase, notes) for block in readable], notes)


def _keys(found: list[Key | Problem], notes: list[Problem]) -> Keys | Unreadable:
    from jwtdesk.jose.merge import merged

    members = merged(one for one in found if isinstance(one, Key))
    faults = [one for one in found if isinstance(one, Problem)]
    if not members:
        return Unreadable(faults[0])
    form = members[0].form if len(members) == 1 else tr("PEM, several keys")
    left = (Problem(one.code, one.message, one.span, Severity.WARNING) for one in faults)
    return Keys(members, form, len(members) > 1, (*notes, *left))


def _no_text() -> Problem:
    return Problem("pem-no-text", tr("PEM is text, but these bytes are not."))


def _no_block() -> Problem:
    return Problem(
        "pem-no-block",
        tr("There is no PEM block here: it would begin with -----BEGIN PUBLIC KEY----- or such."),
    )


KEY_FORMAT = KeyFormat("pem", "PEM", 20, _score, _read)
