"""Every reference that is shown leads to a public page."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.cause_reference import REFERENCES
from jwtdesk.analysis.hypothesis import hypotheses
from jwtdesk.analysis.reference import address_of
from jwtdesk.analysis.registered_name import Place, names
from jwtdesk.jose.algorithm import algorithms

CHECKOUT = Path(__file__).parents[2]
RFC = "https://www.rfc-editor.org/rfc/rfc"
OPENID = "https://openid.net/specs/"
WRITTEN = re.compile(
    r"(RFC \d+|draft-[a-z0-9-]+|OpenID Connect [\w -]+|OpenID Federation|JARM|FAPI[\w. ]+|SD-JWT VC"
    r"|Unicode TR \d+|FIPS [\d-]+)( section [\w.]+)?"
    r"|(Microsoft identity platform|Amazon Cognito|Google Identity|Firebase Authentication"
    r"|GitHub Actions|Kubernetes), .+"
)
"""How a reference is written in the code; titles and sentences are written otherwise."""

TITLES = {"OpenID Connect ID token", "OpenID Connect logout token"}


def in_the_code() -> Iterator[str]:
    """Return every text in lints and profiles that is written like a reference."""
    for folder in ("lints", "profiles"):
        for path in sorted((CHECKOUT / "jwtdesk" / "analysis" / folder).glob("*.py")):
            for one in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(one, ast.Constant) and WRITTEN.fullmatch(str(one.value)):
                    yield str(one.value)


def everywhere() -> list[str]:
    """Return every reference that the program can show."""
    found = {one.reference for place in Place for one in names(place).values()}
    found |= {one.reference for one in algorithms()}
    found |= set(REFERENCES.values())
    found |= set(in_the_code()) - TITLES
    for path in (CHECKOUT / "resources" / "registry").glob("*.toml"):
        tables = tomllib.loads(path.read_text("utf-8")).values()
        found |= {one for table in tables if isinstance(table, dict) for one in table.values()}
    return sorted(found)


@pytest.mark.parametrize("reference", everywhere())
def test_every_reference_leads_somewhere(reference: str) -> None:
    """It is an https address, and that of an RFC names number and section."""
    address = address_of(reference)

    assert address is not None
    assert re.fullmatch(r"https://[a-z0-9.-]+/[\w./#-]*", address)
    if found := re.fullmatch(r"RFC (\d+)(?: section (.+))?", reference):
        assert address == f"{RFC}{found[1]}" + (f"#section-{found[2]}" if found[2] else "")


def test_the_walk_finds_references() -> None:
    """The list above is not empty by mistake: lints, profiles, names and algorithms are in it."""
    found = set(everywhere())

    assert len(found) > 130
    assert {"RFC 8725 section 3.10", "RFC 9449 section 4.3", "RFC 9964", "Supabase"} <= found


def test_every_diagnosis_has_a_reference() -> None:
    """Each id that a hypothesis can give is told where to read on."""
    assert {name for one in hypotheses() for name in one.ids} == set(REFERENCES)


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("RFC 8725 section 3.1", f"{RFC}8725#section-3.1"),
        ("RFC 7515, section 7.1", f"{RFC}7515#section-7.1"),
        ("RFC 7515 appendix F", f"{RFC}7515#appendix-F"),
        ("RFC 8725", f"{RFC}8725"),
        (
            "OpenID Connect Core 1.0 section 2",
            f"{OPENID}openid-connect-core-1_0.html#rfc.section.2",
        ),
        ("OpenID Connect Core section 2", f"{OPENID}openid-connect-core-1_0.html#rfc.section.2"),
        ("OpenID Federation section 3.2", f"{OPENID}openid-federation-1_0.html#section-3.2"),
        ("FAPI 1.0 Advanced section 5.1", f"{OPENID}openid-financial-api-part-2-1_0.html"),
        (
            "draft-ietf-oauth-rfc7523bis section 4",
            "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc7523bis#section-4",
        ),
        (
            "Microsoft Entra, Okta",
            "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference",
        ),
        ("", None),
        ("RFC", None),
        ("RFC 123456", None),
        ("Acme Corporation", None),
        ("RFC 8725 section <b>", None),
        ("https://example.org/", None),
    ],
)
def test_an_address_names_page_and_section(reference: str, address: str | None) -> None:
    """What is known becomes the canonical page; what is not known has none."""
    assert address_of(reference) == address


@given(st.text())
def test_no_text_leads_astray(text: str) -> None:
    """Whatever is asked, the answer is none or a plain https address."""
    address = address_of(text)

    assert address is None or re.fullmatch(r"https://[a-z0-9.-]+/[\w./#-]*", address, re.ASCII)
