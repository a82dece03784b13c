"""One failing signature of a case, with everything that a trial may exchange laid out."""

import json
from dataclasses import dataclass

from jwtdesk.analysis.hypothesis import Case
from jwtdesk.jose.algorithm import Algorithm, KeyType, algorithm
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.token import Kind, Signature, Token
from jwtdesk.jose.verify import SignatureCode

# A set may hold hundreds of keys; the trials are made with the first few that the token may mean.
MOST_KEYS = 12
SETTLED = frozenset({SignatureCode.VERIFIED, SignatureCode.DECRYPTED})


@dataclass(frozen=True, slots=True)
class SignedPart:
    """A signature that does not verify, and what was signed as far as the token shows it.

    `protected` and `payload` are the two texts of the signing input as received; `header_text` is
    the JSON of the protected header, None when it cannot be read. `written` is the signature as
    it stands in the token. `algorithm` is what the header names, None when it is not known.
    `keys` are those the token may mean, the ones that `kid` names first.
    """

    case: Case
    index: int
    signature: Signature
    protected: str
    payload: str
    header_text: str | None
    written: str
    algorithm: Algorithm | None
    keys: tuple[Key, ...]

    @property
    def token(self) -> Token:
        """The token that carries the signature."""
        return self.case.token

    @property
    def message(self) -> bytes:
        """The octets that the token says are signed."""
        return self.signature.input

    @property
    def octets(self) -> bytes:
        """The signature's octets as decoded."""
        return self.signature.octets

    @property
    def payload_octets(self) -> bytes:
        """The payload as it was signed, compressed where it is; empty when there is none."""
        token = self.token
        if token.zipped and token.payload and token.payload.encoded:
            return token.payload.octets
        return (token.detached if token.zipped else token.payload_octets) or b""

    @property
    def hash_name(self) -> str:
        """The hash of the header's algorithm, "" where it is not known or has none."""
        return self.algorithm.hash_name if self.algorithm is not None else ""

    @property
    def kid(self) -> object:
        """The `kid` of the header, whatever it is."""
        return self.signature.header.get("kid")

    def fitting(self, chosen: Algorithm | None = None) -> tuple[Key, ...]:
        """Return the keys that can compute `chosen` (the header's algorithm when left out)."""
        one = chosen or self.algorithm
        if one is None:
            return ()
        return tuple(key for key in self.keys if misfit(one, key, signing=False) is None)

    def is_keyed(self, kind: KeyType) -> bool:
        """Tell whether the header's algorithm takes keys of the type `kind`."""
        return self.algorithm is not None and self.algorithm.key_type is kind


def parts_of(case: Case) -> tuple[SignedPart, ...]:
    """Return the signatures of `case` that do not verify, in order; none for an encrypted token."""
    if case.token.kind not in (Kind.JWS, Kind.JWS_JSON, Kind.SD_JWT):
        return ()
    written = _written(case.token)
    return tuple(
        _part(case, index, one, written[index] if index < len(written) else "")
        for index, one in enumerate(case.token.signatures)
        if not _settled(case, index)
    )


def is_no_encryption(token: Token) -> bool:
    """Tell whether a text of five parts is no encrypted token after all: nothing names `enc`."""
    return token.kind is Kind.JWE and "enc" not in token.jose_header


def _settled(case: Case, index: int) -> bool:
    answers = case.verifications
    return index < len(answers) and answers[index].code in SETTLED


def _part(case: Case, index: int, signature: Signature, written: str) -> SignedPart:
    keys = case.keys.members if isinstance(case.keys, Keys) else ()
    if isinstance(case.keys, Keys):
        named = candidates(case.keys, signature.header.get("kid"))
        keys = tuple(dict.fromkeys([*named, *keys]))[:MOST_KEYS]
    payload = signature.input[len(signature.protected.encode("utf-8", "surrogatepass")) + 1 :]
    return SignedPart(
        case=case,
        index=index,
        signature=signature,
        protected=signature.protected,
        payload=payload.decode("utf-8", "replace"),
        header_text=_header_text(signature.protected),
        written=written,
        algorithm=algorithm(signature.header.get("alg")),
        keys=keys,
    )


def _header_text(protected: str) -> str | None:
    from jwtdesk.jose import base64url

    try:
        return base64url.decode(protected).octets.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _written(token: Token) -> tuple[str, ...]:
    """Return each signature as it is spelled in the token."""
    if token.kind is Kind.JWS or not token.text.lstrip().startswith("{"):
        return (token.signature.encoded if token.signature else "",)
    try:
        value = json.loads(token.text)
    except (ValueError, RecursionError):
        return ()
    listed = value.get("signatures", [value]) if isinstance(value, dict) else []
    owners = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    spelled = (one.get("signature") for one in owners)
    return tuple(one if isinstance(one, str) else "" for one in spelled)
