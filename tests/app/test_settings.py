"""Preferences on disk come back as they were; what is unusable is as at first."""

from collections.abc import Iterator

import pytest

from jwtdesk.app.settings import load, save, store
from jwtdesk.ui.preferences import DARK, Preferences


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    before = load()
    store().clear()
    yield
    store().clear()
    save(before)


def test_everything_comes_back() -> None:
    """Looks, sizes, what is switched off and what is folded are found again."""
    kept = Preferences(
        DARK,
        1.5,
        local_time=True,
        fetching=False,
        geometry=b"\x00g",
        splitters=(("a", b"1"), ("b", b"2")),
        hidden=("findings", "rules"),
        folded=(("findings", False), ("rules", True)),
    )
    save(kept)

    assert load() == kept


def test_nothing_else_is_written() -> None:
    """The names of what is on disk are those of the preferences, and no more."""
    save(Preferences(splitters=(("a", b"1"),), folded=(("rules", True),)))

    assert set(store().allKeys()) == {
        *("theme", "scale", "local_time", "fetching", "geometry", "hidden"),
        *("splitters/a", "folded/rules"),
    }


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("scale", "large"), ("folded/rules", "perhaps")]
)
def test_what_is_unusable_is_as_at_first(name: str, value: str) -> None:
    """A spoilt entry spoils neither itself nor the others."""
    store().setValue(name, value)
    found = load()

    assert (found.theme, found.scale) == (Preferences().theme, Preferences().scale)
    assert found.folded in ((), (("rules", False),))
