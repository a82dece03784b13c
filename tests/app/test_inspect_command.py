"""`jwtdesk inspect` in a terminal: its words, its JSON, its exit codes."""

import hmac
import io
import json
import os
import sys
from pathlib import Path

import pytest

from jwtdesk.app.cli import main
from jwtdesk.app.inspect_options import moment
from jwtdesk.jose.base64url import encode
from tests.keys.locate import HOME as KEYS
from tests.keys.locate import PASSPHRASE, key_file
from tests.made import SECRET, part, token

GOOD = token('{"exp":2000000000,"aud":"x","sub":"ada"}')
NOW = ["--at", "1900000000"]


def standard_input(octets: bytes) -> io.TextIOWrapper:
    """Return standard input with `octets` behind it."""
    return io.TextIOWrapper(io.BytesIO(octets))


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """Return a file that holds the secret."""
    path = tmp_path / "secret"
    path.write_bytes(SECRET)
    return str(path)


def test_a_good_token_exits_with_0(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The headline comes first, then the lamps, the header, the payload with its times."""
    assert main(["inspect", f"Bearer {GOOD}", "--key", secret, *NOW]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "✓ Signature verified, and the token is in date"
    assert "  Signature  ✓ Verified     The signature is right: this key made it." in lines
    assert '    "alg": "HS256"  How the token is signed, or how its key is encrypted' in lines
    assert any('"exp": 2000000000,  expires in 3 y 61 d' in line for line in lines)
    assert any(line.startswith("  thumbprint ") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([GOOD, *NOW], 0),
        ([GOOD, "--at", "2000000000"], 1),
        ([GOOD, "--at", "2000000000", "--leeway", "1"], 0),
        ([GOOD, "--at", "2033-05-18T03:33:20Z"], 1),
        ([GOOD, "--at", "2033-05-18T03:33:19+00:00"], 0),
        ([GOOD, "--at", "2033-05-18"], 0),
        ([GOOD, *NOW, "--aud", "x"], 0),
        ([GOOD, *NOW, "--aud", "y", "x"], 0),
        ([GOOD, *NOW, "--aud", "y"], 1),
        ([*NOW, "--aud", "y", "x", GOOD], 0),
        ([*NOW, "--alg", "RS256", "HS256", GOOD], 0),
        ([GOOD, *NOW, "--alg", "RS256"], 1),
        ([GOOD, *NOW, "--iss", "me"], 1),
        ([GOOD, *NOW, "--require", "exp", "sub"], 0),
        ([GOOD, *NOW, "--require", "jti"], 1),
        ([GOOD, *NOW, "--kb-aud", "x", "--kb-nonce", "n"], 0),
        ([part('{"alg":"none"}') + ".e30."], 0),
        ([f"{GOOD[:-1]}?"], 1),
        (["hello"], 2),
        ([""], 2),
    ],
)
def test_the_exit_code_says_whether_a_lamp_is_bad(arguments: list[str], code: int) -> None:
    """0 none is, 1 one is, 2 there is no token to be judged."""
    assert main(["inspect", *arguments]) == code


@pytest.mark.parametrize(
    "arguments",
    [
        [GOOD, "--at", "tomorrow"],
        [GOOD, "--at", "1e999"],
        [GOOD, "--leeway", "-1"],
        [GOOD, "--leeway", "x"],
        [GOOD, "--format", "xml"],
        [GOOD, "--secret-encoding", "rot13"],
        [GOOD, "--key", "a", "--secret-file", "b"],
        ["-", "--key", "-"],
        [GOOD, "more"],
        [GOOD, "--secret", "s"],
    ],
)
def test_a_wrong_call_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """And says why; a secret is never an argument."""
    with pytest.raises(SystemExit) as fault:
        main(["inspect", *arguments])
    assert fault.value.code == 2
    assert "jwtdesk inspect: error:" in capsys.readouterr().err


def test_json_is_one_object_a_line(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One for each token in the text."""
    text = f"{GOOD} and {token(secret=b'x')}"
    assert main(["inspect", text, "--key", secret, *NOW, "--format", "json"]) == 1
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["signature"]["code"] for one in reports] == ["verified", "mismatch"]


