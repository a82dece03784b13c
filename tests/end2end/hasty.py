"""A person who goes on as soon as the verdict stands, without waiting for the diagnosis."""

from jwtdesk.model.questions import Diagnose
from jwtdesk.model.session import wanted
from jwtdesk.ui.editors.exact_edit import ExactEdit
from jwtdesk.ui.main_window import MainWindow
from tests.end2end.person import Person

PANES = {"tokenEditor": "token", "headerEditor": "header", "payloadEditor": "payload"}
"""The linked editors, and the text of the session that each shows."""


def judged(window: MainWindow) -> bool:
    """Return whether the verdict stands: nothing is open but why a signature is wrong."""
    if any(editor.holding() for editor in window.findChildren(ExactEdit)):
        return False
    return all(isinstance(one, Diagnose) for one in wanted(window.store.session))


class Hasty(Person):
    """Waits for the verdict only."""

    def wait(self) -> None:
        """Wait until the verdict stands."""
        self.qtbot.waitUntil(lambda: judged(self.window), timeout=20_000)


def disagreement(person: Person) -> str:
    """Return which pane shows something else than the session says, or ""."""
    shown = person.session.shown
    for name, text in PANES.items():
        if person.editor(name).toPlainText() != getattr(shown, text):
            return f"{name} shows something else"
    return ""
