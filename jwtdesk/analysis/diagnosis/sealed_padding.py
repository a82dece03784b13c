"""The content key was encrypted with another RSA padding than the header names."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

from jwtdesk.analysis.hypothesis import (
    Case,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    Subject,
    Work,
)
from jwtdesk.analysis.trials.opening import RSA, Opening, openings, proven, with_text, would_open
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.material.loaded import loaded
from jwtdesk.jose.open_content import open_content
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding

OTHER, MASK = "other-algorithm", "oaep-mask-hash"
IDS = (OTHER, MASK)
HASHES = {"SHA1": "SHA-1", "SHA256": "SHA-256", "SHA384": "SHA-384", "SHA512": "SHA-512"}
NAMES = {"SHA1": "RSA-OAEP", "SHA256": "RSA-OAEP-256", "SHA384": "RSA-OAEP-384"}


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for one in _rsa(case):
        for key in one.fitting:
            for label, mask, padding in _paddings():
                yield Work(RSA * (key.size / 2048) ** 2)
                plain = _opened(one, key, padding)
                if plain is not None:
                    yield _card(one, key, label, mask, plain)
                    return


def _rsa(case: Case) -> tuple[Opening, ...]:
    return tuple(one for one in openings(case) if KeyType.RSA in one.management.key_types)


def _paddings() -> "Iterator[tuple[str, str, AsymmetricPadding]]":
    """Yield each padding: its hash ("" for PKCS#1 v1.5), that of its mask, and the object."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    for whole, mask in sorted(product(HASHES, HASHES), key=lambda pair: pair[0] != pair[1]):
        one, other = getattr(hashes, whole)(), getattr(hashes, mask)()
        yield whole, mask, padding.OAEP(padding.MGF1(other), one, None)
    yield "", "", padding.PKCS1v15()


def _opened(one: Opening, key: Key, padding: "AsymmetricPadding") -> bytes | None:
    """Return the plaintext, still packed, when the encrypted key opens with `padding`."""
    private: Any = loaded(key.signing)
    try:
        content_key = bytes(private.decrypt(one.recipient.encrypted_key, padding))
    except Exception:  # noqa: BLE001 - the ordinary answer to a wrong padding
        return None
    found = open_content(one.content, content_key, one.sealed)
    return None if isinstance(found, Problem) else found


def _card(one: Opening, key: Key, whole: str, mask: str, plain: bytes) -> Explanation:
    alg = one.management.name
    fix = _again(one, key, plain)
    if whole == mask:
        made = NAMES.get(whole, "RSA-OAEP-512") if whole else "RSA1_5"
        title = tr("The content key was encrypted as {made}, not as {alg}.", made=made, alg=alg)
        evidence = tr("The token decrypts when “alg” is taken for {made}.", made=made)
        would = would_open(tr("“alg” were {made}", made=made))
        return proven(OTHER, title, evidence, fix, would)
    title = tr("The OAEP padding takes two different hashes, which no “alg” value means.")
    evidence = tr(
        "The token decrypts when OAEP uses {whole} and its mask (MGF1) {mask}. Java does that "
        "unless it is given an OAEPParameterSpec; {alg} wants the same hash for both.",
        whole=HASHES[whole],
        mask=HASHES[mask],
        alg=alg,
    )
    would = would_open(tr("the mask of its padding used {mask}", mask=HASHES[mask]))
    return proven(MASK, title, evidence, fix, would)


def _again(one: Opening, key: Key, plain: bytes) -> Fix | None:
    """Return the token encrypted anew as its header says; one recipient, one compact token."""
    header = one.case.token.header
    text = header.document.text if header and header.document else ""
    if len(one.sealed.recipients) > 1 or one.case.token.text.startswith("{"):
        return None
    content = one.unpacked(plain)
    made = content if isinstance(content, Problem) else encrypt(text, content, Keys((key,), ""))
    label = tr("Encrypt it again as “alg” says")
    return with_text(one.case, label, made.text) if isinstance(made, Encryption) else None


def _excluded(case: Case) -> str:
    return tr("no other padding of the encrypted key") if any(_fit(case)) else ""


def _fit(case: Case) -> Iterator[bool]:
    return (bool(one.fitting) for one in _rsa(case))


HYPOTHESIS = Hypothesis(IDS, 52, Effort.QUICK, _explain, _excluded, subject=Subject.CONTENT)
