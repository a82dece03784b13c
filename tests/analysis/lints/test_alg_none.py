"""Unsigned tokens, by name or in disguise."""

import pytest

from jwtdesk.jose.problem import Span
from tests.analysis.lints.reviewed import ERROR, PAYLOAD, of, review, severity
from tests.made import part


def unsigned(alg: str) -> str:
    """Return a token without a signature."""
    return f"{part(alg)}.{part(PAYLOAD)}."


def test_none_is_an_error_where_it_stands() -> None:
    """The finding points at the member in the header."""
    (found,) = of("alg-none", review(unsigned('{"typ":"JWT","alg":"none"}')))

    assert found.severity is ERROR
    assert found.where == "header.alg"
    assert found.span == Span(13, 25)


@pytest.mark.parametrize(
    "name", ["None", "NONE", "nOnE", " none", "none\\u0000", "\uff4e\uff4f\uff4e\uff45", "no-ne"]
)
def test_disguises_of_none(name: str) -> None:
    """Other cases, blanks, and wide letters are still none."""
    found = review(unsigned(f'{{"alg":"{name}"}}'))

    assert severity("alg-none-variant", found) is ERROR
    assert not of("alg-none", found)


@pytest.mark.parametrize("name", ["nonesuch", "HS256", "", "no", "nonone"])
def test_other_names_are_no_disguise(name: str) -> None:
    """A name that only contains the word is another name."""
    found = review(unsigned(f'{{"alg":"{name}"}}'))

    assert not of("alg-none-variant", found)
    assert not of("alg-none", found)


@pytest.mark.parametrize("header", ['{"alg":7}', '{"alg":null}', "{}", "[]", '"none"'])
def test_a_header_without_a_name(header: str) -> None:
    """What is no text names no algorithm."""
    found = review(unsigned(header))

    assert not of("alg-none-variant", found)
