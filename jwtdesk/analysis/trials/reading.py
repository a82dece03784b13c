"""One other way to read a shared secret, and the supposition it becomes."""

from dataclasses import dataclass, field

from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.secret_text import secret_octets
from jwtdesk.jose.words import plural, tr

ENCODINGS = {
    "secret-base64": "base64",
    "secret-base64url": "base64url",
    "secret-hex": "hexadecimal",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The octets that a secret would be, by which diagnosis, and in words.

    `what` follows "the secret is": "base64-decoded to 32 bytes". `text` is what one would enter
    under `encoding`; None when the octets have to be entered in an encoding of our choosing.
    """

    id: str
    octets: bytes = field(repr=False)
    what: str
    text: bytes | None = field(default=None, repr=False)
    encoding: SecretEncoding = SecretEncoding.UTF8

    @property
    def given(self) -> KeyInput:
        """How one would enter this secret."""
        if self.text is not None and secret_octets(self.text, self.encoding) == self.octets:
            return KeyInput(self.text, "secret", self.encoding)
        return entered(self.octets)


def entered(octets: bytes) -> KeyInput:
    """Return `octets` as a secret that a text field can show: text when they are, else base64."""
    try:
        shown = octets.decode()
    except UnicodeDecodeError:
        shown = ""
    if shown and all(one.isprintable() or one in "\n\r\t" for one in shown):
        return KeyInput(octets, "secret", SecretEncoding.UTF8)
    letters = base64url.encode(octets).encode()
    return KeyInput(letters, "secret", SecretEncoding.BASE64URL)


def supposed(reading: Reading) -> Supposition:
    """Return the supposition that the secret is read as `reading` says."""
    return Supposition(
        side=Side.KEY,
        id=reading.id,
        title=_title(reading),
        when=tr("the secret is {what}", what=reading.what),
        would=tr("the secret were {what}", what=reading.what),
        label=_label(reading),
        key=secret_key(reading.octets),
        given=reading.given,
    )


def counted(octets: bytes) -> str:
    """Return how many bytes a secret has, in words."""
    return plural(len(octets), "{count} byte", "{count} bytes")


def _title(reading: Reading) -> str:
    name = ENCODINGS.get(reading.id)
    if name is not None and _is_decoded(reading):
        return tr("The secret is written in {name}: it has to be decoded first.", name=name)
    if name is not None:
        return tr("The text of the secret in {name} was used as it is, not decoded.", name=name)
    titles = {
        "secret-whitespace": tr("The secret has a blank too many or too few."),
        "secret-newline": tr("The secret has a line end too many or too few."),
        "secret-quoted": tr("The secret has quotation marks around it, or lost them."),
        "secret-url-encoded": tr("The secret was percent-encoded, or decoded, on its way."),
        "secret-json-escaped": tr("The secret has escapes in it that were not undone, or undone."),
        "secret-unicode-form": tr("The secret has accents that were composed in another way."),
        "secret-other-charset": tr("The secret was turned into bytes by another character set."),
        "secret-zero-padded": tr("The secret was filled up with zero bytes, or freed from them."),
        "secret-hashed": tr("The secret was hashed before it was used."),
        "known-secret": tr("A well-known example secret signed this token."),
    }
    return titles[reading.id]


def _label(reading: Reading) -> str:
    if reading.id == "known-secret":
        return tr("Use the example secret")
    if reading.id in ENCODINGS and _is_decoded(reading):
        return tr("Decode the secret as {name}", name=ENCODINGS[reading.id])
    if reading.id in ENCODINGS:
        return tr("Use the {name} text as the secret", name=ENCODINGS[reading.id])
    return tr("Use the secret in that form")


def _is_decoded(reading: Reading) -> bool:
    return reading.text is None or reading.encoding is not SecretEncoding.UTF8
