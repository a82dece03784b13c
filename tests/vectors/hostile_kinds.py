"""Tokens of every kind that were made to do harm: bombs, crowds, nests, and huge parts."""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, reduce

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jwtdesk.jose.base64url import encode
from tests.made import part, token

KEY = bytes(range(32))
"""The secret that signs and the key that encrypts; both are 32 octets."""
COUNTS = ("1000000000", "1000000000000000000", "1e9", "1000000000.0", "-5", "1" * 5_000)
"""Iteration counts nobody should compute unasked, and what is no count."""
DIRECT = {"alg": "dir", "enc": "A256GCM"}


@dataclass(frozen=True, slots=True)
class Case:
    """A text made to do harm, and the key that goes with it."""

    name: str
    build: Callable[[], str]
    key: bytes = KEY


def encrypted(plaintext: bytes, header: dict[str, object] | None = None) -> str:
    """Return `plaintext` as a compact JWE under KEY (`dir`, A256GCM); `header` adds members."""
    protected = part(json.dumps(DIRECT | (header or {})))
    sealed = AESGCM(KEY).encrypt(bytes(12), plaintext, protected.encode())
    return ".".join((protected, "", encode(bytes(12)), encode(sealed[:-16]), encode(sealed[-16:])))


def bomb(megabytes: int) -> bytes:
    """Return raw DEFLATE that grows to `megabytes`, a thousandth of that long."""
    stream = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    block = stream.compress(bytes(1 << 20)) + stream.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + stream.flush()


def deflated(octets: bytes) -> bytes:
    """Return raw DEFLATE of `octets`."""
    stream = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return stream.compress(octets) + stream.flush()


def signed(payload: str | bytes, **header: object) -> str:
    """Return a token that KEY signed."""
    return token(payload, json.dumps({"alg": "HS256", **header}), KEY)


def in_claim(inner: str) -> str:
    """Return a signed token with `inner` in a claim."""
    return signed(json.dumps({"vp": inner}))


def nest(layer: Callable[[str], str], depth: int, most: int = 9_900_000) -> str:
    """Return `depth` layers around a small token, or as many as `most` characters hold."""
    text = signed('{"sub":"ada"}')
    for _ in range(depth):
        outer = layer(text)
        if len(outer) > most:
            break
        text = outer
    return text


def zipped_nest(depth: int) -> str:
    """Return encrypted tokens inside each other, each compressed: they hardly grow."""
    return nest(lambda inner: encrypted(deflated(inner.encode()), {"zip": "DEF"}), depth)


def bomb_in_bombs(depth: int) -> str:
    """Return compressed layers around a bomb."""
    text = encrypted(bomb(4_000), {"zip": "DEF"})
    return reduce(
        lambda inner, _: encrypted(deflated(inner.encode()), {"zip": "DEF"}), range(depth), text
    )


def recipients(count: int, header: dict[str, object], *, unlike: bool = False) -> str:
    """Return a JWE in JSON with `count` recipients, none of whom has KEY."""
    listed = [
        {
            "header": {**header, **({"kid": f"k{at}"} if unlike else {})},
            "encrypted_key": encode(at.to_bytes(4) * 10),
        }
        for at in range(count)
    ]
    whole = {
        "protected": part('{"enc":"A256GCM"}'),
        "recipients": listed,
        "iv": encode(bytes(12)),
        "ciphertext": encode(bytes(64)),
        "tag": encode(bytes(16)),
    }
    return json.dumps(whole)


