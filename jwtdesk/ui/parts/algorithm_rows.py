"""The rows of the pickers: every way to sign or to encrypt, and what each asks for."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing, algorithms
from jwtdesk.jose.encryption import (
    ContentEncryption,
    KeyManagement,
    content_encryptions,
    key_managements,
)
from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.plain_tip import tip_markup

LINE_ROLE = Qt.ItemDataRole.UserRole


def signing_rows(*, keyed: bool = False) -> Iterator[QStandardItem]:
    """Yield a heading for each family of signatures, and its algorithms.

    `keyed` leaves out what needs no key.
    """
    family: Family | None = None
    for one in algorithms():
        if keyed and one.key_type is None:
            continue
        if one.family is not family:
            family = one.family
            yield heading(tr("Sign: {family}", family=_family_title(family)))
        yield row(one.name, key_line(one), _tip(one))


def encrypting_rows() -> Iterator[QStandardItem]:
    """Yield a heading for each family of ways to a content key, and its members."""
    title = ""
    for one in key_managements():
        if _way_title(one) != title:
            title = _way_title(one)
            yield heading(tr("Encrypt: {family}", family=title))
        line = _standing_line(_shared_words(one), one.standing)
        yield row(one.name, line, _tip_of(one, _shared_words(one)))


def content_rows() -> Iterator[QStandardItem]:
    """Yield the ways to encrypt the content itself."""
    for one in content_encryptions():
        line = tr("{bits} bits", bits=one.key_octets * 8)
        yield row(one.name, line, _tip_of(one, line))


def row(name: str, line: str, tip: str) -> QStandardItem:
    """Return a row that can be picked: `name`, with `line` at its right-hand side."""
    item = QStandardItem(name)
    item.setData(line, LINE_ROLE)
    item.setToolTip(tip_markup(tip))
    item.setData(tr("{name}, {line}", name=name, line=line), Qt.ItemDataRole.AccessibleTextRole)
    return item


def heading(words: str) -> QStandardItem:
    """Return a row that cannot be picked."""
    title = QStandardItem(words)
    title.setFlags(Qt.ItemFlag.NoItemFlags)
    return title


def key_line(one: Algorithm) -> str:
    """Return in a few words which key `one` needs, and its standing when that is a warning."""
    return _standing_line(_key_words(one), one.standing)


def _standing_line(key: str, standing: Standing) -> str:
    if standing is Standing.DEPRECATED:
        return tr("{key}, deprecated", key=key)
    return tr("{key}, legacy", key=key) if standing is Standing.LEGACY else key


def _family_title(family: Family) -> str:
    """Return the heading of a family; never the very name of one of its algorithms."""
    titles = {Family.NONE: tr("Unsecured"), Family.EDDSA: tr("EdDSA, Edwards curves")}
    return titles.get(family, family.value)


def _way_title(one: KeyManagement) -> str:
    if KeyType.RSA in one.key_types:
        return tr("RSA")
    if one.curves:
        return tr("elliptic curves")
    if one.name.startswith("PBES2"):
        return tr("password")
    return tr("shared key") if one.determined else tr("AES key wrap")


def _key_words(one: Algorithm) -> str:
    if one.key_type is None:
        return tr("no signature")
    if one.key_type is KeyType.OCT:
        return tr("secret, {bits} bits or more", bits=one.minimum_bits)
    if one.key_type is KeyType.RSA:
        return tr("RSA, {bits} bits or more", bits=one.minimum_bits)
    return tr("{type} {curves}", type=one.key_type.value, curves=" / ".join(one.curves))


def _shared_words(one: KeyManagement) -> str:
    """Return in a few words which key a way to encrypt needs."""
    if KeyType.RSA in one.key_types:
        return tr("RSA, {bits} bits or more", bits=one.minimum_bits)
    if one.curves:
        return tr("EC, X25519 or X448")
    if one.exact_bits:
        return tr("secret of {bits} bits", bits=one.exact_bits)
    return tr("secret as long as enc asks") if one.determined else tr("password")


def _tip(one: Algorithm) -> str:
    return _told(one.name, one.description, _key_words(one), one.standing, one.reference)


def _tip_of(one: KeyManagement | ContentEncryption, key: str) -> str:
    return _told(one.name, one.description, key, one.standing, one.reference)


def _told(name: str, description: str, key: str, standing: Standing, reference: str) -> str:
    standings = {
        Standing.RECOMMENDED: tr("recommended"),
        Standing.LEGACY: tr("legacy: still right, no longer the first choice"),
        Standing.DEPRECATED: tr("deprecated: choose another for new tokens"),
    }
    lines = (
        tr("{name}: {description}", name=name, description=tr(description)),
        tr("Key: {key}", key=key),
        tr("Standing: {standing}", standing=standings[standing]),
        reference,
    )
    return "\n".join(lines)
