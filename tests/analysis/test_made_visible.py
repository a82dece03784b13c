"""Whatever hides in a text, or passes for something else, is named where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.made_visible import made_visible, unhidden


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("\ufeffa", "⟨U+FEFF⟩a"),
        ("a\x00\x1b", "a⟨U+0000⟩⟨U+001B⟩"),
        ("a\ud800", "a⟨U+D800⟩"),
        ("a\u00a0b", "a⟨U+00A0⟩b"),
        ("\u3164", "⟨U+3164⟩"),
        ("a\nb\tc d", "a↵b→c d"),
        ("\u0430dmin", "\u0430⟨U+0430⟩dmin"),
        ("Ναί Иван", "Ναί Иван"),
        ("żółć 名前 😀", "żółć 名前 😀"),
    ],
)
def test_what_cannot_be_told_is_named(text: str, shown: str) -> None:
    """Hidden characters become their number; look-alikes among Latin letters get theirs beside."""
    assert made_visible(text) == shown


def test_lines_may_stay_lines() -> None:
    """A tooltip keeps its lines and spaces, and loses only what hides."""
    assert unhidden("plain") == "plain"
    assert unhidden("a\u00a0b\n\u202ec\u0430") == "a\u00a0b\n⟨U+202E⟩c\u0430"


@given(st.text())
def test_nothing_hides_any_more(text: str) -> None:
    """Whatever came in, what comes out has no control, format or surrogate character."""
    kinds = {unicodedata.category(one) for one in made_visible(text)}

    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
