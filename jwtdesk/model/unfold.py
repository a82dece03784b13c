"""What does the token say? The half of the loop that checks: token text to pane texts."""

from dataclasses import dataclass

from jwtdesk.jose.token import Kind, Segment, Token
from jwtdesk.model.answer_values import Laid
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import LayOut


@dataclass(frozen=True, slots=True)
class Unfolded:
    """One segment as its pane shows it.

    `text` is None while its layout is awaited. `compact` says whether the segment had no white
    space to keep. `exact` is false when the octets are no UTF-8 and the text only stands for them.
    """

    text: str | None
    compact: bool = True
    exact: bool = True


def unfold(segment: Segment | None, ledger: Ledger) -> Unfolded:
    """Return the pane text of `segment`: indented where only white space differs from it."""
    if segment is None:
        return Unfolded("")
    if segment.document is None:
        return _raw(segment.octets)
    if not segment.document.sound:
        return Unfolded(segment.document.text, compact=True)
    laid = ledger.ask(LayOut(segment.document.text))
    return Unfolded(laid.text, laid.compact) if isinstance(laid, Laid) else Unfolded(None)


def _raw(octets: bytes) -> Unfolded:
    try:
        return Unfolded(octets.decode("utf-8"))
    except UnicodeDecodeError:
        return Unfolded(octets.decode("utf-8", errors="backslashreplace"), exact=False)


def editable(token: Token) -> bool:
    """Return whether the claims of this kind of token can be changed in the panes."""
    return token.kind not in (Kind.JWE, Kind.JWE_JSON)
