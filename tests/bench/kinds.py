"""Key press in the payload → verdict painted, for encrypted and nested tokens, beside a signed one.

Run with `python3 -m tests bench kinds`. Milliseconds, median / 99th percentile; the last column is
against the signed token of the same size and run.
"""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from jwtdesk.analysis.json_tokens import LONGEST
from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.model.edits import KeyEdited, NodeChosen, TokenPasted
from jwtdesk.ui.main_window import MainWindow
from tests.bench._desk import (
    SECRET,
    SIZES,
    empty,
    heading,
    opened,
    place_caret,
    press_keys,
    row,
    token_of,
    verdict_of,
    wait,
)
from tests.bench._times import ratio, told
from tests.keys.locate import key_file
from tests.made import token as signed

KEYS = {"0.5 KB": 60, "8 KB": 60, "64 KB": 40, "1 MB": 16}
DIRECT = SECRET[:32]
EC, RSA = key_file("ec-p256-private-pkcs8.pem"), key_file("rsa-2048-private-pkcs8.pem")
INSIDE = "inside a signed token"


def claims_of(size: int) -> bytes:
    """Return the payload of a token of about `size` characters."""
    return base64url.only_octets(token_of(size).split(".")[1])


def sealed(header: str, key: bytes, payload: bytes) -> str:
    """Return `payload` encrypted under `header`."""
    keys = read_key(KeyInput(key))
    assert isinstance(keys, Keys)
    made = encrypt(header, payload, keys)
    assert isinstance(made, Encryption)
    return made.text


def in_claim(payload: bytes) -> str:
    """Return a signed token with a signed one in a claim, whose payload is edited."""
    return signed('{"vp":"' + signed(payload, secret=DIRECT) + '"}', secret=DIRECT)


WAYS: dict[str, tuple[bytes, Callable[[bytes], str]]] = {
    "signed, HS256": (DIRECT, lambda payload: signed(payload, secret=DIRECT)),
    "dir, A256GCM": (
        DIRECT,
        lambda payload: sealed('{"alg":"dir","enc":"A256GCM"}', DIRECT, payload),
    ),
    "ECDH-ES, A256GCM": (
        EC,
        lambda payload: sealed('{"alg":"ECDH-ES","enc":"A256GCM"}', EC, payload),
    ),
    "RSA-OAEP, A256GCM": (
        RSA,
        lambda payload: sealed('{"alg":"RSA-OAEP","enc":"A256GCM"}', RSA, payload),
    ),
    INSIDE: (DIRECT, in_claim),
}
"""The key and the token of each way."""


def main() -> None:
    """Print a row for each size and way."""
    QApplication.instance() or QApplication(sys.argv)
    window = opened()
    heading("token", "way", "key", "verdict", "÷ signed, verdict")
    for size, length in SIZES.items():
        floor: list[float] = []
        for way, (key, make) in WAYS.items():
            if way == INSIDE and length > LONGEST:
                row((size, way, "-", "-", "not opened: too long for a token inside"))
                continue
            held, painted = edited(window, key, make(claims_of(length)), KEYS[size])
            floor = floor or painted
            row((size, way, told(held), told(painted), ratio(painted, floor)))
    window.close()


def edited(
    window: MainWindow, key: bytes, text: str, times: int
) -> tuple[list[float], list[float]]:
    """Paste `text`, go to the innermost token, and type in its payload."""
    empty(window)
    window.store.dispatch(KeyEdited(KeyInput(key)))
    window.store.dispatch(TokenPasted(text))
    wait(window.settled)
    rows = window.store.session.known.layers.rows
    if len(rows) > 1 and rows[-1].path:
        window.store.dispatch(NodeChosen(rows[-1].path))
        window.store.dispatch(KeyEdited(KeyInput(key)))
        wait(window.settled)
    editor = window.findChild(QWidget, "payloadEditor")
    assert isinstance(editor, QPlainTextEdit)
    place_caret(editor, "1234567890")
    return press_keys(editor, verdict_of(window), times)


if __name__ == "__main__":
    main()
