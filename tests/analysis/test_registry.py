"""Every registered claim is described, and so are those of the big services."""

import re
import tomllib
from pathlib import Path

import pytest

from jwtdesk.analysis.claims import meaning
from jwtdesk.analysis.registered_name import Place, names
from jwtdesk.jose.algorithm import algorithm, algorithms

RESOURCE = Path(__file__).parents[2] / "resources" / "registry" / "jwt-claims.toml"
REGISTRY = tomllib.loads(RESOURCE.read_text("utf-8"))


def test_the_copy_is_dated() -> None:
    """Whoever reads the copy can tell how old it is."""
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", REGISTRY["compiled"])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", REGISTRY["as_of"])
    assert len(REGISTRY["claims"]) == 163


@pytest.mark.parametrize("name", REGISTRY["claims"])
def test_a_registered_claim_is_described(name: str) -> None:
    """It has a meaning in plain words and the reference of the registry."""
    known = names(Place.CLAIM)[name]

    assert meaning(name)
    assert not known.meaning.endswith(".")
    assert known.reference == REGISTRY["claims"][name]


@pytest.mark.parametrize(
    ("service", "name"),
    [
        ("Auth0", "org_id"),
        ("Microsoft Entra", "idtyp"),
        ("Amazon Cognito", "cognito:roles"),
        ("Keycloak", "realm_access"),
        ("Google", "hd"),
        ("Firebase", "firebase"),
        ("Okta", "cid"),
        ("Apple", "is_private_email"),
        ("Kubernetes", "kubernetes.io"),
        ("GitHub Actions", "run_id"),
        ("Supabase", "app_metadata"),
    ],
)
def test_the_services_own_claims_are_known(service: str, name: str) -> None:
    """A private claim names the service that adds it."""
    assert service in names(Place.CLAIM)[name].reference


def test_no_name_is_described_twice_in_vain() -> None:
    """Of two descriptions only the first counts, so a second one is a mistake."""
    from jwtdesk.jose.discover import registered

    found = [(one.place, one.name) for one in registered("jwtdesk.analysis.names", "NAMES")]  # type: ignore[attr-defined]  # each is a Name

    assert len(found) == len(set(found))


JOSE = tomllib.loads(RESOURCE.with_name("jose.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", JOSE["header"])
def test_a_registered_header_parameter_is_described(name: str) -> None:
    """It has a meaning in plain words and the reference of the registry."""
    known = names(Place.HEADER)[name]

    assert known.meaning
    assert known.reference == JOSE["header"][name]


@pytest.mark.parametrize("name", JOSE["algorithms"])
def test_a_registered_algorithm_is_known(name: str) -> None:
    """Whatever signs by the registry signs here, with the registry's reference."""
    known = algorithm(name)

    assert known is not None
    assert known.reference == JOSE["algorithms"][name]


def test_no_other_algorithm_is_known() -> None:
    """Nothing is offered under a name that is not registered."""
    assert {one.name for one in algorithms()} == set(JOSE["algorithms"])
