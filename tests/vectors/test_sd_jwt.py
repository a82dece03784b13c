"""SD-JWTs of the specifications are accepted, and each broken one refused for its own reason."""

import json
from typing import Any

import pytest

from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.base64url import decode
from jwtdesk.jose.conceal import Concealed, conceal
from jwtdesk.jose.present import present
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.reveal import reveal
from tests.vectors.locate import vectors

NOW = 1_800_000_000
REASONS = {
    "disclosure value edited": {"disclosure-unreferenced", "kb-sd-hash"},
    "extra unreferenced disclosure": {"disclosure-unreferenced", "kb-sd-hash"},
    "reserved claim name _sd": {"disclosure-name-reserved", "kb-sd-hash"},
    "disclosure not an array": {"disclosure-not-list", "kb-sd-hash"},
    "disclosure with 4 elements": {"disclosure-wrong-length", "kb-sd-hash"},
    "disclosure not base64": {"disclosure-not-base64url", "kb-sd-hash"},
    "missing trailing tilde / no KB": {"sd-jwt-unfinished", "kb-missing"},
    "disclosure dropped after KB": {"kb-sd-hash"},
    "issuer signature flipped": {"mismatch", "kb-sd-hash"},
    "KB signature flipped": {"kb-signature"},
    "KB from issuer-jwt (typ missing)": {"kb-typ"},
    "empty disclosures ~~~": {"disclosure-empty", "kb-missing"},
    "unreferenced disclosure": {"disclosure-unreferenced"},
    "child disclosed without its parent": {"disclosure-unreferenced"},
    "same digest twice in one _sd": {"digest-repeated"},
    "same digest in two places": {"digest-repeated"},
    "claim name collides": {"disclosure-name-taken"},
    "_sd_alg unknown": {"sd-alg-unknown"},
    "_sd_alg not a string": {"sd-alg-not-text"},
    "... beside another member": {"dots-not-alone"},
    "object disclosure used as array element": {"disclosure-form"},
    "disclosed claim name '_sd'": {"disclosure-name-reserved"},
    "claim name is a number": {"disclosure-name-not-text"},
    "no trailing tilde": {"sd-jwt-unfinished"},
    "padded base64 disclosure, digest over padded text": {"disclosure-not-base64url"},
    "300 nested disclosures": {"disclosure-too-deep"},
    "kb typ JWT": {"kb-typ"},
    "kb wrong aud": {"kb-aud"},
    "kb sd_hash of other token": {"kb-sd-hash"},
    "kb signed by issuer": {"kb-signature"},
}


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file."""
    found: list[dict[str, Any]] = json.loads(
        (vectors("sd-jwt") / f"{name}.json").read_text("utf-8")
    )
    return found


def judged(case: dict[str, Any], text: object, *, bound: bool = True) -> Report:
    """Inspect one text of a case."""
    keys = json.dumps({"keys": case["issuer_public_jwks"]}).encode()
    rules = Rules(kb_aud=case.get("kb_aud"), kb_nonce=case.get("kb_nonce")) if bound else Rules()
    encoded = text if isinstance(text, str) else json.dumps(text)
    return inspect(encoded.encode(), keys, now=NOW, rules=rules)


def bad(report: Report) -> set[str]:
    """Return the codes of the lamps that are bad."""
    verdict = report.verdict
    lamps = [verdict.structure, verdict.signature, verdict.time, verdict.policy]
    lamps += [report.key_binding] if report.key_binding else []
    return {one.code for one in lamps if one.state is State.BAD}


def test_every_valid_one_is_accepted_in_every_form() -> None:
    """With the payload that its verifier must see, and a certain key binding where there is one."""
    for case in cases("generated_valid"):
        for form in (one for one in case if one.startswith(("presentation", "issuance"))):
            shown = form.startswith("presentation")
            report = judged(case, case[form], bound=shown)
            assert bad(report) == set(), (case["name"], form)
            assert report.verdict.structure.code == "well-formed"
            assert not any(one.problem for one in report.disclosures)
            if shown:
                assert report.as_json()["payload"] == case["verified_claims"], case["name"]
                assert json.loads(reveal(report.token)) == case["verified_claims"]
                lamp = report.key_binding
                assert (lamp.code if lamp else None) == ("bound" if case["key_binding"] else None)


def test_the_presentation_is_made_of_the_issuance() -> None:
    """Choosing what it shows gives the same pieces, character for character, in the first order."""
    for case in cases("generated_valid"):
        shown = read_token(case["presentation"])
        assert shown.selective is not None
        made = present(
            read_token(case["issuance"]),
            frozenset(one.digest for one in shown.selective.disclosures),
        )
        wanted = case["presentation"][: case["presentation"].rindex("~") + 1]
        assert sorted(made.split("~")) == sorted(wanted.split("~")), case["name"]


def test_revealed_claims_can_be_concealed_again() -> None:
    """With the same salts the same disclosures come out where the spelling is ours too."""
    for case in cases("generated_valid"):
        found = read_token(case["issuance"])
        assert found.selective is not None
        rows = found.selective.disclosures
        paths = {one.path for one in rows if one.path is not None}
        made = conceal(reveal(found), frozenset(paths), [f"s{at}" for at in range(len(paths))])
        assert isinstance(made, Concealed)
        assert len(made.disclosures) == len(rows)
        again = [json.loads(decode(one).octets)[1:] for one in made.disclosures]
        flat = [
            one for one in again if "_sd" not in json.dumps(one) and "..." not in json.dumps(one)
        ]
        before = [json.loads(decode(one.encoded).octets)[1:] for one in rows]
        assert all(one in before for one in flat), case["name"]


@pytest.mark.parametrize("name", ["generated_invalid", "generated_isolated"])
def test_every_broken_one_is_refused_for_its_reason(name: str) -> None:
    """No other lamp is bad."""
    for case in cases(name):
        report = judged(case, case["presentation"])
        expected = set() if case["expect"] == "valid" else REASONS[case["name"]]
        assert bad(report) == expected, case["name"]
