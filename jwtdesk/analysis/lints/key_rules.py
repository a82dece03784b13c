"""A key that by its own members is not for this use, or contradicts itself (RFC 7517 section 4)."""

from collections.abc import Callable, Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import all_keys
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.policy import deciding_key
from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.key_rules import forbidden
from jwtdesk.jose.material.agreement import CODE
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr


def _reporter(code: str, reference: str) -> Callable[[Subject], Iterator[Finding]]:
    def check(subject: Subject) -> Iterator[Finding]:
        fault = next((one for one in _faults(subject) if one.code == code), None)
        if fault is not None:
            yield Finding(
                code,
                Severity.ERROR,
                _title(code, encrypted=subject.token.encrypted is not None),
                tr(
                    "{fault} Services that look will refuse the token. Use a key that is made for "
                    "this, or correct its members.",
                    fault=fault.message,
                ),
                reference,
                "key",
            )

    return check


def _faults(subject: Subject) -> tuple[Problem, ...]:
    key = deciding_key(subject.verification, subject.keys)
    if key is None:
        return ()
    for header in subject.headers:
        alg, management = header.get("alg"), key_management(header.get("alg"))
        # Of several recipients, the one that this kind of key belongs to is meant.
        if isinstance(alg, str) and (management is None or key.type in management.key_types):
            return forbidden(alg, key, header.get("enc"))
    return ()


def _title(code: str, *, encrypted: bool) -> str:
    if code == "key-alg-mismatch":
        return tr("The key is for another algorithm")
    if code == "key-use-mismatch":
        return (
            tr("The key is not for encryption")
            if encrypted
            else tr("The key is not for signatures")
        )
    return tr("The key may not decrypt") if encrypted else tr("The key may not sign or verify")


def _inconsistent(subject: Subject) -> Iterator[Finding]:
    noted = [fault for one in all_keys(subject) for fault in one.problems]
    if isinstance(subject.keys, Unreadable):
        noted.append(subject.keys.problem)
    elif subject.keys is not None:
        noted += subject.keys.problems
    fault = next((one for one in noted if one.code == CODE), None)
    if fault is not None:
        yield Finding(
            CODE,
            Severity.ERROR,
            tr("The parts of the key contradict"),
            tr(
                "{fault} It was put together from two keys, or damaged. Export it again.",
                fault=fault.message,
            ),
            "RFC 7517 section 9.3",
            "key",
        )


LINT = (
    Lint("key-alg-mismatch", 210, _reporter("key-alg-mismatch", "RFC 7517 section 4.4")),
    Lint("key-use-mismatch", 211, _reporter("key-use-mismatch", "RFC 7517 section 4.2")),
    Lint("key-ops-mismatch", 212, _reporter("key-ops-mismatch", "RFC 7517 section 4.3")),
    Lint("key-inconsistent", 213, _inconsistent),
)
