"""Expectations kept for an issuer: put on when its token arrives, taken off when it leaves."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from jwtdesk.analysis.rules import Rules
from jwtdesk.model.edits import RulesEdited
from jwtdesk.model.session import Session
from jwtdesk.model.token_rules import issuer_of, lasting
from jwtdesk.ui.store import Store


class RulesShelf(Protocol):
    """Where rules are kept between two runs, by issuer."""

    def find(self, issuer: str) -> Rules | None:
        """Return what was kept for `issuer`, or None."""

    def keep(self, issuer: str, rules: Rules) -> None:
        """Keep `rules` for `issuer`."""

    def forget(self, issuer: str) -> None:
        """Keep nothing for `issuer` any more."""


class NoShelf:
    """Keeps rules only as long as the window is open."""

    def __init__(self) -> None:
        self._kept: dict[str, Rules] = {}

    def find(self, issuer: str) -> Rules | None:
        """Return what was kept for `issuer`, or None."""
        return self._kept.get(issuer)

    def keep(self, issuer: str, rules: Rules) -> None:
        """Keep `rules` for `issuer`."""
        self._kept[issuer] = rules

    def forget(self, issuer: str) -> None:
        """Keep nothing for `issuer` any more."""
        self._kept.pop(issuer, None)


class RulesKeeper(QObject):
    """Brings the session of `store` and the `shelf` together.

    Rules that the user typed are never replaced: only none at all, or those of another shelf.
    `kept` tells whether rules are kept for the present issuer; `said` what happened by itself.
    """

    kept = Signal(bool)
    put_on = Signal(str)

    def __init__(self, store: Store, shelf: RulesShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._shelf = shelf
        self._issuer = ""
        self._worn = Rules()
        store.changed.connect(self._changed)

    def switch(self) -> None:
        """Keep the present rules for the present issuer, or no longer."""
        session = self._store.session
        issuer = issuer_of(session)
        if not issuer:
            return
        if self._shelf.find(issuer) is None:
            self._keep(session, issuer)
        else:
            self._shelf.forget(issuer)
        self.kept.emit(self._shelf.find(issuer) is not None)

    def _keep(self, session: Session, issuer: str) -> None:
        self._worn = lasting(session.rules)
        self._shelf.keep(issuer, self._worn)

    def _changed(self, _old: Session | None, new: Session) -> None:
        issuer = issuer_of(new)
        if issuer != self._issuer:
            self._issuer = issuer
            self._arrived(new, issuer)
        elif new.rules != self._worn and issuer and self._shelf.find(issuer) is not None:
            self._keep(new, issuer)

    def _arrived(self, new: Session, issuer: str) -> None:
        """Put the rules on that are kept for `issuer`, unless the user's own are there."""
        found = self._shelf.find(issuer) if issuer else None
        self.kept.emit(found is not None)
        if new.rules not in (Rules(), self._worn):
            return
        self._worn = found or Rules()
        if self._worn != new.rules:
            self._store.dispatch(RulesEdited(self._worn))
            if found is not None:
                self.put_on.emit(issuer)
