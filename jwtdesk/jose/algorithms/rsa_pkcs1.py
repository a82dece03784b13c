"""RS256, RS384, RS512: the RSA signatures that almost everyone uses (RFC 7518 section 3.3)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing
from jwtdesk.jose.engines.pyjwt import pyjwt_engine


def _rsa_pkcs1(bits: int, order: int) -> Algorithm:
    return Algorithm(
        name=f"RS{bits}",
        family=Family.RSA_PKCS1,
        key_type=KeyType.RSA,
        curves=(),
        minimum_bits=2048,
        signature_octets=None,
        hash_name=f"sha{bits}",
        standing=Standing.LEGACY,
        reference="RFC 7518 section 3.3",
        description=(
            "RSA with PKCS#1 v1.5 padding: understood everywhere; newer designs prefer PS or ES."
        ),
        order=order,
        engine=partial(pyjwt_engine, f"RS{bits}"),
    )


ALGORITHMS = (_rsa_pkcs1(256, 20), _rsa_pkcs1(384, 21), _rsa_pkcs1(512, 22))
