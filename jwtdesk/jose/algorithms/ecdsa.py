"""ES256, ES384, ES512, ES256K: short signatures on an elliptic curve (RFC 7518, RFC 8812)."""

from functools import partial

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing
from jwtdesk.jose.engines.pyjwt import pyjwt_engine

_MODERN = "ECDSA on {curve}: small keys and signatures; the signature is r and s side by side."
_COIN = "ECDSA on secp256k1, the curve of Bitcoin: rarely supported outside that world."
_TABLE = (
    # name, curve, curve bits, signature octets, hash, standing, reference, description
    ("ES256", "P-256", 256, 64, "sha256", Standing.RECOMMENDED, "RFC 7518 section 3.4", _MODERN),
    ("ES384", "P-384", 384, 96, "sha384", Standing.RECOMMENDED, "RFC 7518 section 3.4", _MODERN),
    ("ES512", "P-521", 521, 132, "sha512", Standing.RECOMMENDED, "RFC 7518 section 3.4", _MODERN),
    ("ES256K", "secp256k1", 256, 64, "sha256", Standing.LEGACY, "RFC 8812 section 3.2", _COIN),
)

ALGORITHMS = tuple(
    Algorithm(
        name=name,
        family=Family.ECDSA,
        key_type=KeyType.EC,
        curves=(curve,),
        minimum_bits=bits,
        signature_octets=octets,
        hash_name=digest,
        standing=standing,
        reference=reference,
        description=text.replace("{curve}", curve),
        order=40 + index,
        engine=partial(pyjwt_engine, name),
    )
    for index, (name, curve, bits, octets, digest, standing, reference, text) in enumerate(_TABLE)
)
