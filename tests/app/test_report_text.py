"""A report as a terminal shows it."""

import json
from dataclasses import replace

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.hypothesis import Confidence, Explanation
from jwtdesk.analysis.inspect import inspect
from jwtdesk.app.noted_json import noted
from jwtdesk.app.report_text import report_text
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.selective.hashes import digest_of
from tests.jose.encryption_keys import keys_of, sealed
from tests.made import SECRET, part, token
from tests.made_selective import kb_jwt, sd_jwt

NOW = 1_800_000_000


def shown(text: str, key: bytes | None = SECRET) -> str:
    """Return the text of the report on a token."""
    return report_text(inspect(text.encode(), key, now=NOW))


def test_a_payload_that_is_no_text_is_shown_in_hex() -> None:
    """Its first octets, and how many there are."""
    assert "Payload (2 bytes, not text)\n  ff 00" in shown(token(b"\xff\x00"))
    assert "00 …" in shown(token(b"\xff" + b"\x00" * 99))


def test_an_encrypted_token_has_no_payload_to_show() -> None:
    """Only its header."""
    head = part('{"alg":"dir","enc":"A128GCM"}')
    text = shown(f"{head}..{'A' * 16}..{'A' * 22}", None)
    assert text.startswith("? Encrypted: without the key only the header can be read")
    assert "Payload" not in text


def test_a_decrypted_token_shows_its_payload() -> None:
    """With the times told, as of a signed one, and with who can have sent it."""
    secret = b"k" * 16
    text = shown(sealed('{"alg":"dir","enc":"A128GCM"}', b'{"exp":1}', keys_of(secret)), secret)
    assert text.startswith("✗ Decrypted, but the token expired")
    assert "Only someone who has the same secret could have encrypted this." in text
    assert "Payload (9 bytes)" in text
    assert "\n  Encryption  ✓ Decrypted" in text


def test_what_is_no_token_is_one_sentence_and_its_lamps() -> None:
    """Nothing else is known of it."""
    text = shown("hello", None)
    assert text.startswith("✗ This is not a token")
    assert "Header" not in text


def test_every_signature_has_its_line() -> None:
    """Numbered below the four lamps."""
    head, body, mac = token().split(".")
    one = {"protected": head, "signature": mac}
    two = {"protected": head, "signature": "AA"}
    lines = shown(json.dumps({"payload": body, "signatures": [one, two]})).splitlines()
    assert any("1 of 2 signatures verified." in line for line in lines)
    assert any(line.startswith("    1") and "✓ Verified" in line for line in lines)
    assert any(line.startswith("    2") and "✗ Wrong" in line for line in lines)


def test_a_flattened_token_needs_no_numbers() -> None:
    """It has one signature."""
    head, body, mac = token().split(".")
    text = shown(json.dumps({"payload": body, "protected": head, "signature": mac}))
    assert "    1" not in text


def test_disclosures_and_key_binding_have_their_lines() -> None:
    """Names, digests, and what is wrong with them."""
    named, entry, odd = (part(one) for one in ('["s","name","Ada"]', '["s",7]', "{}"))
    digest = digest_of(named, "sha-256")
    issued = token(f'{{"_sd":["{digest}","kept back"]}}')
    text = shown(f"{issued}~{named}~{entry}~{odd}~{token()}")
    assert f'\n3 disclosures\n  ✓ name: "Ada"\n    at $.name, digest {digest}\n' in text
    assert "\n  ✗ (list entry): 7\n    Nothing refers to it: " in text
    assert "It is JSON, but not a list of a salt" in text
    assert "\n  1 digest has no disclosure: " in text
    assert "  Key binding  ✗ Wrong type" in text
    assert '\nPayload with what is disclosed\n  {\n    "name": "Ada"' in text


def test_a_key_binding_that_nobody_can_check_is_not_ticked_off() -> None:
    """The headline says so, and its mark does."""
    text = sd_jwt({"cnf": {"kid": "elsewhere"}})
    headline, *lines = shown(text + kb_jwt(text)).splitlines()
    assert headline == "? Signature verified, but its key binding cannot be checked"
    assert "only referred to in “cnf”" in lines[0]


def test_an_sd_jwt_may_disclose_nothing() -> None:
    """That is said, too."""
    assert "\nNo disclosures" in shown(f"{token()}~")


def test_the_key_s_name_is_shown() -> None:
    """With what it is and its thumbprint."""
    key = json.dumps({"kty": "oct", "kid": "main", "k": part(SECRET)}).encode()
    assert "\n  kid main\n" in shown(token(), key)


def test_findings_and_explanations_are_listed() -> None:
    """Each with its id, so that it can be looked up."""
    report = inspect(f"{token()} {token()}".encode(), SECRET, now=NOW)
    finding = Finding("alg-none", Severity.ERROR, "It is unsigned.", "Anyone can.", "RFC 8725", "")
    bare = replace(finding, id="no-exp", severity=Severity.INFO, detail="")
    why = Explanation("wrong-key", "The key is another.", "Seen.", Confidence.PROVEN)
    text = report_text(replace(report, findings=(finding, bare), diagnosis=(why,)))
    assert "Findings\n  ✗ It is unsigned.  [alg-none, RFC 8725]\n    Anyone can.\n  i It" in text
    assert "  • The key is another.  [wrong-key, proven]\n    Seen." in text
    assert text.endswith("1 more token was found in the same text.")


def test_a_huge_payload_is_shown_without_notes() -> None:
    """Looking for the place of each claim would take longer than it is worth."""
    text = '{"exp":1,"a":"' + "x" * 200_000 + '"}'
    claims = inspect(token('{"exp":1}').encode(), now=NOW).claims
    assert "expired" not in noted(text, claims)
    assert "expired" in noted('{"exp":1}', claims)
    assert noted("", claims) == "  "
