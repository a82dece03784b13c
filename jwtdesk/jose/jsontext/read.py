"""A JSON text read to values with exact numbers, fast when it is sound, exact when it is not."""

from jwtdesk.jose.jsontext.document import Document
from jwtdesk.jose.jsontext.duplicates import duplicates
from jwtdesk.jose.jsontext.fast import fast_value
from jwtdesk.jose.jsontext.value import value_of
from jwtdesk.jose.jsontext.walk import walk


def read(text: str, depth: int = 200) -> Document:
    """Read `text` as one JSON value of at most `depth` levels (RFC 8259), numbers as written.

    Of a text that is not sound, the first fault is the document's `problem`, with its place.
    Duplicate members are told for sound texts only.
    """
    fast = fast_value(text, depth)
    if fast is not None:
        repeated = duplicates(text) if fast.repeated else ()
        return Document(text, fast.value, None, repeated)
    stop = walk(text, depth)
    if stop is not None:
        # Imported here because most texts are sound, and its patterns take their time to compile.
        from jwtdesk.jose.jsontext.explain import explain

        return Document(text, None, explain(text, stop))
    return Document(text, value_of(text, depth), None, duplicates(text))
