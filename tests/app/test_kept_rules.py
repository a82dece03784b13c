"""Rules on disk: what is kept, what never is, and what is unusable."""

from collections.abc import Iterator

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.app.kept_rules import GROUP, KeptRules
from jwtdesk.app.settings import store
from jwtdesk.model.token_rules import lasting

ISSUER = "https://id.acme.example/a?b=c, d"
WHOLE = Rules(7, ("ES256",), ("i, j",), ("a", "b"), ("exp",), "ada", "JWT", "n", "v", "k", 60, 90)


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    yield
    kept = store()
    kept.remove(GROUP)
    kept.sync()


def test_rules_come_back_for_their_issuer() -> None:
    """What was kept is found again, by this issuer and no other, until it is forgotten."""
    shelf = KeptRules()
    shelf.keep(ISSUER, WHOLE)

    assert shelf.find(ISSUER) == lasting(WHOLE)
    assert shelf.find("https://id.acme.example") is None
    shelf.forget(ISSUER)
    assert shelf.find(ISSUER) is None


def test_nothing_of_a_token_is_on_disk() -> None:
    """Neither subject nor nonce is written, and no field that says nothing."""
    KeptRules().keep(ISSUER, WHOLE)
    written = [str(store().value(key)) for key in store().allKeys() if key.startswith(GROUP)]

    assert len(written) == 1
    assert not any(word in written[0] for word in ("ada", "subject", "nonce"))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("no json", None),
        ("[1]", None),
        ("[" * 100_000, None),
        ("{}", Rules()),
        ('{"leeway": true, "issuers": "i", "type": 5, "max_age": -1}', Rules()),
        ('{"leeway": 60, "issuers": ["i", 7]}', Rules(leeway=60, issuers=("i",))),
    ],
)
def test_what_is_unusable_is_as_if_absent(written: str, found: Rules | None) -> None:
    """A settings file that somebody else has edited does no harm."""
    store().setValue(f"{GROUP}/x", written)

    assert KeptRules().find("x") == found
