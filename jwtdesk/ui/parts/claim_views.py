"""The payload in four ways, one of which is seen: JSON, table, profile, and as disclosed."""

from typing import Protocol, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from jwtdesk.model.claim_rows import table
from jwtdesk.model.session import Session
from jwtdesk.ui.parts.claims_table import ClaimsTable
from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme

JSON, TABLE, PROFILE, DISCLOSED = "json", "table", "profile", "disclosed"
APART = frozenset({PROFILE, DISCLOSED})
"""The views in which no caret stands in the payload's own text."""


class _Drawn(Protocol):
    def draw(self, session: Session) -> None: ...


class ClaimViews(QStackedWidget):
    """Draws the view that is seen; the others wait until they are.

    The two that few people look at are built when they are wanted: they would cost the first frame
    some time.
    """

    def __init__(self, json: QWidget, claims: ClaimsTable) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._claims = claims
        self._views: dict[str, QWidget] = {JSON: json, TABLE: claims}
        for view in self._views.values():
            self.addWidget(view)

    @property
    def view(self) -> str:
        """Which of them is seen."""
        return next(name for name, one in self._views.items() if one is self.currentWidget())

    def show_view(self, name: str, session: Session) -> None:
        """Show the view `name`."""
        if name not in self._views:
            self._views[name] = self._built(name)
            self.addWidget(self._views[name])
        self.setCurrentWidget(self._views[name])
        self.draw(session)

    def draw(self, session: Session) -> None:
        """Draw the view that is seen; the JSON is drawn by its own editor."""
        if self.view == TABLE:
            self._claims.show_rows(table(session), session.moment)
        elif self.view in APART:
            cast("_Drawn", self._views[self.view]).draw(session)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    def _built(self, name: str) -> QWidget:
        made: QWidget
        if name == PROFILE:
            from jwtdesk.ui.parts.profile_view import ProfileView

            made = ProfileView()
        else:
            from jwtdesk.ui.parts.disclosed_view import DisclosedView

            made = DisclosedView()
        if self._theme is not None:
            apply_theme(made, self._theme)
        return made
