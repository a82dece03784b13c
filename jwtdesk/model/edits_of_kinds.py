"""What a user does with a token that is nested, detached, selective or signed by several."""

from dataclasses import dataclass, field
from enum import Enum

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.holder import NodePath


class Serialisation(Enum):
    """How one and the same token may be written (RFC 7515 section 7, RFC 7516 section 7)."""

    COMPACT = "compact"
    FLATTENED = "flattened"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class NodeChosen:
    """Another token of the nest goes on the desk; `path` is () for the outermost one.

    The token that is there already takes the panes back from a certificate.
    """

    path: NodePath


@dataclass(frozen=True, slots=True)
class CertificateChosen:
    """A certificate of the nest goes into the panes; `node` ends with "header.x5c[0]" or so."""

    node: NodePath


@dataclass(frozen=True, slots=True)
class DetachedGiven:
    """The payload that travels apart from the token was given, or taken away (None)."""

    octets: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class PayloadParted:
    """The payload leaves the token and travels apart from now on, or comes back into it."""

    apart: bool


@dataclass(frozen=True, slots=True)
class Converted:
    """The same token, written in another serialisation."""

    to: Serialisation


@dataclass(frozen=True, slots=True)
class EntryChosen:
    """The header pane shows the header of signature `index`, counted from 0."""

    index: int


@dataclass(frozen=True, slots=True)
class SignatureAdded:
    """A further signature over the same payload, under the protected header `header`."""

    header: str


@dataclass(frozen=True, slots=True)
class SignatureRemoved:
    """The signature `index`, counted from 0, goes."""

    index: int


@dataclass(frozen=True, slots=True)
class SegmentEdited:
    """The octets of the segment `index` of the token, counted from 0, were changed as bytes."""

    index: int
    octets: bytes


@dataclass(frozen=True, slots=True)
class Presented:
    """The holder shows the disclosures with the digests `chosen`, and nothing else.

    With `holder`, the name of a kept key, or with `given`, a key that is kept from then on, the
    presentation is bound to the audience `aud` and to `nonce`; if `expected`, both become rules.
    """

    chosen: frozenset[str]
    holder: str = ""
    aud: str = ""
    nonce: str = ""
    given: KeyInput = KeyInput()
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Concealed:
    """The members of the payload at `paths` become disclosures; `salts` has one for each at least.

    `decoys` digests that nothing belongs to are mixed in.
    """

    paths: frozenset[str]
    salts: tuple[str, ...] = field(repr=False)
    decoys: int = 0
    hash_name: str = "sha-256"


@dataclass(frozen=True, slots=True)
class Revealed:
    """The disclosed claims of an SD-JWT become ordinary claims of its payload again."""


@dataclass(frozen=True, slots=True)
class PatienceShown:
    """The user lets this token take as long as it takes to be decrypted, or stops waiting."""

    patient: bool


KindEdit = (
    NodeChosen
    | CertificateChosen
    | DetachedGiven
    | PayloadParted
    | Converted
    | EntryChosen
    | SignatureAdded
    | SignatureRemoved
    | SegmentEdited
    | Presented
    | Concealed
    | Revealed
    | PatienceShown
)
