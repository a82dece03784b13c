"""The thumbprints beside a chain: do they name its first certificate (RFC 7515 4.1.7, 4.1.8)?"""

from collections.abc import Iterator

from jwtdesk.analysis.certified import Certified
from jwtdesk.analysis.finding import Finding
from jwtdesk.jose import base64url
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def thumbprint_faults(chain: Certified) -> Iterator[Finding]:
    """Yield each of `x5t` and `x5t#S256` that is not that of the chain's first certificate."""
    leaf = chain.links[0].certificate
    if leaf is None:
        return
    for name, value, right, section in (
        ("x5t", chain.sha1, leaf.sha1, "4.1.7"),
        ("x5t#S256", chain.sha256, leaf.sha256, "4.1.8"),
    ):
        if value is not None and value != right:
            title, detail = _said(name, value, right)
            where = "key" if chain.where == "key" else f"header.{name}"
            reference = f"RFC 7515 section {section}"
            yield Finding("thumbprint-mismatch", Severity.WARNING, title, detail, reference, where)


def _said(name: str, value: object, right: str) -> tuple[str, str]:
    octets = base64url.only_octets(right)
    text = value if isinstance(value, str) else ""
    digits = text.replace(":", "").lower()
    given = base64url.only_octets(text)
    if digits == octets.hex() or given.lower() == octets.hex().encode():
        return tr("The thumbprint is written in hexadecimal"), tr(
            "“{name}” is the base64url of the digest's octets, here “{right}”, not of its digits.",
            name=name,
            right=right,
        )
    if given == octets:
        return tr("The thumbprint is not clean base64url"), tr(
            "“{name}” should be “{right}”: without padding, and with - and _ for + and /.",
            name=name,
            right=right,
        )
    return tr("The thumbprint is that of another certificate"), tr(
        "“{name}” does not fit the first certificate of “x5c”, whose thumbprint is “{right}”.",
        name=name,
        right=right,
    )
