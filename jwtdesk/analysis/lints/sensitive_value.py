"""Passwords, keys and card numbers in a token that is only signed (RFC 7519 section 12)."""

import re
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.json_scan import nodes
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_payload
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

NAMES = frozenset(
    """
    password passwd pwd pass passphrase pin secret client_secret clientsecret api_key apikey
    api_secret apisecret private_key privatekey secret_key secretkey access_key_secret
    secret_access_key aws_secret_access_key api_token apitoken access_token accesstoken
    refresh_token refreshtoken session_token db_password connection_string ssn
    social_security_number credit_card creditcard card pan ccn card_number cardnumber
    creditcardnumber credit_card_number cc_number cvv cvc iban account_number bank_account otp
    totp_secret mfa_secret recovery_code password_hash passwordhash hashed_password
    """.split()
)
# What such values look like, each behind a mark that is found fast.
SHAPES = tuple(
    (mark, re.compile(pattern))
    for mark, pattern in (
        ("PRIVATE KEY-----", r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"),
        ("AKIA", r"\bAKIA[0-9A-Z]{16}\b"),
        ("ASIA", r"\bASIA[0-9A-Z]{16}\b"),
        ("gh", r"\bgh[pousr]_[A-Za-z0-9]{36}"),
        ("github_pat_", r"github_pat_\w{20}"),
        ("glpat-", r"glpat-[\w-]{20}"),
        ("sk_", r"\bsk_(?:live|test)_\w{16}"),
        ("xox", r"\bxox[abprs]-[\w-]{10}"),
        ("AIza", r"\bAIza[\w-]{35}"),
        ("$2", r"\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}"),
        ("$argon2", r"\$argon2i?d?\$"),
        ("://", r"\w://[^/\s:@]{1,80}:[^/\s:@]{1,80}@"),
    )
)
PRIVATE = ("d", "k", "priv")
CARD = re.compile(r"(?:\d{4}[ -]){3}\d{1,7}")
MOST, LONGEST = 1_000, 20_000


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.claims is None or subject.token.encrypted is not None:
        return
    found = [path for path, name, one in nodes(subject.claims, MOST) if _is_sensitive(name, one)]
    if not found:
        return
    first = found[0].removeprefix(".")
    yield Finding(
        "sensitive-value",
        Severity.INFO,
        tr("A secret value is readable"),
        tr(
            "{name} looks like a password, a key or a card number. Whoever holds the token can "
            "read it: a token is signed, not encrypted. Take it out, and replace it if it is real.",
            name=quoted(first),
        ),
        "RFC 7519 section 12",
        f"payload.{first}",
        in_payload(subject, first),
    )


def _is_sensitive(name: str, value: Value) -> bool:
    if isinstance(value, dict):
        return "kty" in value and any(one in value for one in PRIVATE)
    if not isinstance(value, str | Number):
        return False
    text = value if isinstance(value, str) else value.text
    plain = name.rpartition("/")[2].lower().replace("-", "_")
    if plain in NAMES:
        return bool(text)
    head = text[:LONGEST]
    return any(mark in head and shape.search(head) for mark, shape in SHAPES) or _is_card(text)


def _is_card(text: str) -> bool:
    """Return whether a text in groups of four digits bears the check digit of cards (ISO 7812)."""
    if not CARD.fullmatch(text):
        return False
    digits = [int(one) for one in reversed(text) if one.isdigit()]
    doubled = (sum(divmod(2 * one, 10)) for one in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


LINT = Lint("sensitive-value", 831, _check)
