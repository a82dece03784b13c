"""The checks that most profiles are made of: claims that must be there, types, algorithms."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check
from jwtdesk.analysis.quoted import quoted, said
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.algorithm import Family, algorithm
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.words import tr

Kinds: TypeAlias = tuple[type, ...]
"""The types that the value of a claim may have."""

TEXT: Kinds = (str,)
NUMBER: Kinds = (Number,)
OBJECT: Kinds = (dict,)
LIST: Kinds = (list,)
FLAG: Kinds = (bool,)
AUDIENCE: Kinds = (str, list)


def header_of(subject: Subject) -> Mapping[str, Value]:
    """Return the JOSE header of the first signature, {} when there is none."""
    return subject.headers[0] if subject.headers else {}


def claims_in(subject: Subject) -> Mapping[str, Value]:
    """Return the claims, {} when there are none."""
    return subject.claims or {}


def rule(holds: bool, right: str, wrong: str, reference: str) -> Check:  # noqa: FBT001 - the verdict
    """Return a rule that holds, with the sentence `right`, or is broken, with `wrong`."""
    return Check(State.OK, right, reference) if holds else Check(State.BAD, wrong, reference)


def advice(holds: bool, right: str, wrong: str, reference: str) -> Check:  # noqa: FBT001 - as above
    """Return what is advised and done, or advised and left undone."""
    return Check(State.OK, right, reference) if holds else Check(State.WARN, wrong, reference)


def ask(sentence: str, reference: str) -> Check:
    """Return what only the reader can compare."""
    return Check(State.UNKNOWN, sentence, reference)


def needed(subject: Subject, name: str, kinds: Kinds, reference: str) -> Check:
    """Return whether the claim `name` is there, and of one of `kinds`."""
    claims = claims_in(subject)
    if name not in claims:
        message = tr("“{name}” is missing, and must be there.", name=name)
        return Check(State.BAD, message, reference)
    if not isinstance(claims[name], kinds):
        message = tr("“{name}” is of the wrong type.", name=name)
        return Check(State.BAD, message, reference)
    if isinstance(claims[name], dict | bool):
        return Check(State.OK, tr("“{name}” is there.", name=name), reference)
    message = tr("“{name}” is there: {value}.", name=name, value=said(claims[name]))
    return Check(State.OK, message, reference)


def optional(subject: Subject, name: str, kinds: Kinds, reference: str) -> Iterator[Check]:
    """Yield a check of the claim `name` only when it is there."""
    if name in claims_in(subject):
        yield needed(subject, name, kinds, reference)


def forbidden(subject: Subject, name: str, reference: str) -> Check:
    """Return whether the claim `name` is absent, as it must be."""
    return rule(
        name not in claims_in(subject),
        tr("“{name}” is absent, as it must be.", name=name),
        tr("“{name}” is there, and must not be.", name=name),
        reference,
    )


def typed(subject: Subject, names: tuple[str, ...], reference: str) -> Check:
    """Return whether `typ` is one of the media types `names`, the first being the right one."""
    found = media_type(header_of(subject))
    return rule(
        found in names,
        tr("“typ” is {found}.", found=quoted(found)),
        tr("“typ” must be “{name}”; it is {found}.", name=names[0], found=said(found or None)),
        reference,
    )


def should_be_typed(subject: Subject, name: str, reference: str) -> Check:
    """Return whether `typ` is the media type `name`, where it only should be."""
    check = typed(subject, (name,), reference)
    if check.state is State.OK:
        return check
    return Check(State.WARN, tr("“typ” should be “{name}”.", name=name), reference)


def signed(subject: Subject, reference: str) -> Check:
    """Return whether the algorithm signs at all."""
    alg = header_of(subject).get("alg")
    return rule(
        isinstance(alg, str) and alg != "none",
        tr("It is signed: the algorithm is {alg}.", alg=said(alg)),
        tr("It must be signed: the algorithm “none” is not allowed."),
        reference,
    )


def signed_with_a_key_pair(subject: Subject, reference: str) -> Check:
    """Return whether the algorithm has a public key, so that the receiver cannot sign, too."""
    known = algorithm(header_of(subject).get("alg"))
    return rule(
        known is not None and known.family not in {Family.HMAC, Family.NONE},
        tr("The algorithm has a public key."),
        tr("The algorithm must have a public key: neither HMAC nor “none” is allowed."),
        reference,
    )


def https(value: Value) -> SplitResult | None:
    """Return the parts of an https address without user, query and fragment, else None."""
    if not isinstance(value, str):
        return None
    try:
        parts = urlsplit(value)
        usable = bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    plain = parts.scheme == "https" and not parts.query and not parts.fragment
    return parts if plain and usable else None


def host(value: Value) -> str:
    """Return the host of an https address, "" when it is none."""
    parts = https(value)
    return (parts.hostname or "") if parts else ""
