"""Certificates made for a test: names, who signs, and from when to when."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

BEGIN, END = 1_700_000_000, 2_000_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """A certificate and the private key that belongs to it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def der(self) -> bytes:
        """The octets of the certificate."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def x5c(self) -> str:
        """The certificate as an entry of `x5c`."""
        return b64encode(self.der).decode()

    @property
    def public(self) -> bytes:
        """The public key in PEM."""
        return self.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


@cache
def made(
    subject: str,
    issuer: Made | None = None,
    *,
    begin: int = BEGIN,
    end: int = END,
    names: tuple[x509.GeneralName, ...] = (),
    issued_as: str | None = None,
    curve: ec.EllipticCurve | None = None,
) -> Made:
    """Return a certificate for CN=`subject`; by itself when there is no `issuer`.

    `issued_as` is the name that it gives its issuer, when that is not the true one.
    """
    key = ec.generate_private_key(curve or ec.SECP256R1())
    signer = issuer.key if issuer else key
    above = issuer.certificate.subject if issuer else _name(subject)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issued_as) if issued_as else above)
        .public_key(key.public_key())
        .serial_number(0xABC)
        .not_valid_before(datetime.fromtimestamp(begin, UTC))
        .not_valid_after(datetime.fromtimestamp(end, UTC))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return Made(builder.sign(signer, hashes.SHA256()), key)


ROOT = made("root")
MIDDLE = made("middle", ROOT)
LEAF = made("leaf", MIDDLE)
