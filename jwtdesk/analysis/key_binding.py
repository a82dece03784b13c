"""The key binding of an SD-JWT: did its holder present it, here and now (RFC 9901 section 7.3)?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jwtdesk.analysis.binding_claims import FUTURE, meant_faults, time_faults
from jwtdesk.analysis.binding_digest import digest_fault
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.quoted import said
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.algorithm import Family, algorithm
from jwtdesk.jose.check import check_signature
from jwtdesk.jose.compact import cut, read_compact
from jwtdesk.jose.confirmation import holder_key
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.headers import crit_faults
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Keys
from jwtdesk.jose.key_rules import forbidden
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import tr

TYPE = "kb+jwt"
# The code of a binding that is right, but was not compared with what the reader expects.
NOT_EXPECTED = "not-expected"
# How many faults are told in full.
_TOLD = 3


def key_binding(token: Token, rules: Rules, now: int) -> Lamp | None:
    """Judge the key binding JWT of `token` at `now` (seconds since 1970); None when it has none."""
    selective = token.selective
    if selective is None or not selective.key_binding:
        return None
    binding = _read(selective.key_binding)
    claims = claims_of(binding)
    found = [*_form(binding, claims), *_signature(binding, claims_of(token) or {})]
    if claims is not None:
        digest = digest_fault(claims, selective)
        found += [digest] if digest else []
        found += [*time_faults(claims, rules, now), *meant_faults(claims, rules)]
    future = [one for one in found if one.code == FUTURE]
    found = [one for one in found if one.code != FUTURE]
    wrong = [one for one in found if one.severity is Severity.ERROR]
    if wrong:
        text = " ".join(one.message for one in wrong[:_TOLD])
        return Lamp(State.BAD, wrong[0].code, text, _short(wrong[0].code))
    if found:
        return Lamp(State.UNKNOWN, found[0].code, found[0].message, tr("Not checked"))
    odd = [*future, *(one for one in binding.problems if one.severity is Severity.WARNING)]
    return _oddly(_right(rules), odd[0]) if odd else _right(rules)


@remembered(4)
def _read(text: str) -> Token:
    return read_compact(text, cut(text))


@remembered(4)
def _checked(binding: Token, keys: Keys) -> Verification:
    """Return the answer of the mathematics; the clock ticks, but this does not change."""
    return check_signature(binding.signatures[0], keys)


def _form(binding: Token, claims: Mapping[str, Value] | None) -> Iterator[Problem]:
    """Yield what is wrong with the key binding JWT as a JWT, and with its header."""
    broken = [
        one
        for one in binding.problems
        if one.severity is Severity.ERROR or one.code == "b64-in-jwt"
    ]
    if broken or claims is None:
        why = broken[0].message if broken else tr("Its payload is not a JSON object.")
        yield Problem("kb-malformed", tr("The key binding is not a sound JWT. {why}", why=why))
    header = binding.jose_header
    if header.get("typ") != TYPE:
        message = tr(
            "The type (typ) of the key binding must be “{type}”; it is {found}.",
            type=TYPE,
            found=said(header.get("typ")),
        )
        yield Problem("kb-typ", message)
    for fault in crit_faults(header, header):
        yield Problem("kb-crit", tr("The key binding: {message}", message=fault.message))


def _signature(binding: Token, claims: Mapping[str, Value]) -> Iterator[Problem]:
    """Yield why the signature is not one of the holder's, made with the key in `cnf`."""
    known = algorithm(binding.alg)
    if known is not None and known.family is Family.NONE:
        yield Problem("kb-alg-none", tr("The key binding is not signed: its algorithm is “none”."))
        return
    if known is not None and known.family is Family.HMAC:
        message = tr(
            "The key binding is made with a shared secret ({alg}): it must be signed with the "
            "holder's private key.",
            alg=known.name,
        )
        yield Problem("kb-alg-symmetric", message)
        return
    keys = holder_key(claims)
    if isinstance(keys, Problem):
        yield keys
        return
    answer = _checked(binding, keys)
    if answer.code is SignatureCode.VERIFIED and answer.key and known:
        for fault in forbidden(known.name, answer.key):
            message = tr("The holder's key forbids this use. {why}", why=fault.message)
            yield Problem("kb-key-forbidden", message)
    elif answer.code is SignatureCode.UNSUPPORTED_ALGORITHM:
        yield Problem("kb-alg-unknown", answer.text, severity=Severity.WARNING)
    elif answer.code is not SignatureCode.MALFORMED:  # that it is malformed was said before
        message = tr(
            "The holder's key (“cnf”) did not sign the key binding. {why}", why=answer.text
        )
        yield Problem("kb-signature", message)


def _right(rules: Rules) -> Lamp:
    """Return the lamp when nothing is wrong: certain only where both were compared."""
    wanted = (("“aud”", rules.kb_aud), ("“nonce”", rules.kb_nonce))
    open_ = [name for name, one in wanted if one is None]
    if not open_:
        text = tr("The holder's key signed just this presentation, for this audience and nonce.")
        return Lamp(State.OK, "bound", text, tr("Bound"))
    text = tr(
        "The holder's key signed just these disclosures, but nothing was expected of {names}: "
        "say what you expect, or a copy of it could be shown again.",
        names=tr(" and ").join(open_),
    )
    return Lamp(State.UNKNOWN, NOT_EXPECTED, text, tr("Signed by holder"))


def _oddly(lamp: Lamp, odd: Problem) -> Lamp:
    """Return the `lamp` of a right key binding that is not written as it should be."""
    text = tr("{right} But {odd}", right=lamp.text, odd=odd.message)
    if lamp.state is not State.OK:
        return replace(lamp, text=text)
    short = tr("From the future") if odd.code == FUTURE else tr("Oddly written")
    return Lamp(State.WARN, odd.code, text, short)


def _short(code: str) -> str:
    """Return the two or three words for a fault."""
    names = {
        "kb-malformed": tr("Malformed"),
        "kb-typ": tr("Wrong type"),
        "kb-signature": tr("Wrong signature"),
        "kb-sd-hash": tr("Other disclosures"),
        "kb-aud": tr("Wrong audience"),
        "kb-nonce": tr("Wrong nonce"),
        "kb-iat": tr("Wrong time"),
        "kb-expired": tr("Expired"),
        "kb-no-key": tr("No key"),
        "kb-alg-none": tr("Not signed"),
    }
    return names.get(code, tr("Must be refused"))
