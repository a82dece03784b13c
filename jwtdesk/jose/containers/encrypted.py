"""Encrypted private keys, opened with a passphrase within a bounded cost (RFC 5958, RFC 8018)."""

from jwtdesk.jose.containers.oids import CIPHERS, OTHER_CIPHERS
from jwtdesk.jose.der import INTEGER, OBJECT, OCTET_STRING, SEQUENCE, Der, Malformed
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

SCRYPT = "1.3.6.1.4.1.11591.4.11"
PBES2 = "1.2.840.113549.1.5.13"
# About 100 ms each; OpenSSL's own default is 2,048 rounds.
MOST_ROUNDS = 600_000
MOST_SCRYPT = 1 << 19
# What the library opens of the ciphers that a `DEK-Info` header can name.
PEM_CIPHERS = ("AES-128-CBC", "AES-256-CBC", "DES-EDE3-CBC")
# The library takes no empty passphrase. Every derivation fills a passphrase up with zeros, so one
# zero octet is the same.
EMPTY = b"\0"


def opened_pkcs8(octets: bytes, passphrase: bytes | None) -> bytes | Problem:
    """Return the plain PKCS#8 of an EncryptedPrivateKeyInfo; never raises.

    The cost that the text asks for is read first, so that none can take minutes.
    """
    if not passphrase:
        return no_passphrase()
    fault = _unfit(octets)
    if fault is not None:
        return fault
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    try:
        return _plain(load_der_private_key(octets, passphrase, unsafe_skip_rsa_key_validation=True))
    except BaseException:  # noqa: BLE001 - pyo3's PanicException is a BaseException
        return wrong_passphrase()


def opened_pem(pem: bytes, cipher: str, passphrase: bytes | None) -> bytes | Problem:
    """Return the plain PKCS#8 of a PEM block; `cipher`: its `DEK-Info` (RFC 1421). Never raises."""
    name = cipher.partition(",")[0].upper()
    if name not in PEM_CIPHERS:
        return _unknown_cipher(name)
    if not passphrase:
        return no_passphrase()
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        return _plain(load_pem_private_key(pem, passphrase, unsafe_skip_rsa_key_validation=True))
    except BaseException:  # noqa: BLE001 - pyo3's PanicException is a BaseException
        return wrong_passphrase()


def _plain(private: object) -> bytes:
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    write = getattr(private, "private_bytes")  # noqa: B009 - every key kind has it, no type says so
    return bytes(write(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def _unfit(octets: bytes) -> Problem | None:
    """Return why this key is not opened whatever the passphrase: its cost, or its cipher."""
    try:
        return _unfit_scheme(Der(octets).sequence().sequence())
    except Malformed:
        return Problem(
            "der-malformed", tr("This looks like an encrypted key, but its structure is damaged.")
        )


def _unfit_scheme(identifier: Der) -> Problem | None:
    scheme = identifier.object_id()
    parameters = identifier.sequence()
    if scheme == PBES2:
        cost, most = _cost(parameters.sequence())
    else:
        parameters.take(OCTET_STRING)
        cost, most = parameters.number(), MOST_ROUNDS
    if not 0 <= cost <= most:
        return too_costly(cost, most)
    cipher = parameters.sequence().object_id() if scheme == PBES2 else scheme
    return None if cipher in CIPHERS else _unknown_cipher(OTHER_CIPHERS.get(cipher, cipher))


def _cost(derivation: Der) -> tuple[int, int]:
    kind = derivation.object_id()
    inner = derivation.sequence()
    if inner.peek() not in (OCTET_STRING, SEQUENCE, OBJECT):
        raise Malformed
    inner.skip()
    if kind != SCRYPT:
        return inner.number(), MOST_ROUNDS
    numbers: list[int] = []
    while inner.peek() == INTEGER and len(numbers) < len("Nrp"):
        numbers.append(inner.number())
    if len(numbers) < len("Nrp"):
        raise Malformed
    return numbers[0] * numbers[1] * numbers[2], MOST_SCRYPT


def too_costly(cost: int, most: int) -> Problem:
    """Return that a passphrase takes `cost` rounds of work to check, while `most` are done."""
    return Problem(
        "key-too-costly",
        tr(
            "This key asks for {cost} rounds of work to check its passphrase; "
            "up to {most} are done. Write it again with fewer.",
            cost=f"{cost:,}",
            most=f"{most:,}",
        ),
    )


def _unknown_cipher(name: str) -> Problem:
    return Problem(
        "key-cipher-unknown",
        tr(
            "This key is encrypted with {cipher}, which is not opened here. "
            "Convert a copy of it: openssl pkcs8 -topk8 -in FILE",
            cipher=name,
        ),
    )


def no_passphrase() -> Problem:
    """Return that a passphrase is needed."""
    return Problem("key-encrypted", tr("This private key is encrypted: give its passphrase."))


def wrong_passphrase() -> Problem:
    """Return that the passphrase does not fit, as far as can be told."""
    return Problem(
        "key-passphrase-wrong",
        tr("The passphrase does not open this key, or the key is damaged."),
    )
