"""Everything that a token is made of, once both panes have been read."""

from dataclasses import dataclass

from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.source import FromClaims


@dataclass(frozen=True, slots=True)
class Maker:
    """The two encoded parts, the JOSE header they amount to, and the keys at hand.

    `header` and `payload` are encoded, as they stand in a compact token.
    """

    source: FromClaims
    header: str
    payload: str
    members: dict[str, Value]
    ledger: Ledger
    keys: Keys | Unreadable | None

    @property
    def content(self) -> bytes:
        """The payload as it enters the signing input (RFC 7515 section 5.1, RFC 7797)."""
        if self.source.detached and self.members.get("b64") is False:
            return base64url.decode(self.payload).octets
        return self.payload.encode("utf-8", "surrogatepass")

    @property
    def kid(self) -> str | None:
        """The key that the header names, if it names one."""
        kid = self.members.get("kid")
        return kid if isinstance(kid, str) else None
