"""Key sets that cannot be published, or cannot be chosen from (RFC 7517 section 5)."""

from collections import defaultdict
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import all_keys
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import plural, tr

SET = "JWK Set"


def _is_set(subject: Subject) -> bool:
    return isinstance(subject.keys, Keys) and subject.keys.form == SET


def _duplicate_kid(subject: Subject) -> Iterator[Finding]:
    """Alternatives of another type may share a name (RFC 7517 section 4.5); others may not."""
    named: defaultdict[tuple[str, KeyType], set[str]] = defaultdict(set)
    for one in all_keys(subject) if _is_set(subject) else ():
        if one.kid is not None:
            named[one.kid, one.type].add(one.thumbprint)
    twice = [kid for (kid, _), prints in named.items() if len(prints) > 1]
    if twice:
        yield Finding(
            "duplicate-kid",
            Severity.WARNING,
            tr("Two keys of the set share a kid"),
            tr(
                "{kid} names several different keys: many libraries take the first and never try "
                "the others. Give each key a name of its own.",
                kid=quoted(twice[0]),
            ),
            "RFC 7517 section 4.5",
            "key",
        )


def _mixed(subject: Subject) -> Iterator[Finding]:
    kinds = [one.type is KeyType.OCT for one in all_keys(subject)]
    if _is_set(subject) and any(kinds) and not all(kinds):
        yield Finding(
            "mixed-key-set",
            Severity.WARNING,
            tr("Secrets stand among public keys"),
            tr(
                "The set holds shared secrets beside keys that are meant to be published, which "
                "invites key confusion and leaks. Keep secrets in a place of their own."
            ),
            "RFC 8725 section 3.1",
            "key",
        )


def _private(subject: Subject) -> Iterator[Finding]:
    private = [one for one in all_keys(subject) if one.private and one.type is not KeyType.OCT]
    if _is_set(subject) and private:
        yield Finding(
            "private-key-in-set",
            Severity.WARNING,
            tr("The set holds a private key"),
            plural(
                len(private),
                "Key sets are made to be published, and {count} key here can sign. If this set "
                "was ever served, replace the key; publish only the public parts.",
                "Key sets are made to be published, and {count} keys here can sign. If this set "
                "was ever served, replace them; publish only the public parts.",
            ),
            "RFC 7517 section 9.2",
            "key",
        )


LINT = (
    Lint("private-key-in-set", 220, _private),
    Lint("mixed-key-set", 221, _mixed),
    Lint("duplicate-kid", 222, _duplicate_kid),
)
