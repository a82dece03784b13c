"""The signature lamp: what the mathematics said, for one signature or for several."""

from collections.abc import Sequence

from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import tr

_STATES = {
    SignatureCode.VERIFIED: State.OK,
    SignatureCode.DECRYPTED: State.OK,
    SignatureCode.MISMATCH: State.BAD,
    SignatureCode.MALFORMED: State.BAD,
    SignatureCode.CANNOT_DECRYPT: State.BAD,
    SignatureCode.KEY_UNUSABLE: State.WARN,
    SignatureCode.UNSECURED: State.WARN,
    SignatureCode.NO_KEY: State.UNKNOWN,
    SignatureCode.UNSUPPORTED_ALGORITHM: State.UNKNOWN,
}
# Of several signatures, the first of these codes that occurs speaks for all.
_SPEAKS = (
    SignatureCode.VERIFIED,
    SignatureCode.DECRYPTED,
    SignatureCode.MISMATCH,
    SignatureCode.CANNOT_DECRYPT,
    SignatureCode.KEY_UNUSABLE,
    SignatureCode.MALFORMED,
    SignatureCode.UNSECURED,
    SignatureCode.UNSUPPORTED_ALGORITHM,
    SignatureCode.NO_KEY,
)
_ENCRYPTED = frozenset({Kind.JWE, Kind.JWE_JSON})


def deciding(
    token: Token | None, checks: Sequence[Verification], keys: Keys | Unreadable | None
) -> Verification | None:
    """Return the answer that speaks for the whole token: one right signature is enough."""
    if token is None:
        return None
    if token.kind is Kind.UNREADABLE:
        return Verification(SignatureCode.MALFORMED, tr("There is no signature to be checked."))
    if token.kind in _ENCRYPTED and not _was_decrypted(checks):
        return _encrypted(keys)
    if not checks:
        return _unchecked(token)
    return min(checks, key=lambda one: _SPEAKS.index(one.code))


def _was_decrypted(checks: Sequence[Verification]) -> bool:
    outcomes = {SignatureCode.DECRYPTED, SignatureCode.CANNOT_DECRYPT}
    return any(one.code in outcomes for one in checks)


def _encrypted(keys: Keys | Unreadable | None) -> Verification:
    if keys is None:
        text = tr("Encrypted: only its header can be read without the key that decrypts it.")
        return Verification(SignatureCode.NO_KEY, text)
    if isinstance(keys, Unreadable):
        return Verification(SignatureCode.KEY_UNUSABLE, keys.problem.message)
    text = tr("Encrypted: this version shows its header, but does not decrypt it.")
    return Verification(SignatureCode.UNSUPPORTED_ALGORITHM, text)


def _unchecked(token: Token) -> Verification:
    """Return the answer of a token that nobody checked, or whose signatures cannot be."""
    if not token.signatures:
        return Verification(SignatureCode.MALFORMED, tr("There is no signature to be checked."))
    return Verification(SignatureCode.NO_KEY, tr("Not checked: give the key to check it."))


def signature_lamp(verification: Verification | None, checks: Sequence[Verification]) -> Lamp:
    """Return the lamp for the deciding `verification`, with a count when there were several."""
    if verification is None:
        return Lamp(State.UNKNOWN, "no-key", tr("There is no token yet."), tr("Nothing yet"))
    text = verification.text
    if len(checks) > 1 and verification in checks:
        right = sum(one.code is SignatureCode.VERIFIED for one in checks)
        text = tr(
            "{right} of {count} signatures verified. {text}",
            right=right,
            count=len(checks),
            text=text,
        )
    return Lamp(_STATES[verification.code], verification.code.value, text, short(verification.code))


def single_lamps(token: Token | None, checks: Sequence[Verification]) -> tuple[Lamp, ...]:
    """Return one lamp for each signature of a JSON serialisation; none for any other token."""
    if token is None or token.kind in _ENCRYPTED or not token.text.startswith("{"):
        return ()
    return tuple(signature_lamp(one, ()) for one in checks)


def short(code: SignatureCode) -> str:
    """Return the two or three words that stand under the lamp."""
    names = {
        SignatureCode.VERIFIED: tr("Verified"),
        SignatureCode.MISMATCH: tr("Wrong"),
        SignatureCode.MALFORMED: tr("Malformed"),
        SignatureCode.NO_KEY: tr("Not checked"),
        SignatureCode.UNSUPPORTED_ALGORITHM: tr("Unknown algorithm"),
        SignatureCode.KEY_UNUSABLE: tr("Key unusable"),
        SignatureCode.UNSECURED: tr("Not signed"),
        SignatureCode.DECRYPTED: tr("Decrypted"),
        SignatureCode.CANNOT_DECRYPT: tr("Not decrypted"),
    }
    return names[code]
