"""The library call: octets in, a report out, never an exception."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.inspect import inspect, inspect_all
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.not_a_token import LIMIT
from tests.made import SECRET, part, token

NOW = 1_800_000_000
MEMBERS = [
    "schema", "kind", "more", "header", "payload", "payload_text", "structure", "signature",
    "time", "policy", "headline", "signatures", "key", "claims", "findings", "diagnosis",
    "disclosures", "key_binding", "nested", "certificates", "profile",
]  # fmt: skip
LAMPS = ("structure", "signature", "time", "policy")
HEADER = part('{"alg":"HS256"}')


def dumped(report: Report) -> dict[str, object]:
    """Return the JSON of a report as a reader gets it, after checking its shape."""
    found = json.loads(json.dumps(report.as_json()))
    assert list(found) == MEMBERS
    for name in LAMPS:
        assert list(found[name]) == ["state", "code", "text"]
        assert found[name]["state"] in {"ok", "bad", "warn", "unknown"}
    return dict(found)


def test_a_good_token_gives_a_whole_report() -> None:
    """Every member of the schema, with what it promises."""
    found = dumped(inspect(token('{"sub":"ada"}').encode(), SECRET, now=NOW))
    assert found["schema"] == 1
    assert (found["kind"], found["more"], found["nested"]) == ("jws", 0, None)
    assert (found["header"], found["payload"]) == ({"alg": "HS256"}, {"sub": "ada"})
    assert found["payload_text"] == '{"sub":"ada"}'
    assert found["signature"] == {
        "state": "ok",
        "code": "verified",
        "text": "The signature is right: this key made it.",
    }
    assert found["claims"] == [
        {
            "name": "sub",
            "value": "ada",
            "meaning": "Whom or what the token is about",
            "text": "“ada”",
        }
    ]
    key = found["key"]
    assert isinstance(key, dict)
    assert list(key) == ["type", "size", "curve", "kid", "thumbprint", "private"]
    assert (key["type"], key["size"]) == ("oct", len(SECRET) * 8)


def test_the_first_of_several_tokens_is_reported() -> None:
    """The others are counted; `inspect_all` reports each."""
    text = f"a {token()} b {token(secret=b'x')}".encode()
    assert inspect(text, now=NOW).more == 1
    reports = list(inspect_all(text, SECRET, now=NOW))
    assert [one.verdict.signature.code for one in reports] == ["verified", "mismatch"]
    assert [one.more for one in reports] == [0, 0]


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xff\xfe" + b"\x00\xd8" * 9, "not-a-token"),
        (b"\xff\xff", "not-a-token"),
        (b"x" * (LIMIT + 1), "too-large"),
        (b"x" * (4 * LIMIT + 9), "too-large"),
        ("ä".encode() * LIMIT, "too-large"),
    ],
)
def test_what_is_no_token_is_reported_too(octets: bytes, code: str) -> None:
    """The kind is unreadable, and the structure says why."""
    found = dumped(inspect(octets, SECRET, now=NOW))
    assert (found["kind"], found["header"], found["payload"]) == ("unreadable", None, None)
    assert isinstance(found["structure"], dict)
    assert found["structure"]["code"] == code


def test_a_byte_order_mark_is_removed_and_said() -> None:
    """Editors put it before a text; it is not part of the token."""
    verdict = inspect(b"\xef\xbb\xbf" + token().encode(), SECRET, now=NOW).verdict
    assert (verdict.structure.code, verdict.signature.code) == ("byte-order-mark", "verified")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_in_utf_16_is_read(encoding: str) -> None:
    """Some shells write such files; that it is one is said, and a cut last byte is harmless."""
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    for more in (b"", b"\x00"):
        verdict = inspect(mark + token().encode(encoding) + more, SECRET, now=NOW).verdict
        assert (verdict.structure.code, verdict.signature.code) == ("utf-16", "verified")


def test_a_byte_that_is_no_text_is_named() -> None:
    """It is told as the byte that it is, not as what Python puts in its place."""
    verdict = inspect(token().encode() + b"\xff", SECRET, now=NOW).verdict
    assert verdict.structure.code == "base64-foreign"
    assert "the byte 0xFF" in verdict.structure.text


@pytest.mark.parametrize(
    ("payload", "value", "text"),
    [
        (b"\xff", None, None),
        (b"plain", None, "plain"),
        (b"[" * 201 + b"]" * 201, None, "[" * 201 + "]" * 201),
        (b"[" * 199 + b"]" * 199, 199, None),
        (b'{"a":"\\ud800"}', {"a": "\ud800"}, '{"a":"\\ud800"}'),
        (b'{"a":1E400,"b":0.5,"c":-7}', {"a": "1E400", "b": 0.5, "c": -7}, None),
        (b'{"a":%s}' % (b"9" * 5000), {"a": "9" * 5000}, None),
        (b"", None, ""),
    ],
)
def test_any_payload_can_be_dumped(payload: bytes, value: object, text: str | None) -> None:
    """Lone surrogates, huge numbers, deep nesting and odd octets all have their JSON."""
    found = dumped(inspect(token(payload).encode(), now=NOW))
    if isinstance(value, int):
        assert json.dumps(found["payload"]).count("[") == value
    else:
        assert found["payload"] == value
    assert text is None or found["payload_text"] == text


def test_too_deep_a_payload_says_so() -> None:
    """It is null, and the structure tells why."""
    found = inspect(token("[" * 300 + "]" * 300).encode(), now=NOW)
    assert found.as_json()["payload"] is None
    assert "nested too deeply" in found.verdict.structure.text


def test_an_empty_header_is_no_missing_header() -> None:
    """`{}` is an object, though it says nothing."""
    assert inspect(f"e30.{part('{}')}.AA".encode(), now=NOW).as_json()["header"] == {}
    assert inspect(b"eyJ.e30.AA", now=NOW).as_json()["header"] is None


def test_a_detached_payload_is_checked_and_shown() -> None:
    """It is given apart from the token."""
    whole = token('{"a":1}')
    head, _, mac = whole.split(".")
    found = dumped(inspect(f"{head}..{mac}".encode(), SECRET, now=NOW, payload=b'{"a":1}'))
    assert found["payload"] == {"a": 1}
    assert isinstance(found["signature"], dict)
    assert found["signature"]["code"] == "verified"


@pytest.mark.parametrize(
    ("key", "options", "code"),
    [
        (b"YSBzZWNyZXQ", {"secret_encoding": "base64url", "key_format": "secret"}, "verified"),
        (b"6120736563726574", {"secret_encoding": "hex", "key_format": "secret"}, "verified"),
        (b"a secret", {"secret_encoding": "nonsense"}, "verified"),
        (b"a secret", {"key_format": "nonsense"}, "verified"),
        (b"a secret ", {}, "mismatch"),
        (b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", {}, "key-unusable"),
    ],
)
def test_the_key_is_read_as_told(key: bytes, options: dict[str, str], code: str) -> None:
    """Format and encoding are the caller's to say."""
    text = token(secret=b"a secret").encode()
    report = inspect(text, key, now=NOW, **options)  # type: ignore[arg-type]  # names of options
    assert report.verdict.signature.code == code
    assert (report.key is None) == (code == "key-unusable")


