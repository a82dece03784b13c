"""A key that by its own members is not for this use, or contradicts itself (RFC 7517 section 4)."""

from collections.abc import Callable, Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import all_keys
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.policy import deciding_key
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
                _title(code),
                tr(
                    "{fault} Verifiers that look will refuse the token. Use a key that is made for "
                    "this, or correct its members.",
                    fault=fault.message,
                ),
                reference,
                "key",
            )

    return check


def _faults(subject: Subject) -> tuple[Problem, ...]:
    key = deciding_key(subject.verification, subject.keys)
    names = (header.get("alg") for header in subject.headers)
    alg = next((name for name in names if isinstance(name, str)), None)
    return forbidden(alg, key) if key is not None and alg is not None else ()


def _title(code: str) -> str:
    names = {
        "key-alg-mismatch": tr("The key is for another algorithm"),
        "key-use-mismatch": tr("The key is not for signatures"),
    }
    return names.get(code, tr("The key may not sign or verify"))


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
