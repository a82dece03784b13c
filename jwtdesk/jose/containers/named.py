"""The AlgorithmIdentifier of a key, resolved: its type and curve, or why it is none of ours."""

from dataclasses import dataclass

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.containers import oids
from jwtdesk.jose.der import OBJECT, Der, Malformed
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class Named:
    """A key type and its curve or parameter set ("" for RSA)."""

    type: KeyType
    curve: str = ""


def named(identifier: Der) -> Named | Problem:
    """Resolve an AlgorithmIdentifier (RFC 5280 section 4.1.1.2); raises `Malformed`."""
    object_id = identifier.object_id()
    if object_id in oids.RSA:
        return Named(KeyType.RSA)
    if object_id == oids.EC:
        return curve_named(identifier)
    if object_id in oids.OKP:
        return Named(KeyType.OKP, oids.OKP[object_id])
    if object_id in oids.AKP:
        return Named(KeyType.AKP, oids.AKP[object_id])
    kind = oids.FOREIGN.get(object_id, object_id)
    return Problem(
        "key-type-foreign",
        tr("This is a key of type {kind}, which no JWT algorithm uses.", kind=kind),
    )


def curve_named(parameters: Der) -> Named | Problem:
    """Resolve EC parameters (RFC 5480 section 2.1.1); raises `Malformed` when they are none."""
    if parameters.peek() is None:
        raise Malformed
    if parameters.peek() != OBJECT:
        return Problem(
            "ec-explicit-parameters",
            tr("This key spells its curve out as numbers instead of naming it; name the curve."),
        )
    object_id = parameters.object_id()
    curve = oids.CURVES.get(object_id)
    if curve is not None:
        return Named(KeyType.EC, curve)
    return Problem(
        "ec-curve-foreign",
        tr(
            "This key is on the curve {curve}, which has no JOSE name: no JWT algorithm uses it.",
            curve=oids.OTHER_CURVES.get(object_id, object_id),
        ),
    )
