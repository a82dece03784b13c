"""A payload held elsewhere is tried in the forms that its kind has."""

import pytest

from jwtdesk.analysis.trials.detached_payloads import LONGEST, detached_payloads
from jwtdesk.analysis.trials.part import parts_of
from tests.analysis.diagnosis.making import SECRET, riddle, token

HEAD, _, LAST = token("HS256", SECRET).split(".")


@pytest.mark.parametrize(
    ("detached", "spelled"),
    [
        (b'{"a": 1}', True),
        (b"plain words", False),
        (b"7", False),
        (b"\xff\xfe", False),
        (b"[" + b"1," * LONGEST + b"1]", False),
    ],
)
def test_only_json_of_some_length_has_other_spellings(detached: bytes, spelled: bool) -> None:
    """Line ends and base64 are tried for all, and bytes are left as they are."""
    (part,) = parts_of(riddle(f"{HEAD}..{LAST}", b"another secret", detached=detached))
    found = [one.when for one in detached_payloads(part)]
    assert any("without its final line end" in one for one in found)
    assert any(" written " in one for one in found) is spelled
