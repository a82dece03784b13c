"""Does a claims pane show JSON whose members can be changed one by one?"""

from jwtdesk.model.forms import Form
from jwtdesk.model.session import Known, PaneName


def shows_json(known: Known, pane: PaneName) -> bool:
    """Return whether `pane` shows its exact octets as JSON, not as text or bytes."""
    if pane in known.inexact:
        return False
    return pane is not PaneName.PAYLOAD or known.form is Form.JSON
