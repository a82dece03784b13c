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
class Recipient:
    """One way to the content key of something encrypted (RFC 7516 section 7.2.1).

    A compact token has one. `header` is the merged JOSE header: protected, shared and this
    recipient's own members. `encrypted_key` is empty where the content key is agreed or shared.
    `problem` is set when nothing can be decrypted this way: its sentence says why.
    """

    header: dict[str, Value]
    encrypted_key: bytes
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Encrypted:
    """The encrypted content of a JWE and the ways to its key (RFC 7516 section 2).

    `protected` is the encoded protected header as received, "" when there is none. `aad` are the
    octets that are authenticated beside the ciphertext (section 5.1 step 14).
    """

    protected: str
    aad: bytes
    iv: bytes
    ciphertext: bytes
    tag: bytes
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One disclosure of an SD-JWT, as it stands and where it belongs (RFC 9901 section 4.2).

    `encoded` is its text. `name` is None for an entry of a list. `path` is where its value stands
    in the processed payload ("$.address.street", "$.roles[1]"), None while nothing refers to it.
    `parent` is the digest of the disclosure that holds the reference, "" when the payload itself
    does. `problem` says what is wrong with this one.
    """

    encoded: str
    digest: str
    name: str | None
    value: Value
    path: str | None = None
    parent: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Selective:
    """What an SD-JWT says once its disclosures are put in place (RFC 9901 section 7.1).

    `payload` is the processed payload, None when it cannot be worked out. `undisclosed` counts the
    digests that no disclosure belongs to: what is kept back, and decoys. `key_binding` is the text
    of the key binding JWT, "" when there is none; `bound` are the octets that its `sd_hash` covers.
    """

    hash_name: str
    disclosures: tuple[Disclosed, ...]
    payload: dict[str, Value] | None
    undisclosed: int = 0
    key_binding: str = ""
    bound: bytes = b""


@dataclass(frozen=True, slots=True)
class Token:
    """A token read from `text`; two readings are equal when their texts and payloads are.

    `text` is the token after cleaning (white space removed). `cleaned` says what was removed or
    unwrapped, and `problems` what is wrong with the structure; both in reading order.
    `header`, `payload` and `signature` are the three segments of a compact token, each None when
    it is absent. In a JSON serialisation the segments carry the first signature's protected header.
    `payload_octets` is the payload itself (`b64: false` and a detached payload included), None when
    there is none. `signatures` has one entry per signature. `zipped` says that `payload_octets`
    were deflated on their way; `encrypted` is set for a JWE, whose payload is absent until it is
    decrypted; `selective` for an SD-JWT.
    """

    kind: Kind
    text: str
    detached: bytes | None = None
    cleaned: tuple[Problem, ...] = field(default=(), compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    header: Segment | None = field(default=None, compare=False)
    payload: Segment | None = field(default=None, compare=False)
    signature: Segment | None = field(default=None, compare=False)
    payload_octets: bytes | None = None
    signatures: tuple[Signature, ...] = field(default=(), compare=False)
    disclosures: tuple[str, ...] = field(default=(), compare=False)
    zipped: bool = field(default=False, compare=False)
    encrypted: Encrypted | None = field(default=None, compare=False)
    selective: Selective | None = field(default=None, compare=False)

    @property
    def jose_header(self) -> dict[str, Value]:
        """The merged JOSE header of the first signature, {} when it cannot be read."""
        return self.signatures[0].header if self.signatures else {}

    @property
    def alg(self) -> str | None:
        """The `alg` header parameter when it is a string."""
        name = self.jose_header.get("alg")
        return name if isinstance(name, str) else None
