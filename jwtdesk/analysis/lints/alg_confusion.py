"""An HMAC token checked with the text of a public key: key confusion (RFC 8725 section 2.1)."""

import hashlib
import hmac
import re
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.hypothesis import Case
from jwtdesk.analysis.keys_at_hand import all_keys, keys_used
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.trials.key_texts import key_texts
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, algorithm
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Signature
from jwtdesk.jose.words import tr

# Some sixty texts of a key are tried: beyond this size that would be felt.
LONGEST_INPUT = 32_768
MOST_KEYS = 4
PUBLIC_TEXT = re.compile(
    rb"\s*(?:-----BEGIN (?:RSA |EC )?(?:PUBLIC KEY|CERTIFICATE)|ssh-|ecdsa-sha2-"
    rb"|\{(?=[^}]*\"kty\")(?![^}]*\"(?:d|k|priv)\"\s*:))"
)


def _check(subject: Subject) -> Iterator[Finding]:
    for chosen, key in keys_used(subject):
        if chosen.family is Family.HMAC and _is_public_text(key.public):
            yield _finding(
                subject,
                Severity.ERROR,
                tr("The secret is the text of a public key"),
                tr(
                    "Everyone has a public key, so everyone can sign such tokens. "
                    "Check it as a key, not as a secret, and accept only the algorithm it is for."
                ),
            )
            return
    for signature in subject.token.signatures[: len(subject.headers)]:
        chosen_hmac = algorithm(signature.header.get("alg"))
        if chosen_hmac and chosen_hmac.family is Family.HMAC and _only_public(subject):
            yield _confused(subject, signature, chosen_hmac)
            return


def _is_public_text(secret: object) -> bool:
    return isinstance(secret, bytes) and PUBLIC_TEXT.match(secret) is not None


def _only_public(subject: Subject) -> bool:
    keys = all_keys(subject)
    return bool(keys) and all(one.type is not KeyType.OCT for one in keys)


def _confused(subject: Subject, signature: Signature, chosen: Algorithm) -> Finding:
    if _fits(subject, signature, chosen):
        return _finding(
            subject,
            Severity.ERROR,
            tr("Signed with your public key as a secret"),
            tr(
                "The HMAC was made with the text of the public key, which everyone has: a forgery "
                "that works where the token may choose the algorithm. Accept only your own."
            ),
        )
    return _finding(
        subject,
        Severity.INFO,
        tr("An HMAC token meets a public key"),
        tr(
            "A verifier that lets the token choose would take the text of this key as the secret. "
            "Accept only the algorithms that the key is for."
        ),
    )


def _fits(subject: Subject, signature: Signature, chosen: Algorithm) -> bool:
    """Return whether some text of a key that was given made this HMAC."""
    if len(signature.input) > LONGEST_INPUT:
        return False
    made = getattr(hashlib, chosen.hash_name)
    case = Case("", subject.token, subject.given or KeyInput(), subject.keys, ())
    return any(
        hmac.digest(text, signature.input, made) == signature.octets
        for key in all_keys(subject)[:MOST_KEYS]
        for text, _ in key_texts(case, key)
    )


def _finding(subject: Subject, severity: Severity, title: str, detail: str) -> Finding:
    place = in_header(subject, "alg")
    reference = "RFC 8725 section 3.1"
    return Finding("alg-confusion", severity, title, detail, reference, "header.alg", place)


LINT = Lint("alg-confusion", 102, _check)
