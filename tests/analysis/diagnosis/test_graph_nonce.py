"""Tokens for Microsoft Graph, and others that have a nonce in the header too."""

import pytest

from jwtdesk.analysis.diagnosis.graph_nonce import HYPOTHESIS
from jwtdesk.analysis.hypothesis import Confidence, Explanation
from tests.analysis.diagnosis.making import SECRET, header, part, riddle

GRAPH = '"https://graph.microsoft.com"'
CLAIMS = {
    "audience": (f'{{"aud":{GRAPH}}}'.encode(), True),
    "one audience": (f'{{"aud":["x",{GRAPH}]}}'.encode(), True),
    "its number": (b'{"aud":"00000003-0000-0000-c000-000000000000"}', True),
    "issuer": (b'{"iss":"https://sts.windows.net/1/","app_displayname":"x"}', True),
    "issuer of others": (b'{"iss":"https://sts.windows.net/1/"}', False),
    "another audience": (b'{"aud":1}', False),
    "a list": (f"[{GRAPH}]".encode(), False),
    "no text": (b'{"aud":"graph.microsoft.com\xff"}', False),
    "no JSON": (b"graph.microsoft.com", False),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_only_what_is_from_microsoft_is_told_so(name: str) -> None:
    """It is likely at most: nobody but Graph can check such a token."""
    octets, told = CLAIMS[name]
    made = f"{part(header('HS256', nonce='abc'))}.{part(octets)}.{part(bytes(32))}"
    found = [
        one for one in HYPOTHESIS.explain(riddle(made, SECRET)) if isinstance(one, Explanation)
    ]
    assert [(one.id, one.confidence) for one in found] == (
        [("graph-nonce", Confidence.LIKELY)] if told else []
    )
