"""The certificates of `x5c`: decoded one by one, and who of them issued whom (RFC 7515 4.1.6)."""

import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose import base64url
from jwtdesk.jose.certificate_details import LARGEST, Details, details
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

MOST = 20
"""How many certificates of a chain are looked at."""

MOST_PAIRS = 3 * MOST
"""Of certificates that all have one name the right order is not looked for."""

_STANDARD = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a chain: its certificate, None when it has none, and what is wrong with it."""

    certificate: Details | None
    problem: Problem | None = None


class Issued(Enum):
    """What is known about whether one certificate issued another."""

    YES = "yes"
    OTHER_NAME = "other name"
    WRONG_SIGNATURE = "wrong signature"
    UNKNOWN = "unknown"


def read_chain(listed: object) -> tuple[Link, ...]:
    """Return the entries of an `x5c` member, at most 20, () when it is no list; never raises."""
    if not isinstance(listed, list):
        return ()
    return tuple(_link(one if isinstance(one, str) else None) for one in listed[:MOST])


@remembered(64)
def _link(text: str | None) -> Link:
    if text is None:
        return Link(None, Problem("x5c-not-text", tr("This entry is not a text.")))
    if len(text) > LARGEST * 2:
        return Link(None, Problem("x5c-too-large", tr("This is larger than any certificate.")))
    strict = _STANDARD.fullmatch(text) is not None
    octets = b64decode(text) if strict else base64url.only_octets(_body(text))
    found = details(octets)
    if found is None:
        return Link(None, Problem("x5c-no-certificate", tr("This is not a certificate.")))
    return Link(found, None if strict else _miswritten(text))


def _body(text: str) -> str:
    """Return the letters between the lines of a PEM block, or the whole text when it is none."""
    return re.sub(r"-----[A-Z ]+-----", "", text)


def _miswritten(text: str) -> Problem:
    if "-----" in text:
        message = tr("It stands between BEGIN and END lines, which do not belong here.")
    elif re.search(r"\s", text):
        message = tr("It is broken into lines or has blanks, which do not belong here.")
    elif re.search(r"[-_]", text):
        message = tr("It is written in base64url; certificates are written in standard base64.")
    else:
        message = tr("It is not written in clean standard base64: the padding or a letter is off.")
    return Problem("x5c-encoding", message, severity=Severity.WARNING)


@remembered(256)
def issued(child: Details, parent: Details) -> Issued:
    """Return whether `parent` issued `child`: by its name, and by the signature; never raises."""
    if child.facts.issuer != parent.facts.subject:
        return Issued.OTHER_NAME
    if not isinstance(parent.key, Key):
        # Of a size or on a curve that is not computed with.
        return Issued.UNKNOWN
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature

    try:
        above = x509.load_der_x509_certificate(parent.octets)
        x509.load_der_x509_certificate(child.octets).verify_directly_issued_by(above)
    except InvalidSignature:
        return Issued.WRONG_SIGNATURE
    except BaseException:  # noqa: BLE001 - odd certificates raise anything, a PanicException too
        return Issued.UNKNOWN
    return Issued.YES


def right_order(certificates: Sequence[Details]) -> tuple[int, ...]:
    """Return the places of `certificates` as they should stand: each issued by the next.

    Begins with one that issued none of the others, the first of them when there are several. Those
    that do not belong to its chain are left out; () when too many of them have the same name.
    """
    indices = range(len(certificates))
    above = {at: [other for other in indices if _fits(certificates, at, other)] for at in indices}
    if sum(map(len, above.values())) > MOST_PAIRS:
        return ()
    issuers = {
        at: next((one for one in above[at] if _issued(certificates, at, one)), None)
        for at in indices
    }
    leaf = next((at for at in indices if at not in issuers.values()), None)
    found: list[int] = []
    while leaf is not None and leaf not in found:
        found.append(leaf)
        leaf = issuers[leaf]
    return tuple(found)


def _fits(certificates: Sequence[Details], at: int, other: int) -> bool:
    """Return whether the name of the `other` is that of the issuer."""
    return at != other and certificates[at].facts.issuer == certificates[other].facts.subject


def _issued(certificates: Sequence[Details], at: int, other: int) -> bool:
    return issued(certificates[at], certificates[other]) is Issued.YES
