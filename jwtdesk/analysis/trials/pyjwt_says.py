"""What PyJWT itself answers to a token: executed, with its warnings and its words contained."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jwtdesk.analysis.hypothesis import Case
from jwtdesk.jose.key import Key, Keys

if TYPE_CHECKING:
    from jwt import PyJWS

MOST = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """PyJWT's version and what it raised, by class name alone; "" when it accepted the token.

    Its messages are never passed on: about keys they can hold private numbers.
    """

    version: str
    raised: str


def pyjwt_says(case: Case) -> Answer | None:
    """Return PyJWT's answer on the signature alone; None where the question cannot be put to it."""
    name = case.token.alg
    key = _key(case)
    if name is None or key is None or len(case.token.text) > MOST or "{" in case.token.text[:1]:
        return None
    import jwt

    engine = jwt.PyJWS()
    _silence(engine, name)
    try:
        engine.decode(
            case.token.text,
            key.public,  # type: ignore[arg-type]  # a cryptography key or octets
            algorithms=[name],
            detached_payload=case.token.detached,
        )
    except Exception as fault:  # noqa: BLE001 - whatever it raises is the answer
        return Answer(jwt.__version__, type(fault).__name__)
    return Answer(jwt.__version__, "")


def _key(case: Case) -> Key | None:
    if not isinstance(case.keys, Keys):
        return None
    kid = case.token.jose_header.get("kid")
    named = [key for key in case.keys.members if kid is not None and key.kid == kid]
    return next(iter([*named, *case.keys.members]), None)


def _silence(engine: "PyJWS", name: str) -> None:
    """Keep the engine from warning about short keys: warnings are one state for all threads."""
    if name in engine.get_algorithms():
        chosen = engine.get_algorithm_by_name(name)
        chosen.check_key_length = lambda key: None  # type: ignore[method-assign]  # noqa: ARG005
