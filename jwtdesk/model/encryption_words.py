"""Which key opens what is encrypted, and which is enough to encrypt: one sentence for each way."""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.encryption import KeyManagement, content_encryption, key_management
from jwtdesk.jose.words import tr
from jwtdesk.model.shown_algorithm import Ways

BITS = 8


def encryption_words(named: Ways) -> str:
    """Return which key a header with these ways needs, for an empty key field."""
    way = key_management(named.alg)
    if way is None:
        return tr("“{name}” is not a way to encrypt that is known here.", name=named.alg or "")
    if way.public:
        return tr(
            "{name} needs the recipient's {kind} private key to decrypt; the public key is enough "
            "to encrypt.",
            name=way.name,
            kind=_kind(way),
        )
    if way.exact_bits:
        return tr(
            "{name} needs the secret that both sides share, exactly {count} bytes.",
            name=way.name,
            count=way.exact_bits // BITS,
        )
    if not way.determined:
        return tr("{name} needs the password that both sides share.", name=way.name)
    content = content_encryption(named.enc)
    if content is None:
        return tr("“dir” needs the secret that both sides share, as long as “enc” asks.")
    return tr(
        "“dir” with {enc} needs the secret that both sides share, exactly {count} bytes.",
        enc=content.name,
        count=content.key_octets,
    )


def _kind(way: KeyManagement) -> str:
    return tr("RSA") if KeyType.RSA in way.key_types else tr("EC, X25519 or X448")