def test_a_failing_signature_is_explained_when_asked() -> None:
    """Only then, and only when there is a key."""
    text = token(secret=b"secret").encode()
    assert inspect(text, b"secret\n", now=NOW).diagnosis == ()
    assert inspect(text, now=NOW, diagnose=True).diagnosis == ()
    assert inspect(text, b"secret", now=NOW, diagnose=True).diagnosis == ()
    found = dumped(inspect(text, b"secret\n", now=NOW, diagnose=True))
    assert isinstance(found["diagnosis"], list)
    assert found["diagnosis"][0]["id"] == "secret-newline"


def test_every_signature_of_a_json_form_is_listed() -> None:
    """Each with its own header and lamp."""
    value = {"payload": "e30", "signatures": [{"protected": HEADER, "signature": "AA"}] * 2}
    found = dumped(inspect(json.dumps(value).encode(), SECRET, now=NOW))
    assert found["kind"] == "jws-json"
    assert isinstance(found["signatures"], list)
    assert [one["header"] for one in found["signatures"]] == [{"alg": "HS256"}] * 2
    assert {one["lamp"]["code"] for one in found["signatures"]} == {"mismatch"}


GOOD = token('{"exp":1800000000,"aud":["a"]}')
KEYS = [None, b"", SECRET, b"{}", b'{"kty":"oct","k":"AA"}', b'{"keys":[]}', b"\xff\x00"]


