"""The signature lamp: what the mathematics said, for one signature or for several."""

from collections.abc import Sequence

from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Key, Keys, Unreadable
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
# Of several signatures, the first of these codes that occurs speaks for all; among equals, the one
# that the key is nearest to.
_SPEAKS = (
    SignatureCode.VERIFIED,
    SignatureCode.DECRYPTED,
    SignatureCode.MISMATCH,
    SignatureCode.CANNOT_DECRYPT,
    SignatureCode.KEY_UNUSABLE,
    # A key can still prove one of them, whatever the others are.
    SignatureCode.NO_KEY,
    SignatureCode.MALFORMED,
    SignatureCode.UNSECURED,
    SignatureCode.UNSUPPORTED_ALGORITHM,
)
_PROVEN = frozenset({SignatureCode.VERIFIED, SignatureCode.DECRYPTED})
_ENCRYPTED = frozenset({Kind.JWE, Kind.JWE_JSON})


def deciding(
    token: Token | None, checks: Sequence[Verification], keys: Keys | Unreadable | None
) -> Verification | None:
    """Return the answer that speaks for the whole token: one right signature is enough."""
    if token is None:
        return None
    if token.kind is Kind.UNREADABLE:
        return Verification(SignatureCode.MALFORMED, tr("There is no signature to be checked."))
    if not checks:
        return _unchecked(token, keys)
    return checks[min(range(len(checks)), key=lambda at: _rank(token, checks, at))]


def _rank(token: Token, checks: Sequence[Verification], at: int) -> tuple[int, bool]:
    """Return how loudly answer `at` speaks for the others, the lowest first."""
    one = checks[at]
    alg = token.signatures[at].header.get("alg") if at < len(token.signatures) else None
    return _SPEAKS.index(one.code), not _is_near(one.key, alg)


def _is_near(key: Key | None, alg: Value) -> bool:
    """Return whether `key` is of the type that `alg` needs: why it fails there says more."""
    signs, opens = algorithm(alg), key_management(alg)
    types = opens.key_types if opens else (signs.key_type if signs else None,)
    return key is not None and key.type in types


def _unchecked(token: Token, keys: Keys | Unreadable | None) -> Verification:
    """Return the answer of a token that nobody checked, or whose signatures cannot be."""
    if token.signatures:
        if token.kind in _ENCRYPTED:
            if isinstance(keys, Unreadable):
                return Verification(SignatureCode.KEY_UNUSABLE, keys.problem.message)
            text = tr("Encrypted: only its header can be read without the key that decrypts it.")
        else:
            text = tr("Not checked: give the key to check it.")
        return Verification(SignatureCode.NO_KEY, text)
    if token.kind in _ENCRYPTED:
        text = tr("There is nobody whom this is encrypted for.")
    else:
        text = tr("There is no signature to be checked.")
    return Verification(SignatureCode.MALFORMED, text)


def signature_lamp(
    verification: Verification | None, checks: Sequence[Verification], token: Token | None = None
) -> Lamp:
    """Return the lamp for the deciding `verification`, with a count when there were several.

    `token` is what was checked: the recipients of an encrypted one are no signatures.
    """
    if verification is None:
        return Lamp(State.UNKNOWN, "no-key", tr("There is no token yet."), tr("Nothing yet"))
    text = verification.text
    is_encrypted = token is not None and token.kind in _ENCRYPTED
    if len(checks) > 1 and verification in checks:
        text = _counted(checks, text, is_encrypted=is_encrypted)
    if is_encrypted and verification.code is SignatureCode.NO_KEY:
        return Lamp(State.UNKNOWN, verification.code.value, text, tr("Encrypted"))
    return Lamp(
        _STATES[verification.code], verification.code.value, text, outcome_words(verification.code)
    )


def _counted(checks: Sequence[Verification], text: str, *, is_encrypted: bool) -> str:
    """Return the sentence about several signatures or recipients: how many, and the best one's."""
    right, _count = right_of(checks)
    if not is_encrypted:
        template = "{right} of {count} signatures verified. {text}"
    elif right:
        template = "It opens as {right} of its {count} recipients. {text}"
    else:
        template = "It opens as none of its {count} recipients. {text}"
    return tr(template, right=right, count=len(checks), text=text)


def right_of(checks: Sequence[Verification]) -> tuple[int, int]:
    """Return how many signatures or recipients are right, and how many there are."""
    return sum(one.code in _PROVEN for one in checks), len(checks)


def single_lamps(token: Token | None, checks: Sequence[Verification]) -> tuple[Lamp, ...]:
    """Return one lamp for each signature or recipient of a JSON serialisation, else none."""
    if token is None or not token.text.startswith("{"):
        return ()
    return tuple(signature_lamp(one, (), token) for one in checks)


def outcome_words(code: SignatureCode) -> str:
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
