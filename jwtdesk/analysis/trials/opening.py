"""One recipient of an encrypted token that no key opens, with what a trial may exchange."""

from dataclasses import dataclass

from jwtdesk.analysis.hypothesis import Case, Confidence, Explanation, Fix, UseToken
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.encryption import (
    ContentEncryption,
    KeyManagement,
    Wrapping,
    content_encryption,
    key_management,
)
from jwtdesk.jose.encryption_fit import key_misfit
from jwtdesk.jose.headers import crit_faults
from jwtdesk.jose.iteration_count import is_password_based, iteration_count
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.open_content import (
    compression,
    open_content,
    protected_members,
    unfolded,
)
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Encrypted, Recipient
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr

# Recipients, and keys of a set, that are looked at: a hostile text has thousands.
MOST_RECIPIENTS, MOST_KEYS = 3, 12
# Characters of a protected header that is read again for this; none in use is as long.
LONGEST_HEADER = 100_000
# A password that is stretched more often is not tried in other readings.
MOST_COUNT = 600_000
# What these ids say of a signature stands elsewhere.
GENERAL = frozenset({"content-changed", "reserialized", "other-algorithm", "wrong-key"})
# Milliseconds, measured on a small two-core machine: a try of AES, an octet more, one round of
# PBKDF2, an RSA decryption with 2,048 bits, an agreement.
AES, OCTET, ROUND, RSA, AGREE = 0.15, 0.000005, 0.0002, 1.0, 0.3


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known of one recipient before any key: its way, its content, the keys it may mean."""

    case: Case
    recipient: Recipient
    sealed: Encrypted
    management: KeyManagement
    content: ContentEncryption
    keys: tuple[Key, ...]
    count: int = 0

    @property
    def is_secret(self) -> bool:
        """Whether a shared secret or a password opens it."""
        return KeyType.OCT in self.management.key_types

    @property
    def fitting(self) -> tuple[Key, ...]:
        """The keys that can be tried at all."""
        return tuple(key for key in self.keys if self.fits(key))

    @property
    def cost(self) -> float:
        """About how many milliseconds one try with a key takes."""
        each = RSA if KeyType.RSA in self.management.key_types else AGREE
        start = self.count * ROUND if self.is_secret else each
        return AES + start + len(self.sealed.ciphertext) * OCTET

    def takes(self, octets: int) -> bool:
        """Tell whether a secret of so many octets can be tried: quicker than making a key of it."""
        content = self.content.key_octets if self.management.name == "dir" else 0
        needed = content or self.management.exact_bits // 8
        return not needed or octets == needed

    def fits(self, key: Key) -> bool:
        """Tell whether `key` is of a kind and size that could open it."""
        return key_misfit(self.management, self.content, key, encrypting=False) is None

    def opens(self, key: Key) -> bool:
        """Tell whether `key` decrypts the content for this recipient."""
        content_key = self.content_key(key)
        if content_key is None:
            return False
        found = open_content(self.content, content_key, self.sealed)
        return not isinstance(found, Problem) and not isinstance(self.unpacked(found), Problem)

    def unpacked(self, octets: bytes) -> bytes | Problem:
        """Return what was decrypted, inflated where the header says that it was compressed."""
        return unfolded(octets, zipped="zip" in self.recipient.header)

    def content_key(self, key: Key) -> bytes | None:
        """Return the content key that `key` leads to; None when the encrypted key does not open."""
        wrapping = Wrapping(self.recipient.header, self.content, self.recipient.encrypted_key)
        try:
            found = self.management.engine().unwrap(key, wrapping)
        except Exception:  # noqa: BLE001 - a library's own refusal
            return None
        return None if isinstance(found, Problem) else found


def openings(case: Case) -> tuple[Opening, ...]:
    """Return the recipients of `case` that are closed and could be opened by some key."""
    sealed = case.token.encrypted
    if sealed is None or len(sealed.protected) > LONGEST_HEADER:
        return ()
    if any(one.code is SignatureCode.DECRYPTED for one in case.verifications):
        return ()
    found = (_opening(case, sealed, one) for one in sealed.recipients[:MOST_RECIPIENTS])
    return tuple(one for one in found if one is not None)


def _opening(case: Case, sealed: Encrypted, recipient: Recipient) -> Opening | None:
    """Return the recipient, None where no key could change that it stays closed."""
    header, protected = recipient.header, protected_members(sealed)
    management = key_management(header.get("alg"))
    content = content_encryption(header.get("enc"))
    if recipient.problem is not None or management is None or content is None:
        return None
    if crit_faults(header, protected, ()) or isinstance(compression(header, protected), Problem):
        return None
    if len(sealed.iv) != content.iv_octets or len(sealed.tag) != content.tag_octets:
        return None
    count = iteration_count(header) if is_password_based(header) else 0
    if isinstance(count, Problem) or count > MOST_COUNT:
        return None
    keys: tuple[Key, ...] = ()
    if isinstance(case.keys, Keys):
        named = candidates(case.keys, header.get("kid"))
        keys = tuple(dict.fromkeys([*named, *case.keys.members]))[:MOST_KEYS]
    return Opening(case, recipient, sealed, management, content, keys, count)


def proven(
    ident: str, title: str, evidence: str, fix: Fix | None = None, would: str = ""
) -> Explanation:
    """Return the card of a cause that was computed to hold."""
    about = "RFC 7516 section 5.2" if ident in GENERAL else ""
    return Explanation(ident, title, evidence, Confidence.PROVEN, fix, would, reference=about)


def mending(case: Case, fix: Fix) -> Fix | None:
    """Return `fix` when applying it opens the token, by the ordinary way."""
    return fix if verifies(case, fix) else None


def with_text(case: Case, label: str, text: str) -> Fix | None:
    """Return the token `text` as a mend, when it opens."""
    return mending(case, Fix(label, (UseToken(text),)))


def opens_when(when: str) -> str:
    """Return the sentence that says under which condition it was computed to open."""
    return tr("The token decrypts when {when}.", when=when)


def would_open(would: str) -> str:
    """Return the clause for the headline."""
    return tr("it would decrypt if {would}", would=would)
