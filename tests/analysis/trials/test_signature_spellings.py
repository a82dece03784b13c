"""A signature read in another encoding, as far as it is one."""

import pytest

from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.analysis.trials.signature_spellings import signature_spellings
from tests.analysis.diagnosis.making import SECRET, riddle, token

MESSAGE = token("HS256", SECRET).rpartition(".")[0]
WRITTEN = {
    "AA%2F%2B": {"signature-base64": b"\x00\x0f\xfe"},
    "AA/+": {"signature-base64": b"\x00\x0f\xfe"},
    "AAAA+": {},
    "zz%21zz": {},
    "00ff" * 8: {"signature-hex": b"\x00\xff" * 8},
    "": {},
}


@pytest.mark.parametrize("written", WRITTEN)
def test_what_is_written_in_an_encoding_is_read_so(written: str) -> None:
    """Percent-escapes and the letters of standard base64 are looked at, and may be neither."""
    (part,) = parts_of(riddle(f"{MESSAGE}.{written}", SECRET))
    found = {one.id: one.signature for one in signature_spellings(part)}
    assert found == WRITTEN[written]
