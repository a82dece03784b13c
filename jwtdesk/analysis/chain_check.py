"""What a chain of certificates says about the token it came with, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from jwtdesk.analysis.certified import Certified, certified
from jwtdesk.analysis.chain_order import order_faults
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.policy import deciding_key
from jwtdesk.analysis.thumbprints import thumbprint_faults
from jwtdesk.jose.certificate import Certificate
from jwtdesk.jose.certificate_details import Details
from jwtdesk.jose.chain import Issued, Link, issued
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import plural, tr

_CHAIN = "RFC 7515 section 4.1.6"
_PROVEN = frozenset({SignatureCode.VERIFIED, SignatureCode.DECRYPTED})


@dataclass(frozen=True, slots=True)
class Row:
    """One certificate of a chain, None when it cannot be read, and what is wrong with it."""

    certificate: Details | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain as it is shown: its certificates in their order, what is found, what is to know.

    `where` is "header.x5c" or "key". `notes` are sentences that are neither good nor bad.
    """

    where: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]


def chains(subject: Subject) -> tuple[Chain, ...]:
    """Return the chains that a token and its key bring along, each checked; never raises.

    Nothing is fetched, and no root is trusted: a chain in a token proves nothing by itself.
    """
    return tuple(_checked(one, subject) for one in certified(subject))


def is_valid(certificate: Certificate, now: int) -> bool:
    """Return whether `now` (seconds since 1970) is within the dates, both included."""
    return certificate.not_before <= now <= certificate.not_after


def _checked(chain: Certified, subject: Subject) -> Chain:
    found = [*_entry_faults(chain), *order_faults(chain), *_key_faults(chain, subject)]
    rows = tuple(_row(chain.links, at, subject.now) for at in range(len(chain.links)))
    notes = tuple(_notes(chain, subject))
    return Chain(chain.where, rows, (*found, *thumbprint_faults(chain)), notes)


def _row(links: tuple[Link, ...], at: int, now: int) -> Row:
    """Return one certificate with the worst that can be said of it and of who issued it."""
    link = links[at]
    if link.certificate is None or link.problem is not None:
        return Row(link.certificate, link.problem.message if link.problem else None)
    facts = link.certificate.facts
    if not is_valid(facts, now):
        expired = now > facts.not_after
        return Row(link.certificate, tr("It has expired.") if expired else tr("Not valid yet."))
    above = links[at + 1].certificate if at + 1 < len(links) else None
    known = issued(link.certificate, above) if above else Issued.YES
    sentences = {
        Issued.OTHER_NAME: tr("The next certificate is not its issuer's."),
        Issued.WRONG_SIGNATURE: tr("The next certificate did not sign it."),
        Issued.UNKNOWN: tr("Whether the next certificate signed it cannot be checked."),
    }
    return Row(link.certificate, sentences.get(known))


def _entry_faults(chain: Certified) -> Iterator[Finding]:
    for number, link in enumerate(chain.links, 1):
        if link.problem is not None:
            readable = link.certificate is not None
            title = (
                tr("A certificate is not written as it should")
                if readable
                else tr("A certificate cannot be read")
            )
            detail = tr("Certificate {number}: {why}", number=number, why=link.problem.message)
            severity = Severity.WARNING if readable else Severity.INFO
            yield Finding("certificate-chain", severity, title, detail, _CHAIN, chain.where)
    if chain.surplus:
        title = tr("The chain is very long")
        detail = plural(
            chain.surplus,
            "{count} certificate was not looked at.",
            "{count} certificates were not looked at.",
        )
        yield Finding("certificate-chain", Severity.INFO, title, detail, _CHAIN, chain.where)


def _key_faults(chain: Certified, subject: Subject) -> Iterator[Finding]:
    """Yield that the first certificate is for another key than the one it must be for."""
    leaf = _leaf_thumbprint(chain)
    check = subject.verification
    decided = deciding_key(check, subject.keys) if check and check.code in _PROVEN else None
    if leaf is None:
        return
    if chain.thumbprint is not None and chain.thumbprint != leaf:
        detail = tr("The first certificate of “x5c” is not for the key of the JWK, as it must be.")
        reference = "RFC 7517 section 4.7"
    elif chain.where != "key" and decided is not None and decided.thumbprint != leaf:
        detail = tr(
            "The key that was given checks this token, but the first certificate in its header is "
            "for another key. Who goes by the certificate will refuse the token."
        )
        reference = _CHAIN
    else:
        return
    title = tr("The certificate is for another key")
    yield Finding("certificate-chain", Severity.WARNING, title, detail, reference, chain.where)


def _leaf_thumbprint(chain: Certified) -> str | None:
    leaf = chain.links[0].certificate
    return leaf.key.thumbprint if leaf and isinstance(leaf.key, Key) else None


def _notes(chain: Certified, subject: Subject) -> Iterator[str]:
    leaf, keys = _leaf_thumbprint(chain), subject.keys
    if leaf is not None and chain.where != "key" and isinstance(keys, Keys):
        if any(one.thumbprint == leaf for one in keys.members):
            yield tr("The first certificate is for the key that was given.")
        else:
            yield tr("The first certificate is for another key than the one that was given.")
    root = chain.links[-1].certificate
    if root is not None and root.self_issued:
        yield (
            tr("The last certificate signed itself, as a root does.")
            if issued(root, root) is Issued.YES
            else tr("The last certificate names itself as its issuer, as a root does.")
        )
    yield tr(
        "A chain that comes along proves nothing by itself: it counts only when you trusted "
        "its root before."
    )