@given(
    st.binary(max_size=200),
    st.sampled_from(KEYS),
    st.none() | st.binary(max_size=9),
    st.integers(-(2**70), 2**70),
)
def test_any_octets_give_a_report(
    octets: bytes, key: bytes | None, payload: bytes | None, now: int
) -> None:
    """Whatever is handed in, at whatever moment."""
    dumped(inspect(octets, key, now=now, payload=payload))


@given(st.integers(0, len(GOOD)), st.integers(0, 9), st.text(max_size=6), st.sampled_from(KEYS))
def test_any_damaged_token_gives_a_report(
    at: int, gone: int, added: str, key: bytes | None
) -> None:
    """A token with some characters replaced is reported, and never verified by accident."""
    text = (GOOD[:at] + added + GOOD[at + gone :]).encode("utf-8", "surrogatepass")
    rules = Rules(leeway=5, audiences=("a",), max_age=3, max_lifetime=2, required=("exp",))
    for report in inspect_all(text, key, now=NOW, rules=rules):
        dumped(report)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
        lambda one: (
            st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=5), one, max_size=3)
        ),
    ),
    st.sampled_from(["exp", "aud", "iss", "_sd_alg", "iat", "auth_time"]),
    st.sampled_from(["alg", "kid", "crit", "typ", "b64", "enc"]),
)
def test_any_value_under_a_known_name_is_judged(value: object, claim: str, member: str) -> None:
    """The names are known, the values are whatever somebody wrote."""
    header = json.dumps({"alg": "HS256", member: value})
    rules = Rules(issuers=("a",), audiences=("a",), type="JWT", max_age=1, max_lifetime=1)
    text = token(json.dumps({claim: value}), header).encode()
    dumped(inspect(text, SECRET, now=NOW, rules=rules))


def test_no_other_key_stands_in_for_the_named_one() -> None:
    """The key that `kid` names is broken: the report shows none, though the set has another."""
    usable = {"kty": "oct", "kid": "a", "k": part(SECRET)}
    broken = {"kty": "oct", "kid": "b", "k": "!"}
    keys = json.dumps({"keys": [usable, broken]}).encode()
    named = token(header='{"alg":"HS256","kid":"b"}').encode()
    found = dumped(inspect(named, keys, now=NOW))
    assert found["key"] is None
    assert inspect(named, keys, now=NOW).verdict.signature.code == "key-unusable"


def test_the_profile_and_its_checklist() -> None:
    """What a token is surest to be, with each rule; none of an ordinary one."""
    header = '{"alg":"HS256","typ":"at+jwt"}'
    found = inspect(token('{"iss":"a"}', header).encode(), SECRET, now=NOW).as_json()["profile"]
    assert isinstance(found, dict)
    assert list(found) == ["id", "title", "checks"]
    assert (found["id"], found["title"]) == (
        "access-token",
        "OAuth access token (RFC 9068)",
    )
    assert all(list(one) == ["text", "state"] for one in found["checks"])
    assert {one["state"] for one in found["checks"]} >= {"ok", "bad"}
    assert inspect(token().encode(), now=NOW).as_json()["profile"] is None
