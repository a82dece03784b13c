"""An ECDSA signature that is not r and s side by side in their full width (RFC 7518 3.4)."""

from collections.abc import Iterator

from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose.algorithm import Algorithm, Family
from jwtdesk.jose.der import INTEGER, SEQUENCE, Der, Malformed
from jwtdesk.jose.words import tr

# Zero bytes are lost a few at a time; more are not believed.
MOST_LOST = 8


def half_octets(part: SignedPart) -> int:
    """Return how many octets r and s each have by the header; 0 where it names no ECDSA."""
    chosen = part.algorithm
    if chosen is None or chosen.family is not Family.ECDSA or not chosen.signature_octets:
        return 0
    return chosen.signature_octets // 2


def ecdsa_forms(octets: bytes, chosen: Algorithm) -> Iterator[Supposition]:
    """Yield the raw signatures that `octets` may mean under the ECDSA algorithm `chosen`."""
    if chosen.family is not Family.ECDSA or not chosen.signature_octets:
        return
    half = chosen.signature_octets // 2
    pair = der_pair(octets)
    if pair is not None and max(pair).bit_length() <= half * 8:
        yield _der(pair[0].to_bytes(half, "big") + pair[1].to_bytes(half, "big"))
    if len(octets) == 2 * half:
        yield from _swapped(octets, half)
    elif half < len(octets) < 2 * half + 4:
        yield from _stripped(octets, half)


def der_pair(octets: bytes) -> tuple[int, int] | None:
    """Return r and s when `octets` are a DER sequence of two positive numbers and nothing more."""
    reader = Der(octets)
    try:
        inner = Der(reader.take(SEQUENCE))
        r, s = (int.from_bytes(inner.take(INTEGER), "big") for _ in range(2))
    except Malformed:
        return None
    whole = reader.peek() is None and inner.peek() is None
    return (r, s) if whole and r > 0 and s > 0 else None


def _der(raw: bytes) -> Supposition:
    return Supposition(
        side=Side.SIGNATURE,
        id="ecdsa-der",
        title=tr("The signature is in DER form, not r and s side by side."),
        when=tr("r and s are taken out of their DER form and put side by side"),
        would=tr("r and s stood side by side, not in DER form"),
        label=tr("Put r and s side by side"),
        signature=raw,
    )


def _swapped(octets: bytes, half: int) -> Iterator[Supposition]:
    r, s = octets[:half], octets[half:]
    both = (
        (s + r, tr("r and s change places")),
        (r[::-1] + s[::-1], tr("the bytes of r and of s are taken from the other end")),
        (octets[::-1], tr("all its bytes are taken from the other end")),
    )
    for raw, when in both:
        yield Supposition(
            side=Side.SIGNATURE,
            id="ecdsa-swapped",
            title=tr("The two halves of the signature, r and s, are swapped."),
            when=when,
            would=tr("r and s were in their order"),
            label=tr("Put r and s in order"),
            signature=raw,
        )


def _stripped(octets: bytes, half: int) -> Iterator[Supposition]:
    """Yield each way to cut `octets` into r and s and fill both up to their width."""
    length = len(octets)
    middle = length // 2
    cuts = sorted(range(1, length), key=lambda at: (abs(at - middle), at))
    for at in cuts:
        r, s = octets[:at].lstrip(b"\0"), octets[at:].lstrip(b"\0")
        near = min(at, length - at) >= half - MOST_LOST
        if not near or max(len(r), len(s)) > half:
            continue
        yield Supposition(
            side=Side.SIGNATURE,
            id="ecdsa-stripped",
            title=tr("The numbers r and s do not have their fixed width."),
            when=tr(
                "r ({first} bytes here) and s ({second}) are filled up with zeros to {width} each",
                first=at,
                second=length - at,
                width=half,
            ),
            would=tr("r and s had kept their leading zeros"),
            label=tr("Fill r and s up to their width"),
            signature=r.rjust(half, b"\0") + s.rjust(half, b"\0"),
        )
