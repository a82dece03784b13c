"""Making, exporting, keeping and remembering keys through their dialogs."""

import stat
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.encryption import key_managements
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.model.edits import KeyEdited, KeyWanted
from jwtdesk.ui.dialogs.export_key import ExportKeyDialog
from jwtdesk.ui.dialogs.fetch_keys import FetchKeysDialog
from jwtdesk.ui.dialogs.kept_keys import KeptKeysDialog
from jwtdesk.ui.dialogs.new_key import NewKeyDialog
from jwtdesk.ui.panes.key import KeyPane
from jwtdesk.ui.preferences import LIGHT, Preferences
from jwtdesk.ui.saving import save_privately
from tests.end2end.person import Person
from tests.keys.locate import key_file
from tests.made import token
from tests.model.test_encrypted import encrypted
from tests.ui.desk import TOKEN, opened

T = TypeVar("T", bound=QDialog)
PRIVATE = key_file("ec-p256-private-pkcs8.pem")


class FakeVault:
    """Remembers in memory; refuses when told to."""

    def __init__(self) -> None:
        self.kept: dict[str, KeyInput] = {}
        self.refuses = False

    def names(self) -> tuple[str, ...] | Problem:
        """Return the names."""
        return Problem("vault-absent", "There is none.") if self.refuses else tuple(self.kept)

    def remember(self, name: str, given: KeyInput) -> Problem | None:
        """Keep it."""
        self.kept[name] = given
        return None

    def recall(self, name: str) -> KeyInput | Problem:
        """Give it back."""
        return self.kept[name]

    def forget(self, name: str) -> Problem | None:
        """Drop it."""
        del self.kept[name]
        return None


