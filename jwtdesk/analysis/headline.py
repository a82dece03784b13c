"""The four lamps in one plain sentence, and the line below it that gives the detail."""

from dataclasses import dataclass

from jwtdesk.analysis.inner import whole_payload
from jwtdesk.analysis.troubles import is_open, listed, troubles
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.algorithm import KeyType, algorithm
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr

_PROVEN = frozenset({SignatureCode.VERIFIED.value, SignatureCode.DECRYPTED.value})
_ENCRYPTED = frozenset({Kind.JWE, Kind.JWE_JSON})


@dataclass(frozen=True, slots=True)
class Lamps:
    """The four judgements, how many expectations are broken, and how far away the failing time is.

    `key_binding` is the fifth, of an SD-JWT that its holder signed; None for any other.
    `distance` is in seconds: since the expiry or until the beginning; None when neither applies.
    `right` is how many of how many signatures or recipients are right; `expects` says whether
    anything was expected of the token by whoever looks at it.
    """

    structure: Lamp
    signature: Lamp
    time: Lamp
    policy: Lamp
    broken: int = 0
    distance: int | None = None
    right: tuple[int, int] = (0, 1)
    key_binding: Lamp | None = None
    expects: bool = False


def headline(token: Token | None, lamps: Lamps) -> str:
    """Return what a reader needs to know about `token` in one sentence, without a full stop."""
    if token is None:
        return tr("Paste a token to begin")
    if token.kind is Kind.UNREADABLE:
        return lamps.structure.text.split(". ")[0].rstrip(".")
    proven = lamps.signature.code in _PROVEN
    wrong = troubles(lamps, proven=proven)
    if proven:
        return _proven(token, lamps, wrong)
    if lamps.signature.code == SignatureCode.NO_KEY.value:
        return _not_checked(token, wrong)
    lead, alone = _leads(token, lamps)
    return tr("{lead}, and {troubles}", lead=lead, troubles=listed(wrong)) if wrong else alone


def reason(token: Token | None, lamps: Lamps) -> str:
    """Return the line below the headline: the detail of whatever matters most."""
    if token is None:
        return tr(
            "A JWT, a JWS or a JWE, bare or inside any text: everything stays on this computer."
        )
    if token.kind is Kind.UNREADABLE:
        return ""
    if lamps.signature.code not in _PROVEN:
        malformed = lamps.signature.code == SignatureCode.MALFORMED.value
        told = malformed or lamps.signature.text in lamps.structure.text
        other = "" if told else lamps.structure.text
        texts = [lamps.signature.text, other if lamps.structure.state is State.BAD else ""]
        return " ".join(filter(None, [*texts, *_failing(lamps)]))
    wrong = [lamps.structure.text] if lamps.structure.state is State.BAD else []
    detail = [*wrong, *_failing(lamps)] or _calm(lamps)
    return " ".join([*detail, lamps.signature.text])


def _failing(lamps: Lamps) -> list[str]:
    failing = {State.BAD, State.WARN}
    looked_at = (lamps.time, lamps.policy, lamps.key_binding)
    found = [one.text for one in looked_at if one is not None and one.state in failing]
    bound = lamps.key_binding
    return [*found, bound.text] if bound is not None and is_open(bound) else found


def _calm(lamps: Lamps) -> list[str]:
    return [] if lamps.time.state is State.UNKNOWN else [lamps.time.text]


def _proven(token: Token, lamps: Lamps, wrong: list[str]) -> str:
    lead = _lead(lamps)
    if wrong:
        return tr("{lead}, but {troubles}", lead=lead, troubles=listed(wrong))
    inside = whole_payload(token)
    if inside is not None:
        return tr("{lead}: {what} is inside", lead=lead, what=inside.what)
    meets = lamps.expects and lamps.policy.state is State.OK
    if lamps.structure.code == "payload-too-deep":
        template = "{lead}; its payload is nested too deeply to be judged"
    elif lamps.time.state is State.UNKNOWN:
        template = "{lead}, and every expectation is met" if meets else "{lead}; it holds no claims"
    elif lamps.time.code == "no-expiry":
        template = (
            "{lead} and every expectation met; the token never expires"
            if meets
            else "{lead}; the token never expires"
        )
    else:
        template = (
            "{lead}, in date, and every expectation is met"
            if meets
            else "{lead}, and the token is in date"
        )
    return tr(template, lead=lead)


def _lead(lamps: Lamps) -> str:
    if lamps.signature.code == SignatureCode.DECRYPTED.value:
        return tr("Decrypted")
    right, count = lamps.right
    if count > 1:
        return tr("{right} of {count} signatures verified", right=right, count=count)
    return tr("Signature verified")


def _not_checked(token: Token, wrong: list[str]) -> str:
    if token.kind in _ENCRYPTED:
        return tr("Encrypted: without the key only the header can be read")
    wanted = _wanted(token)
    if wrong:
        return tr(
            "Not checked yet, but {troubles}: enter {wanted}", troubles=listed(wrong), wanted=wanted
        )
    return tr("Not checked yet: enter {wanted}", wanted=wanted)


def _wanted(token: Token) -> str:
    known = algorithm(token.alg)
    if known is None or known.key_type is None:
        return tr("the secret or key that signed this token")
    if known.key_type is KeyType.OCT:
        return tr("the secret that signed this token ({alg})", alg=known.name)
    return tr("the public key of whoever signed this token ({alg})", alg=known.name)


def _leads(token: Token, lamps: Lamps) -> tuple[str, str]:
    """Return the beginning of a sentence that goes on, and the whole sentence when it does not."""
    code = lamps.signature.code
    if token.kind in _ENCRYPTED:
        return (_encrypted(code),) * 2
    if code == SignatureCode.MISMATCH.value and lamps.structure.code == "payload-empty":
        return tr("Wrong signature"), tr(
            "The signature is wrong without a payload: give it if it travels apart"
        )
    if code == SignatureCode.MISMATCH.value:
        return tr("Wrong signature"), tr(
            "Wrong signature: this key did not sign it, or the token was changed"
        )
    sentences = {
        SignatureCode.MALFORMED.value: tr("The signature cannot be checked"),
        SignatureCode.UNSUPPORTED_ALGORITHM.value: tr("Signature not checked: unknown algorithm"),
        SignatureCode.KEY_UNUSABLE.value: tr("This key cannot check this token"),
        SignatureCode.UNSECURED.value: tr("Not signed: anyone could have written this token"),
    }
    return (sentences[code] if code in sentences else _encrypted(code),) * 2


def _encrypted(code: str) -> str:
    """Return what stands between the reader and the inside of an encrypted token."""
    sentences = {
        SignatureCode.MALFORMED.value: tr("Encrypted, but malformed: no key can decrypt it"),
        SignatureCode.UNSUPPORTED_ALGORITHM.value: tr("Encrypted in a way that is not known here"),
        SignatureCode.KEY_UNUSABLE.value: tr("This key cannot decrypt this token"),
    }
    return sentences.get(code, tr("Not decrypted: only the header can be read"))
