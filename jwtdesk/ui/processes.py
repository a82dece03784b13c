"""The child processes of a runner: one for each stubborn question, and one that stays."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jwtdesk.model.questions import Diagnose, Question

if TYPE_CHECKING:
    from jwtdesk.analysis.diagnose import Diagnosis
    from jwtdesk.ui.child import Child, Fetch
    from jwtdesk.ui.companion import Companion, Consultation


class Processes:
    """Starts nothing before it is needed; `fetch` calls an address, in a child process."""

    def __init__(self, fetch: "Fetch | None") -> None:
        self._fetch = fetch
        self._companion: Companion | None = None
        self._left: list[Companion] = []

    def child(
        self, question: Question, say: Callable[["Diagnosis"], None]
    ) -> "Child | Consultation":
        """Return what works on `question`; `say` hears parts of a diagnosis, on another thread."""
        from jwtdesk.ui.child import Child
        from jwtdesk.ui.companion import Companion, Consultation

        if isinstance(question, Diagnose):
            self._companion = self._companion or Companion()
            return Consultation(self._companion, question, say)
        return Child(question, self._fetch)

    def leave(self) -> Callable[[], None] | None:
        """Part from the child that stays, and from all it knows; return what ends it, if it is.

        That takes a moment while it is about to notice that it should stop.
        """
        if self._companion is None:
            return None
        left, self._companion = self._companion, None
        self._left.append(left)
        return left.close

    def close(self) -> None:
        """End the children that stayed; their questions were stopped before."""
        self.leave()
        for companion in self._left:
            companion.close()
        self._left.clear()
