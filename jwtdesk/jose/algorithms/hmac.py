"""HS256, HS384, HS512: one shared secret signs and checks (RFC 7518 section 3.2)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing
from jwtdesk.jose.engines.pyjwt import pyjwt_engine


def _hmac(bits: int, order: int) -> Algorithm:
    return Algorithm(
        name=f"HS{bits}",
        family=Family.HMAC,
        key_type=KeyType.OCT,
        curves=(),
        minimum_bits=bits,
        signature_octets=bits // 8,
        hash_name=f"sha{bits}",
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 3.2",
        description=(
            "HMAC: one secret signs and checks, so whoever can check a token can also make one."
        ),
        order=order,
        engine=partial(pyjwt_engine, f"HS{bits}"),
    )


ALGORITHMS = (_hmac(256, 10), _hmac(384, 11), _hmac(512, 12))
