"""Making a signed token: compact, or in the JSON form it came in (RFC 7515 section 7)."""

from dataclasses import replace

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Family, algorithm
from jwtdesk.jose.json_signatures import with_parts
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Signed
from jwtdesk.model.composed import Composed
from jwtdesk.model.maker import Maker
from jwtdesk.model.questions import Sign, Verify


def signed(maker: Maker) -> Composed:  # noqa: PLR0911 - each return is one outcome told
    """Return the signed token of `maker`; without a key that signs, the old signature stays."""
    stale = _composed(maker, maker.source.signature)
    if not maker.source.sign:
        return stale
    alg = maker.members.get("alg")
    chosen = algorithm(alg)
    if chosen is None:
        return replace(stale, unsigned=_no_algorithm(alg), can_sign=False)
    if chosen.family is Family.NONE:
        text = tr("The algorithm “none” makes a token without a signature.")
        return replace(_composed(maker, ""), unsigned=Problem("unsecured", text))
    if not isinstance(maker.keys, Keys):
        text = tr("No key to sign with: the old signature stays, and fits no longer.")
        return replace(stale, unsigned=Problem("no-signing-key", text), can_sign=False)
    answer = maker.ledger.ask(Sign(chosen.name, maker.kid, _input(maker.header, maker), maker.keys))
    if isinstance(answer, Signed):
        return replace(_composed(maker, answer.signature), signed_by=answer.by)
    if isinstance(answer, Problem):
        return replace(stale, unsigned=answer, can_sign=False)
    return Composed(pending=True)


def _composed(maker: Maker, signature: str) -> Composed:
    source = maker.source
    payload = "" if source.detached else maker.payload
    detached = base64url.decode(maker.payload).octets if source.detached else None
    if source.like is None:
        text = f"{maker.header}.{payload}.{signature}{source.tail}"
    else:
        text = _in_json(maker, source.like, signature)
    return Composed(token=text, detached=detached)


def _in_json(maker: Maker, like: Token, signature: str) -> str:
    """Return `like` with this signature, and the others made anew where possible.

    A signature whose key is not at hand stays as it is: its lamp will say that it is wrong.
    """
    source = maker.source
    payload = None if source.detached else maker.payload
    protected = maker.header or None
    text = with_parts(
        like.text,
        source.entry,
        protected=protected,
        payload=payload,
        signature=signature,
    )
    for index in range(len(like.signatures)):
        made = _other(maker, like, index)
        if made is not None:
            text = with_parts(text, index, protected=None, payload=None, signature=made)
    return text


def _other(maker: Maker, like: Token, index: int) -> str | None:
    """Return a new signature for another entry of the same payload, or None to leave it alone.

    Only a key that made the old signature makes the new one: nobody signs in another's name.
    """
    if index == maker.source.entry or not maker.source.sign:
        return None
    one = like.signatures[index]
    content = _input(one.protected, maker)
    if one.input == content or not isinstance(maker.keys, Keys):
        return None
    checks = maker.ledger.ask(Verify(like, maker.keys))
    check = checks[index] if isinstance(checks, tuple) else None
    if not isinstance(check, Verification) or check.code is not SignatureCode.VERIFIED:
        return None
    keys = replace(maker.keys, members=(check.key,) if check.key else ())
    answer = maker.ledger.ask(Sign(str(one.header.get("alg")), None, content, keys))
    return answer.signature if isinstance(answer, Signed) else None


def _input(protected: str, maker: Maker) -> bytes:
    return octets_of(protected) + b"." + maker.content


def _no_algorithm(alg: object) -> Problem:
    if isinstance(alg, str):
        text = tr("“{alg}” is no algorithm that jwtdesk can sign with.", alg=alg)
    else:
        text = tr("The header names no algorithm (“alg”), so nothing can be signed.")
    return Problem("unsupported-algorithm", text)
