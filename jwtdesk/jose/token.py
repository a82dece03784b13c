"""A token as received: its kind, its segments, and everything that can still be read of it."""

from dataclasses import dataclass, field
from enum import Enum

from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Problem, Span


class Kind(Enum):
    """The serialisations that are told apart (RFC 7515, 7516, 9901)."""

    JWS = "jws"
    JWS_JSON = "jws-json"
    JWE = "jwe"
    JWE_JSON = "jwe-json"
    SD_JWT = "sd-jwt"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Segment:
    """One base64url part of a token, as received.

    `encoded` is its text without the dots and without white space; `span` is where it stands in
    `Token.text`, in code points. `octets` is what it decodes to, as far as it can; `problems` are
    the offences of its encoding. `document` is the JSON reading of the octets, or None when they
    are not UTF-8 (or the segment is not meant to be JSON).
    """

    encoded: str
    span: Span
    octets: bytes
    problems: tuple[Problem, ...] = ()
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature over the payload (RFC 7515 section 7.2.1; a compact token has one).

    `header` is the merged JOSE header: protected and unprotected members, {} when unreadable.
    `protected` is the encoded protected header; `octets` the signature itself; `input` the exact
    octets that are signed. `problem` is set when this signature cannot even be computed with:
    its sentence says why (code of the fault).
    """

    header: dict[str, Value]
    protected: str
    octets: bytes
    input: bytes
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A token read from `text`; two readings are equal when their texts and payloads are.

    `text` is the token after cleaning (white space removed). `cleaned` says what was removed or
    unwrapped, and `problems` what is wrong with the structure; both in reading order.
    `header`, `payload` and `signature` are the three segments of a compact token, each None when
    it is absent. In a JSON serialisation the segments carry the first signature's protected header.
    `payload_octets` is the payload itself (`b64: false` and a detached payload included), None when
    there is none. `signatures` has one entry per signature.
    """

    kind: Kind
    text: str
    detached: bytes | None = None
    cleaned: tuple[Problem, ...] = field(default=(), compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    header: Segment | None = field(default=None, compare=False)
    payload: Segment | None = field(default=None, compare=False)
    signature: Segment | None = field(default=None, compare=False)
    payload_octets: bytes | None = field(default=None, compare=False)
    signatures: tuple[Signature, ...] = field(default=(), compare=False)
    disclosures: tuple[str, ...] = field(default=(), compare=False)

    @property
    def jose_header(self) -> dict[str, Value]:
        """The merged JOSE header of the first signature, {} when it cannot be read."""
        return self.signatures[0].header if self.signatures else {}

    @property
    def alg(self) -> str | None:
        """The `alg` header parameter when it is a string."""
        name = self.jose_header.get("alg")
        return name if isinstance(name, str) else None