def signatures(count: int, alg: str = "HS256", octets: int = 32) -> str:
    """Return a JWS in JSON with `count` signatures that KEY did not make."""
    header = part(json.dumps({"alg": alg}))
    listed = [
        {"protected": header, "signature": encode(at.to_bytes(4) * (octets // 4))}
        for at in range(count)
    ]
    return json.dumps({"payload": part('{"sub":"ada"}'), "signatures": listed})


def password(count: str) -> str:
    """Return a token whose password is stretched `count` times."""
    header = f'{{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"c2FsdHNhbHQ","p2c":{count}}}'
    parts = (
        part(header),
        encode(bytes(24)),
        encode(bytes(12)),
        encode(bytes(8)),
        encode(bytes(16)),
    )
    return ".".join(parts)


def passwords(recipients_: int, count: int) -> str:
    """Return a JWE in JSON with many recipients whose passwords are stretched."""
    return recipients(recipients_, {"alg": "PBES2-HS256+A128KW", "p2s": "c2FsdA", "p2c": count})


def agreed(**more: object) -> str:
    """Return a token of key agreement with odd header members."""
    header = {
        "alg": "ECDH-ES",
        "enc": "A128GCM",
        "epk": {"kty": "EC", "crv": "P-256", "x": encode(bytes(32)), "y": encode(bytes(32))},
        **more,
    }
    return ".".join(
        (part(json.dumps(header)), "", encode(bytes(12)), encode(bytes(8)), encode(bytes(16)))
    )


def disclosures(count: int) -> str:
    """Return an SD-JWT with `count` disclosures, all of the payload itself."""
    made = [part(json.dumps([f"salt{at}", f"claim_{at}", f"value {at}"])) for at in range(count)]
    payload = json.dumps({"_sd": [_digest(one) for one in made], "_sd_alg": "sha-256"})
    return "~".join((signed(payload, typ="sd-jwt"), *made, ""))


def recursive(depth: int) -> str:
    """Return an SD-JWT whose disclosures each hold the next, `depth` deep."""
    made, held = [], '{"sub":"ada"}'
    for at in range(depth):
        made.append(part(f'["salt{at}","c{at}",{held}]'))
        held = f'{{"_sd":["{_digest(made[-1])}"]}}'
    return "~".join((signed(held), *made, ""))


def _digest(disclosure: str) -> str:
    return encode(hashlib.sha256(disclosure.encode()).digest())


def inner_tokens(count: int) -> str:
    """Return a token with `count` small tokens in its claims."""
    return signed(json.dumps({f"t{at}": signed(f'{{"n":{at}}}') for at in range(count)}))


def certificates(count: int, octets: int) -> str:
    """Return a token with a chain of `count` certificates made of rubbish."""
    one = base64.b64encode(b"\x30\x82\x4e\x1c" + bytes(octets)).decode()
    return signed("{}", x5c=[one] * count)


def true_certificates(count: int, octets: int) -> str:
    """Return a token with a chain of `count` large certificates that can be read."""
    from cryptography import x509

    from tests.certificates import made

    names = tuple(x509.DNSName(f"host-{at:06}.example.org") for at in range(octets // 26))
    return signed("{}", x5c=[made("hostile", names=names).x5c] * count)


def json_of(length: int) -> str:
    """Return a JWS in JSON of about `length` characters."""
    payload = json.dumps({"text": "x" * (length * 3 // 4 - 300)})
    header, body, signature = signed(payload).split(".")
    whole = {"payload": body, "signatures": [{"protected": header, "signature": signature}]}
    return json.dumps(whole)


def crowd_json(length: int) -> str:
    """Return the same size of unprotected header members."""
    header, body, signature = signed("{}").split(".")
    count = length // 24
    return json.dumps(
        {
            "payload": body,
            "protected": header,
            "header": {f"member_{at:06}": at for at in range(count)},
            "signature": signature,
        }
    )


def card(length: int) -> str:
    """Return a health card of about `length` digits."""
    payload = deflated(json.dumps({"vc": encode(_noise(length // 4))}).encode())
    text = signed(payload, zip="DEF")[: length // 2]
    return "shc:/" + "".join(f"{ord(one) - 45:02}" for one in text)


def _noise(length: int) -> bytes:
    """Return octets that no compression makes shorter."""
    return hashlib.shake_128(b"noise").digest(length)


CASES: tuple[Case, ...] = (
    Case("jwe bomb 7 GB", lambda: encrypted(bomb(7_000), {"zip": "DEF"})),
    Case("jwe bomb 10 GB (too long)", lambda: encrypted(bomb(10_000), {"zip": "DEF"})),
    Case("jws bomb 7 GB", lambda: signed(bomb(7_000), zip="DEF")),
    Case("jws 8 MiB of zeros", lambda: signed(bomb(8), zip="DEF")),
    Case("jwe 8 MiB of zeros", lambda: encrypted(bomb(8), {"zip": "DEF"})),
    Case("jwe 8 MB of claims", lambda: encrypted(deflated(_claims(8_000_000)), {"zip": "DEF"})),
    Case("jws 8 MB of claims", lambda: signed(deflated(_claims(8_000_000)), zip="DEF")),
    Case("jwe zip cut off", lambda: encrypted(deflated(_claims(50_000))[:-9], {"zip": "DEF"})),
    Case("bomb in 8 bombs", lambda: bomb_in_bombs(8)),
    Case("500 zipped jwe", lambda: zipped_nest(500)),
    Case("500 jwe layers", lambda: nest(lambda one: encrypted(one.encode()), 500)),
    Case("500 jwe layers 1 MB", lambda: nest(lambda one: encrypted(one.encode()), 500, 1_048_576)),
    Case("500 jws in claim", lambda: nest(in_claim, 500)),
    Case("5000 jws in claim", lambda: nest(in_claim, 5_000)),
    Case("500 jws in claim 1 MB", lambda: nest(in_claim, 500, 1_048_576)),
    Case("500 jws payload", lambda: nest(lambda one: signed(one, cty="JWT"), 500)),
    Case("2000 recipients A256KW", lambda: recipients(2_000, {"alg": "A256KW"})),
    Case("20000 recipients A256KW", lambda: recipients(20_000, {"alg": "A256KW"}, unlike=True)),
    Case("2000 recipients RSA", lambda: recipients(2_000, {"alg": "RSA-OAEP"})),
    Case("32 passwords of 1e6", lambda: passwords(32, 1_000_000)),
    Case("2000 passwords of 1e4", lambda: passwords(2_000, 10_000)),
    Case("2000 signatures", lambda: signatures(2_000)),
    Case("20000 signatures", lambda: signatures(20_000)),
    Case("20000 signatures none", lambda: signatures(20_000, "none", 0)),
    *(Case(f"p2c {one[:20]}", partial(password, one)) for one in COUNTS),
    Case("apu 1 MB", lambda: agreed(apu=encode(bytes(1 << 20)))),
    Case("apu 5 MB", lambda: agreed(apu=encode(bytes(5 << 20)))),
    Case("kid 5 MB jwe", lambda: encrypted(b"{}", {"kid": "k" * 5_000_000})),
    Case("10000 disclosures", lambda: disclosures(10_000)),
    Case("disclosures 1000 deep", lambda: recursive(1_000)),
    Case("2000 inner tokens", lambda: inner_tokens(2_000)),
    Case("500 certificates rubbish", lambda: certificates(240, 20_000)),
    Case("240 certificates 20 KB", lambda: true_certificates(240, 20_000)),
    Case("json 9.9 MB", lambda: json_of(9_900_000)),
    Case("json 9.9 MB of members", lambda: crowd_json(9_500_000)),
    Case("shc 5 MB", lambda: card(5_000_000)),
    Case("shc 0.9 MB", lambda: card(900_000)),
    Case("binary 5 MB", lambda: signed(_noise(5_000_000))),
    Case("binary 5 MB jwe", lambda: encrypted(_noise(5_000_000))),
    Case("text line 5 MB", lambda: signed("lorem ipsum " * 420_000)),
    Case("text line 5 MB jwe", lambda: encrypted(b"lorem ipsum " * 420_000)),
)


def _claims(length: int) -> bytes:
    return json.dumps({f"claim_{at:06}": f"value {at}" for at in range(length // 34)}).encode()
