"""The algorithm that protects nothing (RFC 7518 section 3.6)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, Standing
from jwtdesk.jose.engines.pyjwt import pyjwt_engine

ALGORITHMS = (
    Algorithm(
        name="none",
        family=Family.NONE,
        key_type=None,
        curves=(),
        minimum_bits=0,
        signature_octets=0,
        hash_name="",
        standing=Standing.DEPRECATED,
        reference="RFC 7518 section 3.6",
        description="No signature at all: anyone can write such a token and nobody can check it.",
        order=90,
        engine=partial(pyjwt_engine, "none"),
    ),
)
