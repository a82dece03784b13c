"""What an SD-JWT discloses is looked at like any claim, and found by its path."""

import pytest

from jwtdesk.analysis.disclosed_texts import disclosed_texts
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.read_token import read_token
from tests.made import part, token
from tests.made_selective import digest, disclosed, entry, holding, sd_jwt

NOW = 1_795_400_030
EMAIL = disclosed("email", "ada@example.com")
SECRET_VALUE = disclosed("password", "hunter2")
LARGE = part('["salt","n",12345678901234567890]')


def found(text: str) -> dict[str, tuple[str, object]]:
    """Return the findings on a token: their ids, each with its place."""
    report = inspect(text.encode(), now=NOW, rules=Rules())
    return {one.id: (one.where, one.span) for one in report.findings}


@pytest.mark.parametrize(
    ("hidden", "finding", "where"),
    [
        (EMAIL, "personal-data", "payload.of.email"),
        (SECRET_VALUE, "sensitive-value", "payload.of.password"),
        (LARGE, "number-precision", "payload.of.n"),
    ],
)
def test_a_disclosed_claim_is_found_by_its_path(hidden: str, finding: str, where: str) -> None:
    """It stands in no pane, so it has no place in one."""
    assert finding not in found(sd_jwt({"of": holding(hidden)}))
    assert found(sd_jwt({"of": holding(hidden)}, hidden))[finding] == (where, None)


def test_an_entry_of_a_list_is_looked_at_too() -> None:
    """Its path has its number."""
    hidden = part('["salt",{"n":12345678901234567890}]')
    text = sd_jwt({"l": [1, entry(hidden)]}, hidden)
    assert found(text)["number-precision"] == ("payload.l[1].n", None)


def test_a_disclosed_expiry_is_one() -> None:
    """The processed payload is what is judged."""
    expiry = disclosed("exp", NOW - 1)
    shown, kept = sd_jwt(holding(expiry), expiry), sd_jwt(holding(expiry))
    assert inspect(shown.encode(), now=NOW).verdict.time.code == "expired"
    assert "no-exp" in found(kept)
    assert "no-exp" not in found(shown)


def test_only_what_has_its_place_is_looked_at() -> None:
    """Whatever nothing refers to says nothing; nor does an ordinary token."""
    assert not list(disclosed_texts(read_token(sd_jwt({}, LARGE))))
    assert not list(disclosed_texts(read_token(token())))
    text = sd_jwt({"_sd": [digest(EMAIL)]}, EMAIL)
    ((where, document),) = disclosed_texts(read_token(text))
    assert (where, document.value) == ("payload", {"email": "ada@example.com"})
