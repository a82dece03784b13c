"""What a pane's text stands for, and what the holder of an SD-JWT shows."""

from dataclasses import replace

from jwtdesk.jose.jsontext import Document, compact, read
from jwtdesk.model.answer_values import PaneReading
from jwtdesk.model.forms import Form, encoded_text, written
from jwtdesk.model.questions import ReadPane


def pane_read(question: ReadPane) -> PaneReading:
    """Return what is in a pane and the segment it makes, or why it makes none."""
    if question.form is not Form.JSON:
        made = written(question.text, question.form)
        return PaneReading(Document(question.text, None, made.problem), made.encoded)
    document = read(question.text)
    if not document.sound:
        return PaneReading(document, None)
    text = compact(question.text) if question.compact else question.text
    made = encoded_text(text)
    if made.problem is None:
        return PaneReading(document, made.encoded)
    where = made.problem.span if text is question.text else None
    return PaneReading(Document(question.text, None, replace(made.problem, span=where)), None)
