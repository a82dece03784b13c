"""The self-test of encryption: one round for every way to a key and every content encryption."""

from jwtdesk.jose.encryption import (
    ContentEncryption,
    KeyManagement,
    content_encryptions,
    key_managements,
)
from jwtdesk.jose.words import tr

MESSAGE = b"jwtdesk self-test"


def encryptions() -> tuple[int, list[str]]:
    """Encrypt with a fresh key and decrypt, once for each part; return how many, and what failed.

    Every way is tried with the first content encryption, and every content encryption directly.
    """
    ways, contents = key_managements(), content_encryptions()
    if not ways or not contents:
        return 0, [tr("no algorithm was found")]
    direct = next(one for one in ways if one.name == "dir")
    tried = [(way, contents[0]) for way in ways] + [(direct, one) for one in contents[1:]]
    faults = ((way, content, _round(way, content)) for way, content in tried)
    wrong = [f"{way.name}, {content.name}: {fault}" for way, content, fault in faults if fault]
    return len(tried), wrong


def _round(way: KeyManagement, content: ContentEncryption) -> str:
    """Return what went wrong while encrypting and decrypting, "" when nothing did."""
    from jwtdesk.jose.decrypt import decrypt
    from jwtdesk.jose.encrypt import Encryption, encrypt
    from jwtdesk.jose.generate_encryption import generate_encryption_key
    from jwtdesk.jose.key import KeyInput, Keys
    from jwtdesk.jose.key_format import read_key
    from jwtdesk.jose.read_token import read_token

    made = generate_encryption_key(way, content)
    if not isinstance(made, bytes):
        return made.message
    keys = read_key(KeyInput(made))
    if not isinstance(keys, Keys):
        return keys.problem.message
    header = f'{{"alg":"{way.name}","enc":"{content.name}"}}'
    sealed = encrypt(header, MESSAGE, keys)
    if not isinstance(sealed, Encryption):
        return sealed.message
    found = decrypt(read_token(sealed.text), keys)
    if found.plaintext != MESSAGE:
        return found.checks[0].text
    head, *rest, _ = sealed.text.split(".")
    forged = ".".join((head, *rest, "A" * (content.tag_octets * 8 // 6 + 1)))
    if decrypt(read_token(forged), keys).plaintext is not None:
        return tr("a forged tag is accepted")
    return ""