def test_several_tokens_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule stands between their reports."""
    assert main(["inspect", f"{GOOD} {GOOD}", *NOW]) == 0
    assert capsys.readouterr().out.count("─" * 72) == 1


def test_a_file_s_last_line_end_is_not_the_token_s(tmp_path: Path) -> None:
    """Every editor writes one."""
    path = tmp_path / "token.txt"
    path.write_text(f"{GOOD}\r\n", encoding="ascii", newline="")
    assert main(["inspect", str(path), *NOW, "--format", "json"]) == 0


@pytest.mark.parametrize("arguments", [["-"], []])
def test_standard_input_is_read(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a hyphen, or when nothing is named and something comes in."""
    monkeypatch.setattr(sys, "stdin", standard_input(f"{GOOD}\n".encode()))
    assert main(["inspect", *arguments, *NOW, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["structure"]["code"] == "well-formed"


def test_the_key_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it is neither an argument nor a file."""
    monkeypatch.setattr(sys, "stdin", standard_input(SECRET))
    assert main(["inspect", GOOD, "--key", "-", *NOW]) == 0
    monkeypatch.setattr(sys, "stdin", standard_input(b"x" * 1_048_577))
    assert main(["inspect", GOOD, "--key", "-", *NOW]) == 2


def test_without_any_input_the_call_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal is not waited for."""
    monkeypatch.setattr(sys, "stdin", standard_input(b""))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert main(["inspect"]) == 2
    assert "Give a token" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option", ["--key", "--secret-file", "--passphrase-file", "--payload-file"]
)
def test_a_file_that_cannot_be_read_is_named(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file, a folder: one sentence, exit 2."""
    assert main(["inspect", GOOD, option, str(tmp_path / "none")]) == 2
    assert "none could not be read" in capsys.readouterr().err
    assert main(["inspect", GOOD, option, str(tmp_path)]) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    """Only ordinary files are read, as tokens and as keys."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["inspect", str(pipe)]) == 2
    assert main(["inspect", GOOD, "--key", str(pipe)]) == 2
    assert main(["inspect", GOOD, "--key", os.devnull]) == 2


def test_too_large_a_key_file_is_refused(tmp_path: Path) -> None:
    """A key is never larger than a mebibyte."""
    path = tmp_path / "key"
    path.write_bytes(b"x" * 1_048_577)
    assert main(["inspect", GOOD, "--key", str(path)]) == 2


def test_a_secret_file_is_a_secret_whatever_it_looks_like(tmp_path: Path) -> None:
    """With --key it would be read as the key that it is."""
    pem = key_file("rsa-2048-public-spki.pem")
    path = tmp_path / "public.pem"
    path.write_bytes(pem)
    text = token(secret=pem)
    command = ["inspect", text, "--format", "json"]
    assert main([*command, "--secret-file", str(path)]) == 0
    assert main([*command, "--key", str(path)]) == 0


def test_an_encrypted_key_opens_with_its_passphrase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line end of the passphrase file is not part of it."""
    phrase = tmp_path / "phrase"
    phrase.write_bytes(PASSPHRASE + b"\n")
    key = str(KEYS / "rsa-2048-private-encrypted-pkcs8.pem")
    arguments = ["inspect", GOOD, "--key", key, "--passphrase-file", str(phrase), *NOW]
    main([*arguments, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["key"]["type"] == "RSA"


def test_a_detached_payload_comes_from_a_file(tmp_path: Path, secret: str) -> None:
    """Byte for byte."""
    head, body, mac = token("line\n").split(".")
    path = tmp_path / "payload"
    path.write_bytes(b"line\n")
    assert body
    arguments = ["inspect", f"{head}..{mac}", "--key", secret, "--payload-file", str(path)]
    assert main(arguments) == 0


def test_a_detached_payload_may_be_any_bytes(tmp_path: Path, secret: str) -> None:
    """A payload that is no text, unencoded under RFC 7797, comes from its file as it is."""
    payload = b"\x00\xff\r\n.\n"
    path = tmp_path / "payload"
    path.write_bytes(payload)
    head = encode(b'{"alg":"HS256","b64":false,"crit":["b64"]}')
    mac = encode(hmac.digest(Path(secret).read_bytes(), head.encode() + b"." + payload, "sha256"))
    arguments = ["inspect", f"{head}..{mac}", "--key", secret, "--payload-file", str(path)]
    assert main(arguments) == 0
    path.write_bytes(payload.rstrip())
    assert main(arguments) == 1


def test_a_misspelt_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no token may have been meant as a file."""
    assert main(["inspect", "tokne.txt"]) == 2
    assert capsys.readouterr().err == "There is no file “tokne.txt” either.\n"


def test_terminal_commands_in_a_token_are_shown_not_obeyed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Escapes, direction marks and the like never reach the terminal."""
    main(["inspect", token('{"a":"\x7f\u202e\u009b31m","b":"ä é e\u0301"}'), *NOW])
    shown = capsys.readouterr().out
    assert "\\u007f\\u202e\\u009b31m" in shown
    assert "ä é" in shown
    assert not set(shown) & set("\x7f\u202e\u009b\x1b")


@pytest.mark.parametrize(
    ("text", "second"),
    [("12", 12), ("-3", -3), ("1.9", 1), ("1970-01-01T00:00:05", 5), ("1970-01-01T01:00+01:00", 0)],
)
def test_a_moment_is_seconds_or_iso_8601(text: str, second: int) -> None:
    """Without a zone it is UTC."""
    assert moment(text) == second


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (token('{"exp":9999999999}'), 0),
        (token('{"exp":1}'), 1),
        (json.dumps({"vp": token('{"exp":1}')}), 0),
    ],
)
def test_a_token_around_another_is_as_good_as_that(payload: str, code: int, secret: str) -> None:
    """Where the whole payload is a token; one in a claim is a matter of its own."""
    assert main(["inspect", token(payload), "--secret-file", secret]) == code


def test_what_is_expected_of_a_nested_token_decides(secret: str) -> None:
    """The issuer stands in the inner token."""
    text = token(token('{"iss":"joe"}'))
    for issuer, code in (("joe", 0), ("eve", 1)):
        assert main(["inspect", text, "--secret-file", secret, "--iss", issuer]) == code
