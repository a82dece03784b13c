"""ML-DSA-44, -65, -87: signatures meant to outlast quantum computers (RFC 9964, FIPS 204)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing
from jwtdesk.jose.engines.lattice import lattice_engine

_TABLE = (
    # parameter set, public key octets, signature octets
    ("ML-DSA-44", 1312, 2420),
    ("ML-DSA-65", 1952, 3309),
    ("ML-DSA-87", 2592, 4627),
)

ALGORITHMS = tuple(
    Algorithm(
        name=name,
        family=Family.ML_DSA,
        key_type=KeyType.AKP,
        curves=(name,),
        minimum_bits=key_octets * 8,
        signature_octets=signature_octets,
        hash_name="",
        standing=Standing.RECOMMENDED,
        reference="RFC 9964",
        description=(
            "A lattice signature believed safe from quantum computers: large tokens, new support."
        ),
        order=60 + index,
        engine=partial(lattice_engine, name),
    )
    for index, (name, key_octets, signature_octets) in enumerate(_TABLE)
)
