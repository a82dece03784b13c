"""A key or certificate that the token brings along itself (RFC 8725 section 3.10)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.media_type import PROOFS, media_type
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.plain import plain
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Signature
from jwtdesk.jose.verify import SignatureCode, verify_with
from jwtdesk.jose.words import tr

PRIVATE = ("d", "k", "priv")


def _check(subject: Subject) -> Iterator[Finding]:
    for signature in subject.token.signatures[: len(subject.headers)]:
        header = signature.header
        if "jwk" in header:
            severity, title, detail = _judged(subject, signature, header["jwk"])
            yield _finding(subject, "jwk", severity, title, detail)
        elif "x5c" in header:
            title = tr("The token brings its certificate")
            detail = tr(
                "Anyone can put a certificate into a token. Trust its key only after the chain "
                "was checked against an authority that you chose yourself."
            )
            yield _finding(subject, "x5c", Severity.INFO, title, detail)


def _judged(subject: Subject, signature: Signature, jwk: Value) -> tuple[Severity, str, str]:
    if isinstance(jwk, dict) and any(name in jwk for name in PRIVATE):
        return (
            Severity.ERROR,
            tr("The token gives its secret key away"),
            tr("The key in the header has its private part: anyone who sees the token can sign."),
        )
    if media_type(signature.header) in PROOFS or _is_request(signature.header):
        return (
            Severity.INFO,
            tr("The token brings its own key"),
            tr(
                "As a proof of possession should. A right signature shows that the sender has "
                "this key, and says nothing about who the sender is."
            ),
        )
    if _signed_by_itself(subject, signature, jwk):
        return (
            Severity.ERROR,
            tr("Signed with the key it brings along"),
            tr(
                "It does not verify with your key, but does with the one in its own header: a "
                "forgery that works where the header's key is trusted (CVE-2018-0114)."
            ),
        )
    return (
        Severity.WARNING,
        tr("The token brings its own key"),
        tr(
            "Whoever trusts the key in the header lets everyone sign (CVE-2018-0114). "
            "Check it with a key that you got elsewhere, and ignore this one."
        ),
    )


def _is_request(header: dict[str, Value]) -> bool:
    """Return whether this is a request to an ACME server (RFC 8555 section 6.2)."""
    return "nonce" in header and "url" in header


def _signed_by_itself(subject: Subject, signature: Signature, jwk: Value) -> bool:
    decided = subject.verification
    chosen = algorithm(signature.header.get("alg"))
    if decided is None or decided.code is not SignatureCode.MISMATCH or chosen is None:
        return False
    members = plain(jwk)
    key = read_jwk(members, probe=False) if isinstance(members, dict) else None
    if not isinstance(key, Key):
        return False
    return verify_with(chosen, key, signature.input, signature.octets)


def _finding(subject: Subject, name: str, severity: Severity, title: str, detail: str) -> Finding:
    place = in_header(subject, name)
    reference = "RFC 8725 section 3.10"
    return Finding("embedded-key", severity, title, detail, reference, f"header.{name}", place)


LINT = Lint("embedded-key", 300, _check)
