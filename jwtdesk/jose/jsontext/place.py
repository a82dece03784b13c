"""Where an offset stands, as people count: in lines and columns."""

from jwtdesk.jose.words import tr


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of `offset` in `text`, both from 1, in code points.

    CR, LF and CRLF each end one line. An offset outside the text counts as its nearest end.
    """
    offset = min(max(offset, 0), len(text))
    ends = text.count("\n", 0, offset)
    if text.find("\r", 0, offset) >= 0:
        ends += text.count("\r", 0, offset) - text.count("\r\n", 0, min(offset + 1, len(text)))
    inside_crlf = text[offset - 1 : offset + 1] == "\r\n"
    last = offset - 1 if inside_crlf else offset
    start = max(text.rfind("\n", 0, last), text.rfind("\r", 0, last)) + 1
    return ends + 1, offset - start + 1


def placed(text: str, offset: int, sentence: str) -> str:
    """Return `sentence` with the line and column of `offset` before it."""
    line, column = line_column(text, offset)
    return tr(
        "Line {line}, column {column}: {sentence}",
        line=f"{line:,}",
        column=f"{column:,}",
        sentence=sentence,
    )


def spot(text: str, offset: int) -> str:
    """Return the line and column of `offset`, to be named within a sentence."""
    line, column = line_column(text, offset)
    return tr("line {line}, column {column}", line=f"{line:,}", column=f"{column:,}")
