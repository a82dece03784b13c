"""Two suppositions at a time, for a signature that is written and formed otherwise."""

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from jwtdesk.analysis.trials.pairs import pairs
from jwtdesk.analysis.trials.part import SignedPart, parts_of
from tests.analysis.diagnosis.making import (
    SECRET,
    ec_key,
    header,
    public,
    riddle,
    rsa_key,
    shown_instead,
    signature,
    token,
)


def hexadecimal(alg: str) -> SignedPart:
    """Return the part whose signature is the hexadecimal of DER, under the header's `alg`."""
    message = token("ES256", ec_key()).rpartition(".")[0]
    raw = signature("ES256", message.encode(), ec_key())
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    made = shown_instead(f"{message}.{der.hex()}", head=header(alg))
    (found,) = parts_of(riddle(made, public(ec_key() if alg != "RS256" else rsa_key())))
    return found


def test_the_form_inside_an_encoding_comes_first() -> None:
    """DER that was written in hexadecimal: both have to be undone."""
    first = next(pairs(hexadecimal("ES256")))
    assert [one.id for one in first] == ["ecdsa-der", "signature-hex"]


def test_only_signatures_of_curves_have_a_form_inside() -> None:
    """Under RSA, and under a name that nobody knows, the encoding alone is undone."""
    for alg in ("RS256", "XX256"):
        found = {one.id for pair in pairs(hexadecimal(alg)) for one in pair}
        assert "signature-hex" in found
        assert not {one for one in found if one.startswith("ecdsa-")}


def test_a_signature_that_is_written_well_has_no_encoding_in_its_pairs() -> None:
    """What is left are algorithms and spellings of what was signed."""
    (part,) = parts_of(riddle(token("HS256", SECRET), b"another secret"))
    found = {one.id for pair in pairs(part) for one in pair}
    assert found
    assert not {one for one in found if one.startswith(("signature-", "ecdsa-"))}
