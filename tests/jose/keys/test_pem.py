"""PEM as it really arrives: mangled by consoles, settings files and editors."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Severity
from tests.keys.locate import PASSPHRASE, key_file, key_named

PLAIN = key_file("ec-p256-public-spki.pem")
LINES = PLAIN.decode().strip().split("\n")
BODY = "".join(LINES[1:-1])

VARIABLE = ("pem-indented", "pem-variable")

MANGLED: tuple[tuple[str, Callable[[bytes], bytes], tuple[str, ...]], ...] = (
    ("as it is", lambda pem: pem, ()),
    ("windows line ends", lambda pem: pem.replace(b"\n", b"\r\n"), ()),
    (
        "old macintosh line ends",
        lambda pem: pem.replace(b"\n", b"\r"),
        ("pem-carriage-returns",),
    ),
    ("byte order mark", lambda pem: b"\xef\xbb\xbf" + pem, ("key-bom",)),
    ("utf-16 little", lambda pem: pem.decode().encode("utf-16"), ("key-utf16",)),
    ("utf-16 big", lambda pem: b"\xfe\xff" + pem.decode().encode("utf-16-be"), ("key-utf16",)),
    ("utf-16 without mark", lambda pem: pem.decode().encode("utf-16-le"), ("key-utf16",)),
    (
        "escaped line ends",
        lambda pem: pem.strip().replace(b"\n", b"\\n"),
        ("pem-escaped-newlines",),
    ),
    (
        "doubly escaped line ends",
        lambda pem: pem.strip().replace(b"\n", b"\\\\r\\\\n"),
        ("pem-escaped-newlines",),
    ),
    (
        "quoted in a settings file",
        lambda pem: b'"' + pem.strip().replace(b"\n", b"\\n") + b'"',
        ("pem-escaped-newlines", "pem-quoted"),
    ),
    ("quoted", lambda pem: b"'" + pem.strip() + b"',", ("pem-quoted",)),
    ("indented", lambda pem: b"  " + pem.replace(b"\n", b"\n  "), ("pem-indented",)),
    ("one line", lambda pem: pem.replace(b"\n", b""), ("pem-one-line",)),
    ("one line with blanks", lambda pem: pem.replace(b"\n", b" "), ("pem-one-line",)),
    ("text before", lambda pem: b"Here it is:\n" + pem, ("pem-text-around",)),
    ("text after", lambda pem: pem + b"regards", ("pem-text-around",)),
    ("comment header", lambda pem: pem.replace(b"-\nM", b"-\nComment: mine\n\nM"), ()),
    ("no begin line", lambda pem: pem[pem.index(b"\n") :], ("pem-no-begin",)),
    (
        "no label",
        lambda pem: pem.replace(b" PUBLIC KEY", b""),
        ("pem-no-label",),
    ),
    (
        "a line of a settings file",
        lambda pem: b'export JWT_KEY="' + pem.strip().replace(b"\n", b"\\n") + b'"\n',
        ("pem-escaped-newlines", "pem-variable"),
    ),
    ("a yaml member", lambda pem: b"key: |\n  " + pem.replace(b"\n", b"\n  "), VARIABLE),
    ("no end line", lambda pem: pem[: pem.index(b"-----END")], ("pem-no-end",)),
    ("lower-case label", lambda pem: pem.replace(b"PUBLIC KEY", b"Public Key"), ()),
    ("four dashes", lambda pem: pem.replace(b"-----", b"----"), ()),
)


@pytest.mark.parametrize(
    ("mangle", "codes"), [one[1:] for one in MANGLED], ids=[one[0] for one in MANGLED]
)
def test_mangled_pem_is_read_and_the_repair_is_named(
    mangle: Callable[[bytes], bytes], codes: tuple[str, ...]
) -> None:
    """A mangled PEM gives the same key, and says what was done to read it."""
    found = read_key(KeyInput(mangle(PLAIN)))
    assert isinstance(found, Keys)
    assert found.members[0].thumbprint == key_named("ec-p256-public-spki.pem").thumbprint
    assert tuple(note.code for note in found.problems) == codes
    assert all(note.severity is not Severity.ERROR for note in found.problems)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", "pem-empty", "empty"),
        (
            "-----BEGIN PUBLIC KEY-----\nMF!k\n-----END PUBLIC KEY-----",
            "pem-foreign-character",
            "'!'",
        ),
        (
            "-----BEGIN PUBLIC KEY-----\nMF=k\n-----END PUBLIC KEY-----",
            "pem-foreign-character",
            "'='",
        ),
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "der-unknown",
            "no key structure",
        ),
        ("-----BEGIN PGP PUBLIC KEY BLOCK-----\nAAAA\n-----END X-----", "key-pgp", "PGP"),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
            "openssh-malformed",
            "something else",
        ),
        ("-----BEGIN EC PARAMETERS-----\nBggq\n-----END X-----", "pem-no-block", "BEGIN"),
    ],
)
def test_pem_that_holds_no_key(text: str, code: str, word: str) -> None:
    """A PEM block without a usable key is refused with what is wrong inside."""
    found = read_key(KeyInput(text.encode()))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code
    assert word in found.problem.message


@pytest.mark.parametrize(("letters", "missing"), [(4, 3), (40, 30), (1, 1)])
def test_cut_off_key_says_how_much_is_missing(letters: int, missing: int) -> None:
    """Of a key that lost its tail, the number of lost bytes is told."""
    body = BODY.rstrip("=")[:-letters]
    text = f"-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----"
    found = read_key(KeyInput(text.encode()))
    assert isinstance(found, Unreadable)
    assert found.problem.code == "der-truncated"
    assert ("last byte" if missing == 1 else str(missing)) in found.problem.message


@pytest.mark.parametrize(
    ("file", "label", "expected"),
    [
        ("ec-p256-public-spki.pem", "PRIVATE KEY", "PUBLIC KEY"),
        ("rsa-2048-private-pkcs1.pem", "PRIVATE KEY", "RSA PRIVATE KEY"),
        ("ec-p384-private-sec1.pem", "PRIVATE KEY", "EC PRIVATE KEY"),
        ("rsa-2048-certificate.pem", "PUBLIC KEY", "CERTIFICATE"),
    ],
)
def test_wrong_label_is_read_by_content(file: str, label: str, expected: str) -> None:
    """What is between the lines decides, and the right label is told."""
    lines = key_file(file).decode().strip().split("\n")
    text = "\n".join([f"-----BEGIN {label}-----", *lines[1:-1], f"-----END {label}-----"])
    found = read_key(KeyInput(text.encode()))
    assert isinstance(found, Keys)
    (note,) = found.problems
    assert note.code == "pem-wrong-label"
    assert f"should be {expected}" in note.message


def test_private_and_public_of_one_key_are_one() -> None:
    """A file with both halves of a key holds one key, the private one."""
    both = key_file("ec-p256-public-spki.pem") + key_file("ec-p256-private-pkcs8.pem")
    for text in (both, key_file("ec-p256-private-pkcs8.pem") + PLAIN):
        found = read_key(KeyInput(text))
        assert isinstance(found, Keys)
        assert [key.private for key in found.members] == [True]
        assert not found.is_set


def test_bundle_is_a_set() -> None:
    """Several keys in one PEM text are tried like a set, and the unusable one is told."""
    text = b"".join(
        key_file(f"{name}-public-spki.pem") for name in ("ec-p256", "rsa-2048", "dsa-2048")
    )
    found = read_key(KeyInput(text))
    assert isinstance(found, Keys)
    assert found.is_set
    assert [key.size for key in found.members] == [256, 2048]
    assert [(one.code, one.severity) for one in found.problems] == [
        ("key-type-foreign", Severity.WARNING)
    ]


def test_only_so_many_encrypted_keys_are_opened() -> None:
    """A bundle of encrypted keys cannot make reading it slow."""
    names = (
        "rsa-2048-private-encrypted-pkcs8.pem",
        "ec-p384-private-encrypted-scrypt.pem",
        "ec-p521-private-encrypted-pbes1.pem",
    )
    found = read_key(KeyInput(b"".join(map(key_file, names)), passphrase=PASSPHRASE))
    assert isinstance(found, Keys)
    assert [key.type.value for key in found.members] == ["RSA", "EC"]


def test_pem_is_text() -> None:
    """Octets that are no text are not PEM."""
    found = read_key(KeyInput(b"\xff\xfa\x01", format="pem"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == "pem-no-text"


@given(st.text("AM=+/-\\n\n \"'!B:", max_size=60), st.sampled_from(["PUBLIC KEY", "X", "PGP KEY"]))
def test_any_body_is_answered(body: str, label: str) -> None:
    """Whatever stands between the lines, the answer is a value."""
    text = f"-----BEGIN {label}-----{body}-----END {label}-----"
    for octets in (text.encode(), text[:-9].encode()):
        assert isinstance(read_key(KeyInput(octets)), Keys | Unreadable)
