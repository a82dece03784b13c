"""Claims made selective by ticking them: what becomes of the token is said before it happens."""

import secrets

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from jwtdesk.jose.conceal import HASH_NAMES
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.concealable import (
    Concealable,
    concealable,
    forecast,
    outermost,
    unlisted,
    unwise,
    with_salts,
)
from jwtdesk.model.edits import Concealed
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.parts.tick_list import TickList
from jwtdesk.ui.parts.tick_row import TickRow
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look, set_shown
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.number_field import NumberField
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

_SALT_OCTETS = 16
_MOST_DECOYS = 100
_SIZE = (560, 560)
_LIST_HIGH = 120


class ConcealDialog(Sheet):
    """Dispatches one `Concealed` and closes; nothing changes before."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, tr("Make claims selective"))
        self._store = store
        self._claims = concealable(store.session)
        self._paths: frozenset[str] = frozenset()
        self._salts: tuple[str, ...] = ()
        words = tr(
            "Each ticked claim leaves the payload and becomes a disclosure. A digest stands in its "
            "place, and whoever holds the token may show it or keep it back."
        )
        self.rows.addWidget(PlainLabel(words, type="base", tone="muted", wrap=True))
        self.list = TickList("concealList", tr("Claims of the payload"))
        self.list.ticked.connect(self._tick)
        self.list.chosen.connect(lambda path: self._tick(path, path not in self._paths))
        self.list.setMinimumHeight(_LIST_HIGH)
        self.rows.addWidget(self._framed(), 1)
        beyond = unlisted(store.session)
        if beyond:
            self.rows.addWidget(PlainLabel(beyond, tone="muted", wrap=True))
        self.warning = PlainLabel(tone="warn", wrap=True)
        self.warning.setObjectName("concealWarning")
        self.rows.addWidget(self.warning)
        self.decoys, self.hash = NumberField(), QComboBox()
        self._lay_out_choices()
        self.count = PlainLabel(type="base", wrap=True)
        self.count.setObjectName("concealCount")
        self.rows.addWidget(self.count)
        self.apply = Button(tr("Make them selective"), "primary", "eye-off")
        self.apply.setObjectName("concealApply")
        self._lay_out()
        self.resize(*_SIZE)
        self._draw()

    @property
    def wish(self) -> Concealed:
        """What is to be done, with a fresh salt for everything."""
        needed = len(self._paths) + self.decoys.value()
        missing = needed - len(self._salts)
        self._salts += tuple(secrets.token_urlsafe(_SALT_OCTETS) for _ in range(missing))
        bare = Concealed(self._paths, (), self.decoys.value(), self.hash.currentText())
        return with_salts(bare, self._salts)

    def _lay_out_choices(self) -> None:
        self.decoys.setObjectName("concealDecoys")
        self.decoys.setAccessibleName(tr("Decoys"))
        self.decoys.setRange(0, _MOST_DECOYS)
        set_tip(self.decoys, tr("Digests that nothing belongs to, so that nobody can count claims"))
        self.decoys.valueChanged.connect(self._draw)
        self.hash.setObjectName("concealHash")
        self.hash.setAccessibleName(tr("Hash"))
        for name in HASH_NAMES:
            self.hash.addItem(name)
        selective = self._store.session.known.token.selective
        if selective is not None:
            # A payload has one hash for all of its digests.
            self.hash.setCurrentText(selective.hash_name)
            self.hash.setEnabled(False)
        self.hash.currentIndexChanged.connect(self._draw)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(PlainLabel(tr("Decoys"), type="base"), self.decoys)
        form.addRow(PlainLabel(tr("Hash"), type="base"), self.hash)
        self.rows.addLayout(form)

    def _lay_out(self) -> None:
        self.apply.setDefault(True)
        self.apply.clicked.connect(self._apply)
        every, none, close = Button(tr("All")), Button(tr("None")), Button(tr("Close"))
        every.setObjectName("concealAll")
        none.setObjectName("concealNone")
        set_tip(every, tr("Tick every outermost claim that may be kept back"))
        every.clicked.connect(lambda: self._choose(outermost(self._claims)))
        none.clicked.connect(lambda: self._choose(frozenset()))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in (every, none):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        close.setAutoDefault(False)
        row.addWidget(close)
        row.addWidget(self.apply)
        self.rows.addLayout(row)

    def _framed(self) -> QFrame:
        frame = QFrame()
        set_look(frame, "field", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(2, 4, 2, 4)
        column.addWidget(self.list)
        return frame

    def _tick(self, path: str, on: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self._choose(self._paths | {path} if on else self._paths - {path})

    def _choose(self, paths: frozenset[str]) -> None:
        self._paths = paths
        self._draw()

    def _draw(self) -> None:
        self.list.show_rows(tuple(self._row(one) for one in self._claims))
        warning = unwise(self._claims, self._paths)
        self.warning.setText(warning)
        set_shown(self.warning, bool(warning))
        self.apply.setEnabled(False)
        if not self._paths and not self.decoys.value():
            self.count.setText(tr("Tick the claims that a holder may keep back."))
            return
        said = forecast(self._store.session, self.wish)
        self.count.setText(said.message if isinstance(said, Problem) else said)
        self.count.set_tone("bad" if isinstance(said, Problem) else "text")
        self.apply.setEnabled(not isinstance(said, Problem))

    def _row(self, one: Concealable) -> TickRow:
        on = one.path in self._paths
        below = one.warning if on else ""
        return TickRow(one.path, one.name, one.value, on, one.depth, below, "warn", one.path)

    def _apply(self) -> None:
        self._store.dispatch(self.wish)
        self.accept()
