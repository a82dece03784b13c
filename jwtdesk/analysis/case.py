"""A case made from a text: the first token in it, the others beside it, and the keys given."""

from jwtdesk.analysis.checks import checked
from jwtdesk.analysis.hypothesis import Case
from jwtdesk.analysis.trials.opening import openings
from jwtdesk.analysis.trials.part import is_no_encryption
from jwtdesk.analysis.trials.secret_bases import secret_bases
from jwtdesk.jose.base64_offences import Offence
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.found import Found
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Span
from jwtdesk.jose.read_token import read_found, read_token
from jwtdesk.jose.token import Kind
from jwtdesk.jose.verify import SignatureCode

ASKED = frozenset(
    {
        SignatureCode.MISMATCH,
        SignatureCode.KEY_UNUSABLE,
        SignatureCode.MALFORMED,
        SignatureCode.UNSUPPORTED_ALGORITHM,
    }
)
CLOSED = frozenset({SignatureCode.CANNOT_DECRYPT, SignatureCode.KEY_UNUSABLE})
SIGNED = frozenset({Kind.JWS, Kind.JWS_JSON, Kind.SD_JWT})
# Further tokens of one text that are read, for keys that only two tokens together show.
MOST_OTHERS = 8


def case_of(text: str, given: KeyInput, detached: bytes | None = None, index: int = 0) -> Case:
    """Return the case of token `index` in `text`, with the other tokens beside it; never raises.

    Its text is the token's own stretch of `text`, with every character that copying left in it.
    """
    found = find(text) or (Found(text, Span(0, len(text))),)
    return case_among(text, found, index, given, read_key(given), detached)


def case_among(  # noqa: PLR0913, PLR0917 - everything is worked out already
    text: str,
    found: tuple[Found, ...],
    index: int,
    given: KeyInput,
    keys: Keys | Unreadable | None,
    detached: bytes | None = None,
) -> Case:
    """Return the case of `found[index]`, tokens of `text`, under keys that are read already."""
    one = found[index]
    token = read_found(one, detached)
    checks = checked(token, keys).answers
    beside = [other for at, other in enumerate(found) if at != index][:MOST_OTHERS]
    others = tuple(read_token(other.text) for other in beside)
    raw = text[one.span.start : one.span.end] or one.text
    return Case(raw, token, given, keys, checks, detached, others)


def is_riddle(case: Case) -> bool:
    """Tell whether there is something to explain: a key was given, and nothing verifies or opens.

    A right signature with a last character that strict libraries refuse is one too, and so is a
    text that is no token at all, which may have been damaged.
    """
    if not case.given.octets:
        return False
    codes = {one.code for one in case.verifications}
    if SignatureCode.DECRYPTED in codes:
        return False
    if case.token.encrypted is not None and codes & CLOSED:
        return _is_sealed(case)
    if SignatureCode.VERIFIED in codes:
        last = case.token.signature
        return last is not None and any(
            one.code == Offence.TRAILING_BITS.value for one in last.problems
        )
    if case.token.kind is Kind.UNREADABLE or is_no_encryption(case.token):
        return "." in case.token.text
    return case.token.kind in SIGNED and bool(codes & ASKED)


def _is_sealed(case: Case) -> bool:
    """Tell whether trials may explain that the keys do not open it.

    A key that cannot even be tried says so itself, unless it is a secret meant in another form.
    """
    found = openings(case)
    if any(one.code is SignatureCode.CANNOT_DECRYPT for one in case.verifications):
        return bool(found)
    return any(one.is_secret for one in found) and bool(secret_bases(case))
