"""PS256, PS384, PS512: RSA with the modern, randomised padding (RFC 7518 section 3.5)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing
from jwtdesk.jose.engines.pyjwt import pyjwt_engine


def _rsa_pss(bits: int, order: int) -> Algorithm:
    return Algorithm(
        name=f"PS{bits}",
        family=Family.RSA_PSS,
        key_type=KeyType.RSA,
        curves=(),
        minimum_bits=2048,
        signature_octets=None,
        hash_name=f"sha{bits}",
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 3.5",
        description="RSA with PSS padding: the same keys as RS, with a proof of security.",
        order=order,
        engine=partial(pyjwt_engine, f"PS{bits}"),
    )


ALGORITHMS = (_rsa_pss(256, 30), _rsa_pss(384, 31), _rsa_pss(512, 32))
