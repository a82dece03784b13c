"""The JSON test suite of others: what must be read, what must be refused, what may be either."""

from collections.abc import Iterator

import pytest

from jwtdesk.jose.jsontext import brackets, compact, members, pretty, read
from tests.jose.jsontext.texts import lexemes
from tests.vectors.locate import vectors


def texts(kind: str) -> Iterator[tuple[str, str]]:
    """Return name and text of each file of a kind that is UTF-8; other files are no text at all."""
    found = sorted((vectors("jsontestsuite") / "test_parsing").glob(f"{kind}_*.json"))
    assert found
    for file in found:
        try:
            yield file.name, file.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue


def test_what_must_be_read_is_read_and_laid_out_without_loss() -> None:
    """Each y_ text is sound, and pretty and compact keep its lexemes."""
    for name, text in texts("y"):
        assert read(text).sound, name
        assert lexemes(pretty(text)) == lexemes(text), name
        assert compact(pretty(text)) == compact(text) == "".join(lexemes(text)), name


def test_what_must_be_refused_is_refused_with_a_place() -> None:
    """Each n_ text has a problem with a code of its own and a place within the text."""
    for name, text in texts("n"):
        problem = read(text).problem
        assert problem is not None, name
        assert problem.span is not None, name
        assert 0 <= problem.span.start <= problem.span.end <= len(text), name


@pytest.mark.parametrize("kind", ["y", "n", "i"])
def test_nothing_raises(kind: str) -> None:
    """Every function answers for every text, the undecided ones too."""
    for _, text in texts(kind):
        read(text)
        members(text)
        brackets(text)
        assert pretty(pretty(text)) == pretty(text)
