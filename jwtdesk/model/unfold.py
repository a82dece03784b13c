"""What does the token say? The half of the loop that checks: token text to pane texts."""

from dataclasses import dataclass, replace

from jwtdesk.jose.problem import Span
from jwtdesk.jose.segment import payload_reading, read_segment
from jwtdesk.jose.token import Segment, Token
from jwtdesk.model.answer_values import Laid
from jwtdesk.model.forms import Form, fitting_form
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import LayOut, LayOutBytes


@dataclass(frozen=True, slots=True)
class Unfolded:
    """One segment as its pane shows it.

    `text` is None while its layout is awaited. `compact` says whether the segment had no white
    space to keep. `exact` is false when the octets are no UTF-8 and the text only stands for them.
    `form` is how the text stands for the octets.
    """

    text: str | None
    compact: bool = True
    exact: bool = True
    form: Form = Form.JSON


def header_of(token: Token, entry: int) -> Segment | None:
    """Return the protected header of signature `entry`, the first one where there are fewer."""
    if not 0 < entry < len(token.signatures):
        return token.header
    protected = token.signatures[entry].protected
    return replace(read_segment(protected, 0), span=Span(0, 0)) if protected else None


def payload_of(token: Token) -> Segment | None:
    """Return the payload as its pane shows it: inflated, decrypted, or from beside the token."""
    octets, own = token.payload_octets, token.payload
    if octets is None or (own is not None and own.octets == octets):
        return own
    where = own.span if own else Span(0, 0)
    return Segment("", where, octets, (), payload_reading(octets))


def unfold(segment: Segment | None, ledger: Ledger) -> Unfolded:
    """Return the pane text of a header: indented where only white space differs from it."""
    if segment is None:
        return Unfolded("")
    if segment.document is None:
        return Unfolded(segment.octets.decode("utf-8", errors="backslashreplace"), exact=False)
    return _laid_out(segment, ledger)


def unfold_payload(segment: Segment | None, chosen: Form | None, ledger: Ledger) -> Unfolded:
    """Return the pane text of a payload, in a form that shows all of its octets."""
    if segment is None:
        return Unfolded("")
    form = fitting_form(segment.octets, segment.document, chosen)
    if form is Form.HEX:
        laid = ledger.ask(LayOutBytes(segment.octets))
        return Unfolded(laid.text if isinstance(laid, Laid) else None, form=form)
    if form is Form.TEXT and segment.document is not None:
        # The very text that was read, so that whoever compares it later does so by identity.
        return Unfolded(segment.document.text, form=form)
    return _laid_out(segment, ledger)


def _laid_out(segment: Segment, ledger: Ledger) -> Unfolded:
    document = segment.document
    if document is None or not document.sound:
        return Unfolded(document.text if document else "")
    laid = ledger.ask(LayOut(document.text))
    return Unfolded(laid.text, laid.compact) if isinstance(laid, Laid) else Unfolded(None)
