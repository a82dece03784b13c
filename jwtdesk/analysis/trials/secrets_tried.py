"""Every other reading of a secret, likeliest first, each octets once."""

from collections.abc import Iterator

from jwtdesk.analysis.trials.reading import Reading
from jwtdesk.analysis.trials.secret_bases import SecretBase
from jwtdesk.analysis.trials.secret_charsets import charset_readings
from jwtdesk.analysis.trials.secret_derived import hashed_readings, padded_readings
from jwtdesk.analysis.trials.secret_edges import edge_readings
from jwtdesk.analysis.trials.secret_encodings import encoding_readings
from jwtdesk.analysis.trials.secret_escapes import escape_readings
from jwtdesk.jose.key import SecretEncoding


def readings(base: SecretBase, *, few: bool = False) -> Iterator[Reading]:
    """Yield the other readings of `base`; `few` leaves the many zero paddings out."""
    seen = {base.read}
    for reading in _all(base, few=few):
        if reading.octets and reading.octets not in seen:
            seen.add(reading.octets)
            yield reading


def _all(base: SecretBase, *, few: bool) -> Iterator[Reading]:
    yield from edge_readings(base.octets, base.encoding)
    yield from encoding_readings(base)
    yield from escape_readings(base.octets, base.encoding)
    yield from charset_readings(base.octets)
    for octets in dict.fromkeys(one for one in (base.read, base.octets) if one):
        yield from hashed_readings(octets)
    for octets in dict.fromkeys(one for one in (base.read, base.octets) if one):
        yield from padded_readings(octets, few=few)


def twice(base: SecretBase) -> Iterator[tuple[Reading, Reading]]:
    """Yield pairs of readings, the second of what the first makes: trimmed, then decoded."""
    seen = {base.read, *(one.octets for one in readings(base))}
    for first in readings(base, few=True):
        for second in _following(first):
            if second.id != first.id and second.octets not in seen:
                seen.add(second.octets)
                yield first, second


def _following(first: Reading) -> Iterator[Reading]:
    yield from readings(SecretBase(first.octets), few=True)
    if first.text is not None and first.encoding is not SecretEncoding.UTF8:
        yield from readings(SecretBase(first.text, first.encoding), few=True)
