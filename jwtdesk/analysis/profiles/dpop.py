"""DPoP proof: the sender of one request has the key that its token is bound to (RFC 9449)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    NUMBER,
    TEXT,
    advice,
    ask,
    claims_in,
    header_of,
    needed,
    optional,
    rule,
    signed_with_a_key_pair,
    typed,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.plain import plain
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.time import MINUTE, is_countable, moment
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key
from jwtdesk.jose.verify import verify_with
from jwtdesk.jose.words import tr

SYNTAX, CHECKING = "RFC 9449 section 4.2", "RFC 9449 section 4.3"
# Servers accept proofs for seconds or minutes around their making (section 11.1).
FRESH = 5 * MINUTE


def _recognise(subject: Subject) -> float:
    if media_type(header_of(subject)) == "dpop+jwt":
        return 1.0
    return 0.8 if {"htm", "htu"} <= claims_in(subject).keys() else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    yield typed(subject, ("dpop+jwt",), SYNTAX)
    yield signed_with_a_key_pair(subject, SYNTAX)
    yield from _key(subject)
    for name, kinds in (("jti", TEXT), ("htm", TEXT), ("htu", TEXT), ("iat", NUMBER)):
        yield needed(subject, name, kinds, SYNTAX)
    yield from _request(subject)
    yield from _age(subject)
    yield from optional(subject, "nonce", TEXT, "RFC 9449 section 8")
    if "ath" in claims_in(subject):
        yield needed(subject, "ath", TEXT, SYNTAX)
        yield ask(tr("“ath” must be the hash of the access token beside the proof."), CHECKING)
    else:
        yield ask(tr("“ath” is missing: right only where no access token goes along."), SYNTAX)


def _key(subject: Subject) -> Iterator[Check]:
    jwk = header_of(subject).get("jwk")
    members = plain(jwk)
    key = read_jwk(members, probe=False) if isinstance(members, dict) else None
    yield rule(
        isinstance(key, Key),
        tr("“jwk” in the header is a key that can be read."),
        tr("“jwk” in the header must be the public key."),
        SYNTAX,
    )
    if not isinstance(key, Key):
        return
    yield rule(
        not key.private and not _has_private(jwk),
        tr("The key in the header is public only."),
        tr("The key in the header must not have its private part."),
        CHECKING,
    )
    yield rule(
        _is_right(subject, key),
        tr("The signature is right under the key in the header."),
        tr("The signature is not right under the key in the header."),
        CHECKING,
    )
    text = tr("The access token must be bound to this key: jkt is {jkt}.", jkt=key.thumbprint)
    yield ask(text, "RFC 9449 section 6.1")


def _has_private(jwk: Value) -> bool:
    return isinstance(jwk, dict) and "d" in jwk


def _is_right(subject: Subject, key: Key) -> bool:
    chosen = algorithm(header_of(subject).get("alg"))
    signature = subject.token.signatures[0]
    return chosen is not None and verify_with(chosen, key, signature.input, signature.octets)


def _request(subject: Subject) -> Iterator[Check]:
    address = claims_in(subject).get("htu")
    if isinstance(address, str):
        yield advice(
            not {"?", "#"} & set(address),
            tr("“htu” is without query and fragment."),
            tr("“htu” should be without query and fragment: they are not compared."),
            SYNTAX,
        )
    yield ask(tr("“htm” and “htu” must be those of the request."), CHECKING)


def _age(subject: Subject) -> Iterator[Check]:
    issued = moment(claims_in(subject).get("iat"))
    if issued is not None and is_countable(issued):
        yield advice(
            abs(subject.now - issued) <= FRESH + subject.rules.leeway,
            tr("It was made just now."),
            tr("It was not made within five minutes from now: servers refuse old proofs."),
            CHECKING,
        )


PROFILE = Profile("dpop", "DPoP proof", 40, _recognise, _checks)
