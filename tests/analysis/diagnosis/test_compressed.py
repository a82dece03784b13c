"""A compressed payload is tried as it was signed, not as it is shown."""

import base64
import hmac

from jwtdesk.jose.inflate import deflate
from tests.analysis.diagnosis.making import SECRET, card, part, riddle

ZIP = '{"alg":"HS256","zip":"DEF"}'
CLAIMS = deflate(b'{"iss":"https://issuer.example","nbf":1620992383}')


def test_a_padded_payload_was_signed_compressed() -> None:
    """The octets that travelled are padded, for those are what a signature is made of."""
    head, body = (base64.urlsafe_b64encode(one).decode() for one in (ZIP.encode() + b" ", CLAIMS))
    made = hmac.digest(SECRET, f"{head}.{body}".encode(), "sha256")
    text = f"{head.rstrip('=')}.{body.rstrip('=')}.{part(made)}"
    card(riddle(text, SECRET), "padded-signing-input", mends=True)


def test_a_detached_payload_was_signed_padded() -> None:
    """The same where the payload travels apart."""
    body = base64.urlsafe_b64encode(CLAIMS).decode()
    head = part(ZIP)
    made = hmac.digest(SECRET, f"{head}.{body}".encode(), "sha256")
    case = riddle(f"{head}..{part(made)}", SECRET, detached=CLAIMS)
    assert body.endswith("=")
    card(case, "padded-signing-input", mends=True)
