"""Hostile tokens of every kind: each gets a report that names the limit, and work is bounded."""

import json
import tracemalloc
from functools import reduce

import pytest

from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.report import Report
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.selective.reading import MOST
from tests.vectors.hostile_kinds import (
    KEY,
    bomb,
    bomb_in_bombs,
    crowd_json,
    deflated,
    disclosures,
    encrypted,
    in_claim,
    inner_tokens,
    nest,
    password,
    passwords,
    recipients,
    recursive,
    signatures,
    signed,
    true_certificates,
)

NOW = 1_795_400_100
MOST_MEMORY = 200_000_000
"""How many octets a report may hold while it is made; the whole program has 400 million."""


def report(text: str) -> Report:
    """Return the report on a text, which `json.dumps` takes as it is."""
    found = inspect(text.encode(), KEY, now=NOW)
    assert json.loads(json.dumps(found.as_json()))["schema"] == 1
    return found


def said(found: Report) -> str:
    """Return everything that a report says in sentences."""
    lamps = (found.verdict.structure, found.verdict.signature, found.verdict.policy)
    problems = [one.message for one in found.token.problems]
    return " ".join([*(one.text for one in lamps), *problems, *(f.detail for f in found.findings)])


def depth(found: Report) -> int:
    """Return how many reports stand inside each other."""
    count = 0
    inner: Report | None = found
    while inner is not None:
        count, inner = count + 1, inner.nested
    return count


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (encrypted(bomb(600), {"zip": "DEF"}), "grows beyond 8 MiB"),
        (signed(bomb(600), zip="DEF"), "grows beyond 8 MiB"),
        (encrypted(deflated(b"x" * 9_000)[:-3], {"zip": "DEF"}), "cut off"),
        (signed(deflated(b'{"a":"' + b"x" * 9_000)[:-3], zip="DEF"), "cut off"),
        (password("1000000000"), "1,000,000,000 iterations"),
        (password("1000000000000000000"), "beyond what can be computed"),
        (password("1e9"), "must be a whole number above 0"),
        (password("1000000000.0"), "must be a whole number above 0"),
        (password("-5"), "must be a whole number above 0"),
        (recipients(2_000, {"alg": "A256KW"}), "Of 2,000 entries the first 32 are read"),
        (signatures(2_000), "Of 2,000 entries the first 100 are read"),
        (passwords(32, 1_000_000), "are not computed unasked"),
        (disclosures(6_000), f"6,000 disclosures, of which the first {MOST:,} are read"),
        (recursive(1_000), "lies deeper than 200 levels"),
        (in_claim(signed("x" * 1_200_000)), "more than 1,000,000 characters and is not opened"),
        (true_certificates(60, 2_000), "40 certificates were not looked at"),
    ],
    ids=lambda value: value[:24],
)
def test_each_limit_is_named(text: str, sentence: str) -> None:
    """Whatever is not done is said, with the number that bounds it."""
    assert sentence in said(report(text))


@pytest.mark.parametrize(
    "build",
    [
        lambda: encrypted(bomb(4_000), {"zip": "DEF"}),
        lambda: signed(bomb(4_000), zip="DEF"),
        lambda: bomb_in_bombs(8),
        lambda: recipients(20_000, {"alg": "A256KW"}),
        lambda: nest(in_claim, 500, 1_000_000),
    ],
)
def test_little_is_held_while_a_report_is_made(build: object) -> None:
    """Four gigabytes in four megabytes never come into being."""
    assert callable(build)
    text = build().encode()
    tracemalloc.start()
    inspect(text, KEY, now=NOW)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < MOST_MEMORY


def test_nests_are_followed_to_the_limit_and_said() -> None:
    """Five hundred layers: ten are opened, and the last one says that it holds another."""
    found = report(nest(lambda one: encrypted(deflated(one.encode()), {"zip": "DEF"}), 500))
    assert 1 < depth(found) <= 11
    while found.nested is not None:
        found = found.nested
    assert "deep-nesting" in {one.id for one in found.findings}


def _around(inner: str, _: int) -> str:
    return encrypted(deflated(inner.encode()), {"zip": "DEF"})


def test_a_bomb_inside_is_told_at_its_own_layer() -> None:
    """The layers around it are sound; the innermost cannot be unpacked."""
    text = reduce(_around, range(3), encrypted(bomb(100), {"zip": "DEF"}))
    keys = {"keys": [{"kty": "oct", "k": encode(KEY)}]}  # of a set the answer counts inside, too
    found = inspect(text.encode(), json.dumps(keys).encode(), now=NOW)
    while found.nested is not None:
        assert found.verdict.signature.code == "decrypted"
        found = found.nested
    assert "grows beyond 8 MiB" in found.verdict.signature.text


def test_many_tokens_in_claims_are_one_report() -> None:
    """The first of two thousand is followed; the others cost a search."""
    assert depth(report(inner_tokens(2_000))) == 2


def test_too_many_members_are_refused_by_their_number() -> None:
    """Hundreds of thousands of members around a payload are no token anybody made."""
    found = report(crowd_json(5_500_000))
    assert found.verdict.structure.code == "too-large"
    assert "more than 100,000 members" in found.verdict.headline
