"""Any ASN.1 container, opened as far as needed for the key in it."""

from jwtdesk.jose.containers.encrypted import EMPTY, no_passphrase, opened_pkcs8
from jwtdesk.jose.containers.pkcs12 import key_bag
from jwtdesk.jose.containers.shape import Read, Shape, read_der, shape_of
from jwtdesk.jose.problem import Problem


def open_der(octets: bytes, passphrase: bytes | None) -> Read | Problem:
    """Read the key in DER `octets`, decrypting it where it is encrypted; never raises.

    The shape in the answer is that of the outermost container.
    """
    shape = shape_of(octets)
    if shape not in (Shape.ENCRYPTED, Shape.PKCS12):
        return read_der(octets)
    inner = key_bag(octets) if shape is Shape.PKCS12 else octets
    if not isinstance(inner, Problem) and shape_of(inner) is Shape.ENCRYPTED:
        # A PKCS#12 file is often written with an empty passphrase.
        inner = opened_pkcs8(inner, passphrase or (EMPTY if shape is Shape.PKCS12 else None))
        if not passphrase and getattr(inner, "code", "") == "key-passphrase-wrong":
            return no_passphrase()
    if isinstance(inner, Problem):
        return inner
    read = read_der(inner)
    return read if isinstance(read, Problem) else Read(shape, read.key)
