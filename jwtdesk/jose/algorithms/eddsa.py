"""Ed25519, Ed448 and their older common name EdDSA (RFC 8037, RFC 9864)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing
from jwtdesk.jose.engines.edwards import edwards_engine
from jwtdesk.jose.engines.pyjwt import pyjwt_engine

ALGORITHMS = (
    Algorithm(
        name="Ed25519",
        family=Family.EDDSA,
        key_type=KeyType.OKP,
        curves=("Ed25519",),
        minimum_bits=256,
        signature_octets=64,
        hash_name="",
        standing=Standing.RECOMMENDED,
        reference="RFC 9864 section 2.2",
        description="EdDSA on Curve25519: fast, small, and hard to use wrongly.",
        order=50,
        engine=partial(edwards_engine, "Ed25519"),
    ),
    Algorithm(
        name="Ed448",
        family=Family.EDDSA,
        key_type=KeyType.OKP,
        curves=("Ed448",),
        minimum_bits=456,
        signature_octets=114,
        hash_name="",
        standing=Standing.RECOMMENDED,
        reference="RFC 9864 section 2.2",
        description="EdDSA on Curve448: a wider margin of security than Ed25519, less support.",
        order=51,
        engine=partial(edwards_engine, "Ed448"),
    ),
    Algorithm(
        name="EdDSA",
        family=Family.EDDSA,
        key_type=KeyType.OKP,
        curves=("Ed25519", "Ed448"),
        minimum_bits=256,
        signature_octets=None,
        hash_name="",
        standing=Standing.DEPRECATED,
        reference="RFC 9864 section 2.2",
        description=(
            "The older name for Ed25519 and Ed448 alike; RFC 9864 asks for the exact name instead."
        ),
        order=52,
        engine=partial(pyjwt_engine, "EdDSA"),
    ),
)
