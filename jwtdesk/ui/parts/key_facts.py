"""What is known of the key that is in use."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.key_card import certificate_rows
from jwtdesk.model.key_uses import opened, served
from jwtdesk.model.session import Session
from jwtdesk.ui.parts.fact_grid import Fact, FactGrid
from jwtdesk.ui.parts.key_words import key_in_use, length_words, type_words, use_words
from jwtdesk.ui.widgets.plain_label import PlainLabel


class KeyFacts(QWidget):
    """Type, length, names and thumbprint of one key, and how many others there are."""

    def __init__(self) -> None:
        super().__init__()
        self.kid = Fact(tr("Key ID"), mono=True, copy=tr("Copy the key ID"))
        self.type = Fact(tr("Type"))
        self.length = Fact(tr("Length"))
        self.use = Fact(tr("Use"))
        self.serves = Fact(tr("Serves"))
        self.encryption = Fact(tr("Encryption"))
        self.form = Fact(tr("Form"))
        self.thumbprint = Fact(tr("Thumbprint"), mono=True, copy=tr("Copy the thumbprint"))
        self.subject = Fact(tr("Subject"))
        self.issuer = Fact(tr("Issuer"))
        self.dates = Fact(tr("Valid"))
        self.others = PlainLabel(tone="muted", wrap=True)
        self.odd = PlainLabel(tone="warn", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        named = (self.kid, self.type, self.length, self.use)
        serving = (self.serves, self.encryption, self.form)
        certified = (self.subject, self.issuer, self.dates)
        column.addWidget(FactGrid(*named, *serving, *certified, self.thumbprint))
        column.addWidget(self.others)
        column.addWidget(self.odd)

    def draw(self, session: Session) -> None:
        """Draw the facts of the key in use; nothing when there is none."""
        key = key_in_use(session)
        keys = session.known.keys
        self.setVisible(key is not None)
        if key is None or not isinstance(keys, Keys):
            return
        self._draw_key(key)
        self.serves.show_fact(served(key))
        self.encryption.show_fact(opened(key))
        self.form.show_fact(keys.form)
        self._draw_certificate(session)
        count = len(keys.members)
        self.others.setText(
            plural(count, "A set of {count} key.", "A set of {count} keys; this one is in use.")
        )
        self.others.setVisible(keys.is_set)
        odd = [one.message for one in key.problems]
        self.odd.setText("\n".join(odd))
        self.odd.setVisible(bool(odd))

    def _draw_key(self, key: Key) -> None:
        secret = key.type is KeyType.OCT
        self.kid.show_fact(key.kid or "")
        kind = "" if secret else tr("private") if key.private else tr("public")
        self.type.show_fact(type_words(key), kind, "accent" if key.private else "info")
        self.length.show_fact(length_words(key) if secret else "")
        self.use.show_fact(use_words(key))
        self.thumbprint.show_fact(key.thumbprint)

    def _draw_certificate(self, session: Session) -> None:
        rows = certificate_rows(session.key, session.moment)
        one = rows[0] if rows else None
        self.subject.show_fact(one.subject if one else "")
        self.issuer.show_fact(one.issuer if one else "")
        late = tr("not valid now") if one and one.late else ""
        self.dates.show_fact(one.dates if one else "", late, "warn")
