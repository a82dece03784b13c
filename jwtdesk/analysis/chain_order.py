"""The order of a chain: each certificate must have been issued by the next (RFC 7515 4.1.6)."""

from collections.abc import Iterator
from itertools import pairwise

from jwtdesk.analysis.certified import Certified
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.certificate_details import Details
from jwtdesk.jose.chain import Issued, issued, right_order
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def order_faults(chain: Certified) -> Iterator[Finding]:
    """Yield that the chain is in the wrong order, or where it breaks; nothing when it is right."""
    read = [one.certificate for one in chain.links]
    certificates = [one for one in read if one is not None]
    broken = [
        (at, child, parent)
        for at, (child, parent) in enumerate(pairwise(read))
        if child and parent and issued(child, parent) not in {Issued.YES, Issued.UNKNOWN}
    ]
    if not broken:
        return
    order = right_order(certificates) if len(certificates) == len(read) else ()
    if len(order) == len(read):
        title = tr("The certificates are in the wrong order")
        detail = tr(
            "Each certificate must be followed by that of its issuer. The right order of these is "
            "{order}.",
            order=", ".join(str(at + 1) for at in order),
        )
    else:
        title = tr("The chain is broken")
        detail = " ".join(_break(*one) for one in broken[:3])
    yield Finding(
        "certificate-chain",
        Severity.WARNING,
        title,
        detail,
        "RFC 7515 section 4.1.6",
        chain.where,
    )


def _break(at: int, child: Details, parent: Details) -> str:
    if issued(child, parent) is Issued.WRONG_SIGNATURE:
        return tr(
            "Certificate {child} names {issuer} as its issuer, but the key of certificate {parent} "
            "did not sign it.",
            child=at + 1,
            parent=at + 2,
            issuer=quoted(child.facts.issuer),
        )
    return tr(
        "Certificate {child} was issued by {issuer}, but certificate {parent} is for {subject}.",
        child=at + 1,
        parent=at + 2,
        issuer=quoted(child.facts.issuer),
        subject=quoted(parent.facts.subject),
    )