def _open(desk: Person, action: str, kind: type[T]) -> T:
    desk.window.action(action).trigger()
    (found,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
    assert isinstance(found, kind)
    return found


def _give(desk: Person, octets: bytes) -> None:
    desk.window.store.dispatch(KeyEdited(KeyInput(octets)))
    desk.wait()


def _press(dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("action", ["new-key", "kept-keys", "fetch-keys"])
def test_escape_closes_every_dialog(desk: Person, action: str) -> None:
    """Nothing in a dialog is lost by leaving it."""
    dialog = _open(desk, action, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_new_secret_says_how_much_chance_is_in_it(desk: Person) -> None:
    """The dialog proposes the token's algorithm and tells the randomness before it is made."""
    desk.paste(TOKEN)
    dialog = _open(desk, "new-key", NewKeyDialog)
    assert dialog.algorithm.currentText() == "HS256"
    dialog.size_choice.setCurrentIndex(dialog.size_choice.findData(512))
    assert "86 characters" in dialog.words.text()
    assert "512 bits of randomness" in dialog.words.text()
    _press(dialog, "newKeyMake")
    desk.wait()
    assert len(desk.session.key.octets) == 86
    assert not [one for one in desk.window.findChildren(QDialog) if one.isVisible()]


def test_sizes_follow_the_algorithm(desk: Person) -> None:
    """RSA has sizes, an EC key has none to choose, ML-DSA is a JWK."""
    dialog = _open(desk, "new-key", NewKeyDialog)
    for name, count, word in (
        ("RS256", 4, "PEM"),
        ("ES384", 1, "PEM"),
        ("EdDSA", 2, "PEM"),
        ("ML-DSA-44", 1, "JWK"),
    ):
        dialog.algorithm.setCurrentIndex(dialog.algorithm.findText(name))
        assert dialog.size_choice.count() == count
        assert dialog.size_choice.isEnabled() == (count > 1)
        assert word in dialog.words.text()
    dialog.algorithm.setCurrentIndex(dialog.algorithm.findText("PS512"))
    dialog.size_choice.setCurrentIndex(dialog.size_choice.findData(8192))
    assert "cancelled" in dialog.words.text()
    dialog.reject()
    assert desk.session.key.octets == b""


def test_a_key_to_encrypt_with_is_made_on_its_curve(desk: Person) -> None:
    """The dialog offers the ways to encrypt; where there is a choice of curves it is asked for."""
    desk.paste(encrypted('{"alg":"ECDH-ES","enc":"A256GCM"}', PRIVATE))
    dialog = _open(desk, "new-key", NewKeyDialog)
    assert dialog.algorithm.currentText() == "ECDH-ES"
    assert (dialog.content.isVisible(), dialog.size_choice.isVisible()) == (False, False)
    assert dialog.curve.currentText() == "P-256"
    dialog.curve.setCurrentIndex(dialog.curve.findText("X25519"))
    assert "to decrypt with" in dialog.words.text()
    _press(dialog, "newKeyMake")
    desk.wait()
    assert isinstance(desk.session.known.keys, Keys)
    assert desk.session.known.keys.members[0].curve == "X25519"


def test_a_secret_for_dir_is_as_long_as_its_enc(desk: Person) -> None:
    """The header's enc is proposed, another can be chosen, and the size follows."""
    desk.paste(encrypted('{"alg":"dir","enc":"A128GCM"}', bytes(range(16))))
    dialog = _open(desk, "new-key", NewKeyDialog)
    assert dialog.content.currentText() == "A128GCM"
    assert (dialog.curve.isVisible(), dialog.size_choice.currentData()) == (False, 128)
    dialog.content.setCurrentIndex(dialog.content.findText("A256CBC-HS512"))
    assert (dialog.size_choice.currentData(), dialog.size_choice.isEnabled()) == (512, False)
    assert "A256CBC-HS512 takes no other" in dialog.words.text()
    _press(dialog, "newKeyMake")
    desk.wait()
    assert isinstance(desk.session.known.keys, Keys)
    assert desk.session.known.keys.members[0].size == 512


def test_no_heading_can_be_wished_for(desk: Person) -> None:
    """The arrow keys walk over the headings, which group the algorithms; “none” is not offered."""
    dialog = _open(desk, "new-key", NewKeyDialog)
    names = [dialog.algorithm.currentText()]
    for _ in range(dialog.algorithm.count()):
        QTest.keyClick(dialog.algorithm, Qt.Key.Key_Down)
        names.append(dialog.algorithm.currentText())
    every = [one.name for one in algorithms() if one.key_type is not None]
    every += [one.name for one in key_managements()]
    assert list(dict.fromkeys(names)) == every


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_of_the_new_key_is_cut(qtbot: QtBot, scale: float) -> None:
    """The dialog grows with its rows and with the text."""
    for desk in opened(qtbot, Preferences(theme=LIGHT, scale=scale)):
        dialog = _open(desk, "new-key", NewKeyDialog)
        for name in ("dir", "ECDH-ES", "RS256"):
            dialog.algorithm.setCurrentIndex(dialog.algorithm.findText(name))
            desk.wait()
            for box in (dialog.algorithm, dialog.content, dialog.curve, dialog.size_choice):
                label = dialog.form.labelForField(box)
                if box.isVisible():
                    assert label.width() >= label.sizeHint().width(), (name, box.objectName())
        dialog.reject()


def test_making_shows_and_stops(desk: Person) -> None:
    """A long wish shows that it is worked on, and the button ends it."""
    desk.window.store.dispatch(KeyWanted("RS256", 8192))
    making = desk.find("keyMaking")
    assert making.isVisible()
    making.cancelled.emit()  # type: ignore[attr-defined]  # a ProgressLine
    assert not making.isVisible()
    desk.wait()
    assert desk.session.key.octets == b""


def test_checking_a_slow_key_shows_and_stops(desk: Person) -> None:
    """A key that takes long to check says so after a moment; stopping keeps its text."""
    making = cast(KeyPane, desk.window.pane("key")).making
    desk.window.store.dispatch(KeyEdited(KeyInput(key_file("rsa-2048-private-pkcs8.pem"))))
    assert making.isHidden()
    making.patience.timeout.emit()
    assert making.isVisible()
    making.cancelled.emit()
    assert not making.isVisible()
    assert isinstance(desk.session.known.keys, Unreadable)
    assert desk.session.known.keys.problem.code == "key-stopped"
    assert desk.session.key.octets == key_file("rsa-2048-private-pkcs8.pem")
    desk.wait()
    _give(desk, b"a secret")
    assert isinstance(desk.session.known.keys, Keys)
    making.patience.timeout.emit()
    assert making.isHidden()


def test_a_private_key_is_hidden_and_warned_about(desk: Person) -> None:
    """The preview shows bullets; copying gives the key; a passphrase changes the warning."""
    _give(desk, PRIVATE)
    dialog = _open(desk, "export-key", ExportKeyDialog)
    shown = dialog.shown.toPlainText()
    assert "•" in shown
    assert not any(line in shown for line in PRIVATE.decode().split("\n")[1:-2])
    assert "can sign in your place" in dialog.warning.text()
    _press(dialog, "exportCopy")
    copied = read_key(KeyInput(QGuiApplication.clipboard().text().encode()))
    assert isinstance(copied, Keys)
    assert isinstance(desk.session.known.keys, Keys)
    assert copied.members[0] == desk.session.known.keys.members[0]
    QTest.keyClicks(dialog.passphrase, "pass word")
    assert "passphrase" in dialog.warning.text()
    assert "ENCRYPTED" in dialog.shown.toPlainText()
    assert "•" not in dialog.shown.toPlainText()


def test_the_public_half_is_shown_without_a_warning(desk: Person) -> None:
    """Public forms need no caution; a binary form is only saved."""
    _give(desk, PRIVATE)
    dialog = _open(desk, "export-key", ExportKeyDialog)
    dialog.form.setCurrentIndex(dialog.form.findData("spki"))
    assert not dialog.warning.isVisible()
    assert not dialog.passphrase.isEnabled()
    assert dialog.shown.toPlainText().encode() == key_file("ec-p256-public-spki.pem")
    dialog.form.setCurrentIndex(dialog.form.findData("spki-der"))
    assert not dialog.copy.isEnabled()
    assert "bytes" in dialog.shown.toPlainText()


def test_a_saved_key_is_for_its_owner_alone(desk: Person, tmp_path: Path) -> None:
    """The file has mode 0600, whatever was there before; a bad place is told."""
    _give(desk, PRIVATE)
    dialog = _open(desk, "export-key", ExportKeyDialog)
    said: list[tuple[str, str]] = []
    dialog.said.connect(lambda words, tone: said.append((words, tone)))
    place = tmp_path / "key.pem"
    place.write_text("older")
    place.chmod(0o644)
    dialog.save(place)
    assert place.read_bytes() == PRIVATE
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["key.pem"]
    dialog.save(tmp_path / "nowhere" / "key.pem")
    assert [tone for _, tone in said] == ["ok", "warn"]


def test_a_file_that_cannot_take_its_place_leaves_nothing(tmp_path: Path) -> None:
    """Where a folder stands in the way, no piece of the key is left behind."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").mkdir()
    found = save_privately(tmp_path / "taken", b"secret")
    assert isinstance(found, Problem)
    assert [one.name for one in tmp_path.iterdir()] == ["taken"]


def test_keys_are_kept_used_and_dropped(desk: Person) -> None:
    """The list follows the session, and its buttons the list."""
    _give(desk, b"first secret")
    dialog = _open(desk, "kept-keys", KeptKeysDialog)
    QTest.keyClicks(dialog.name, "one")
    _press(dialog, "keepKey")
    _give(desk, b"second")
    dialog.name.setText("two")
    _press(dialog, "keepKey")
    assert [dialog.kept.item(at).text() for at in range(2)] == [
        "one (oct 96)", "two (oct 48), in use",
    ]  # fmt: skip
    dialog.kept.setCurrentRow(0)
    _press(dialog, "useKept")
    desk.wait()
    assert desk.session.key.octets == b"first secret"
    _press(dialog, "dropKept")
    assert [one.name for one in desk.session.keyring] == ["two"]
    desk.do("fitting-key")
    assert desk.session.notice is None


def test_remembered_keys_wait_for_their_button(desk: Person) -> None:
    """The system's store is asked only on request: shown, remembered, used, forgotten."""
    vault = FakeVault()
    desk.window.vault = vault
    _give(desk, b"first secret")
    dialog = _open(desk, "kept-keys", KeptKeysDialog)
    _press(dialog, "showRemembered")
    desk.qtbot.waitUntil(lambda: "No key is remembered" in dialog.remembered.hint)
    QTest.keyClicks(dialog.name, "mine")
    _press(dialog, "rememberKey")
    desk.qtbot.waitUntil(lambda: dialog.remembered.count() == 1)
    assert vault.kept == {"mine": KeyInput(b"first secret")}
    _give(desk, b"another")
    _press(dialog, "useRemembered")
    desk.qtbot.waitUntil(lambda: desk.session.key.octets == b"first secret")
    _press(dialog, "forgetRemembered")
    desk.qtbot.waitUntil(lambda: dialog.remembered.count() == 0)
    assert vault.kept == {}
    vault.refuses = True
    _press(dialog, "showRemembered")
    desk.qtbot.waitUntil(lambda: "There is none" in dialog.words.text())


def test_without_a_store_nothing_can_be_pressed(desk: Person) -> None:
    """A window that was given no store says so."""
    dialog = _open(desk, "kept-keys", KeptKeysDialog)
    assert "not remembered" in dialog.remembered.accessibleDescription()
    assert "No key is kept yet" in dialog.kept.accessibleDescription()
    assert not dialog.grab().isNull()
    remembered = dialog.findChild(QListWidget, "rememberedKeys")
    assert remembered is not None
    button = dialog.findChild(QPushButton, "showRemembered")
    assert button is not None
    assert not button.isEnabled()


def test_an_address_is_named_before_it_is_called(desk: Person) -> None:
    """The button says which address; an unusable one cannot be pressed."""
    desk.paste(token('{"iss":"https://issuer.example"}'))
    dialog = _open(desk, "fetch-keys", FetchKeysDialog)
    url = "https://issuer.example/.well-known/openid-configuration"
    assert dialog.address.text() == url
    assert dialog.call.accessibleName() == f"Call {url}"
    assert dialog.call.isEnabled()
    for text in ("", "http://issuer.example/", "issuer.example"):
        dialog.address.setText(text)
        assert not dialog.call.isEnabled()


def test_without_the_means_nothing_is_fetched(desk: Person) -> None:
    """A window that was not given the network says that nothing can be fetched."""
    dialog = _open(desk, "fetch-keys", FetchKeysDialog)
    dialog.address.setText("https://issuer.example/jwks")
    _press(dialog, "fetchCall")
    desk.wait()
    assert "Nothing can be fetched here" in dialog.words.text()
    assert dialog.call.isEnabled()


def test_the_thumbprint_is_copied_as_a_uri(desk: Person) -> None:
    """RFC 9278's form of the name."""
    _give(desk, PRIVATE)
    desk.do("copy-thumbprint-uri")
    assert QGuiApplication.clipboard().text().startswith("urn:ietf:params:oauth:jwk-thumbprint:")
