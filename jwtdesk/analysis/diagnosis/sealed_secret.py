"""The secret or password that opens an encrypted token was meant in another form."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    Subject,
    UseKey,
    Work,
)
from jwtdesk.analysis.known_secrets import known_secrets
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.opening import (
    Opening,
    mending,
    openings,
    opens_when,
    proven,
    would_open,
)
from jwtdesk.analysis.trials.reading import Reading, supposed
from jwtdesk.analysis.trials.secret_bases import SecretBase, secret_bases
from jwtdesk.analysis.trials.secret_encodings import encoding_readings
from jwtdesk.analysis.trials.secrets_tried import readings
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.words import tr

KNOWN = "known-secret"
IDS = (
    *("secret-newline", "secret-whitespace", "secret-quoted", "secret-base64", "secret-base64url"),
    *("secret-hex", "secret-url-encoded", "secret-json-escaped", "secret-unicode-form"),
    *("secret-other-charset", "secret-zero-padded", "secret-hashed", KNOWN),
)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    bases = secret_bases(case)
    for one in _secrets(case) if bases else ():
        # Of zero paddings the few usual sizes: no other is the length of a key.
        read = (each for base in bases for each in readings(base, few=True))
        yield from _first(one, read)


def _known(case: Case) -> Iterator[Explanation | Work]:
    for one in _secrets(case):
        yield from _first(one, _well_known())


def _secrets(case: Case) -> tuple[Opening, ...]:
    return tuple(one for one in openings(case) if one.is_secret)


def _first(one: Opening, many: Iterator[Reading]) -> Iterator[Explanation | Work]:
    """Yield the card of the first reading that opens the content."""
    meter = Meter()
    for reading in many:
        if not one.takes(len(reading.octets)):
            continue
        pause = meter.spent(one.cost)
        if pause is not None:
            yield pause
        if one.opens(secret_key(reading.octets)):
            yield _card(one, reading)
            return
    yield meter.rest()


def _card(one: Opening, reading: Reading) -> Explanation:
    supposition = supposed(reading)
    fix = mending(one.case, Fix(supposition.label, (UseKey(reading.given),)))
    title = supposition.title
    if reading.id == KNOWN:
        title = tr("A well-known example secret opens this token.")
    when, would = opens_when(supposition.when), would_open(supposition.would)
    return proven(reading.id, title, when, fix, would)


def _well_known() -> Iterator[Reading]:
    for word in known_secrets():
        octets = word.encode()
        yield Reading(KNOWN, octets, tr("{word}, which everyone knows", word=excerpt(word)), octets)
        for one in encoding_readings(SecretBase(octets)):
            what = tr("{word} {what}", word=excerpt(word), what=one.what)
            yield Reading(KNOWN, one.octets, what, one.text, one.encoding)


def _excluded(case: Case) -> str:
    return tr("no other reading of the secret") if _secrets(case) and secret_bases(case) else ""


def _excluded_known(case: Case) -> str:
    return tr("no well-known example secret") if _secrets(case) else ""


HYPOTHESIS = (
    Hypothesis(IDS[:-1], 50, Effort.QUICK, _explain, _excluded, subject=Subject.CONTENT),
    Hypothesis(
        (KNOWN,),
        59,
        Effort.QUICK,
        _known,
        _excluded_known,
        last_resort=True,
        subject=Subject.CONTENT,
    ),
)
