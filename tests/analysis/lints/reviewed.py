"""One token in, what the lints find out."""

from jwtdesk.analysis.checks import checked
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.judge import judge
from jwtdesk.analysis.lint import Subject, findings
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from tests.made import token

NOW = 1_800_000_000
EXP = NOW + 600
HEADER = '{"alg":"HS256","typ":"JWT"}'
PAYLOAD = f'{{"exp":{EXP}}}'
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def review(  # everything that a review depends on
    text: str,
    key: bytes | None = None,
    *,
    now: int = NOW,
    rules: Rules | None = None,
    form: str = "auto",
    encoding: SecretEncoding = SecretEncoding.UTF8,
    detached: bytes | None = None,
) -> tuple[Finding, ...]:
    """Return everything found in the token `text` with `key`, as the program would."""
    read = read_token(text, detached)
    given = KeyInput(key, form, encoding) if key is not None else None
    keys = read_key(given) if given else None
    whole = checked(read, keys)
    verdict = judge(whole.token, whole.answers, rules or Rules(), now, keys)
    return findings(Subject(whole.token, keys, verdict.verification, now, rules or Rules(), given))


def of(identity: str, found: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings with this id."""
    return [one for one in found if one.id == identity]


def severity(identity: str, found: tuple[Finding, ...]) -> Severity | None:
    """Return the severity of the first finding with this id, None when there is none."""
    return next((one.severity for one in found if one.id == identity), None)


def in_header(header: str, payload: str = PAYLOAD) -> tuple[Finding, ...]:
    """Return what is found in a token with this header, without a key."""
    return review(token(payload, header))


def in_payload(payload: str | bytes, header: str = HEADER) -> tuple[Finding, ...]:
    """Return what is found in a token with this payload, without a key."""
    return review(token(payload, header))
