"""What a pane's text stands for, and what the holder of an SD-JWT shows."""

from dataclasses import replace

from jwtdesk.jose.bind import bind
from jwtdesk.jose.jsontext import Document, compact, read
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.present import present
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import PaneReading, Presentation
from jwtdesk.model.forms import Form, encoded_text, written
from jwtdesk.model.questions import Present, ReadPane


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


def presented(question: Present) -> Presentation | Problem:
    """Return the presentation, bound to its holder where a key of theirs can sign."""
    text = present(question.token, question.chosen)
    keys = read_key(question.given) if question.given.octets else question.keys
    if keys is None:
        return Presentation(text)
    if isinstance(keys, Unreadable):
        return keys.problem
    first: Problem | None = None
    for key in keys.members:
        made = bind(text, key, aud=question.aud, nonce=question.nonce, iat=question.iat)
        if isinstance(made, str):
            return Presentation(made, keys)
        first = first or made
    return first or Problem("no-signing-key", tr("The key set is empty: nothing can sign."))
