"""A key that is to be made: what can be chosen of it, and what it will be."""

from dataclasses import dataclass

from jwtdesk.jose.algorithm import Algorithm, KeyType, algorithm
from jwtdesk.jose.encryption import KeyManagement, content_encryptions, key_management
from jwtdesk.jose.generate import key_sizes
from jwtdesk.jose.generate_encryption import encryption_key_sizes
from jwtdesk.jose.iteration_count import is_password_based
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyWanted
from jwtdesk.model.session import Session
from jwtdesk.model.shown_algorithm import content_of, ways

# Finding primes of this length takes more than a moment.
SLOW_BITS = 8192


@dataclass(frozen=True, slots=True)
class KeyChoices:
    """What can be chosen of a new key, the usual first; what is empty is no question.

    `sizes` are in bits, 0 where the algorithm decides; `contents` are values of `enc`, asked for
    where the key itself encrypts the content (RFC 7518 section 4.5).
    """

    sizes: tuple[int, ...] = ()
    curves: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()


def key_choices(alg: str, enc: str = "") -> KeyChoices:
    """Return what can be chosen of a new key for `alg` with `enc`; nothing for an unknown `alg`."""
    signing, way = algorithm(alg), key_management(alg)
    if signing is not None:
        return KeyChoices(key_sizes(signing))
    if way is None:
        return KeyChoices()
    if way.curves:
        return KeyChoices(curves=way.curves)
    sizes = encryption_key_sizes(way, content_of(enc))
    return KeyChoices(sizes, contents=_contents() if _encrypts_directly(way) else ())


def key_asked_for(session: Session) -> KeyWanted:
    """Return the key that the shown header asks for; its `name` is "" when it names no `alg`.

    The curve is the one of the sender's ephemeral key, which the recipient's must share (RFC 7518
    section 4.6.1.1).
    """
    named = ways(session)
    epk = session.known.token.jose_header.get("epk")
    curve = epk.get("crv") if isinstance(epk, dict) else None
    offered = key_choices(named.alg or "").curves
    return KeyWanted(
        named.alg or "",
        enc=content_of(named.enc).name,
        curve=curve if isinstance(curve, str) and curve in offered else "",
    )


def key_words(wish: KeyWanted) -> str:
    """Return what the new key will be, and what it takes to make it; "" for an unknown `alg`."""
    signing, way = algorithm(wish.name), key_management(wish.name)
    if signing is not None:
        return _signing_words(signing, wish.bits)
    return "" if way is None else _encrypting_words(way, wish)


def _signing_words(chosen: Algorithm, bits: int) -> str:
    if chosen.key_type is KeyType.OCT:
        return tr(
            "A secret of {count} characters (base64url) that hold {bits} bits of randomness, "
            "from the operating system's generator. The text itself is the secret.",
            count=-(-bits // 6),
            bits=f"{bits:,}",
        )
    if chosen.key_type is KeyType.RSA and bits >= SLOW_BITS:
        return _slow()
    if chosen.key_type is KeyType.AKP:
        return tr("A private JWK, grown from 32 random bytes.")
    return tr("A private key in PEM (PKCS#8); its public half comes out of Export.")


def _encrypting_words(way: KeyManagement, wish: KeyWanted) -> str:
    if is_password_based({"alg": way.name}):
        return tr(
            "A password of {count} characters that hold {bits} bits of randomness, "
            "from the operating system's generator.",
            count=-(-wish.bits // 6),
            bits=wish.bits,
        )
    if _encrypts_directly(way):
        return tr(
            "A secret JWK of {bits} bits: {enc} takes no other.", bits=wish.bits, enc=wish.enc
        )
    if KeyType.OCT in way.key_types:
        return tr(
            "A secret JWK of {bits} bits: {alg} takes no other.", bits=wish.bits, alg=way.name
        )
    if wish.bits >= SLOW_BITS:
        return _slow()
    return tr(
        "A private key in PEM (PKCS#8), to decrypt with; its public half, which is enough to "
        "encrypt, comes out of Export."
    )


def _slow() -> str:
    return tr("Finding primes this long can take minutes; it can be cancelled at any moment.")


def _encrypts_directly(way: KeyManagement) -> bool:
    return way.determined and KeyType.OCT in way.key_types


def _contents() -> tuple[str, ...]:
    return tuple(one.name for one in content_encryptions())
