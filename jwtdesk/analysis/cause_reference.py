"""Where to read on about each explanation of a failing signature."""

_HMAC, _ECDSA, _PSS = (f"RFC 7518 section 3.{number}" for number in (2, 4, 5))
_BASE64URL, _SIGNING = "RFC 7515 section 2", "RFC 7515 section 5.1"
_KEY_ID, _PARTS = "RFC 7515 section 4.1.4", "RFC 7515 section 7.1"

REFERENCES = {
    "secret-base64": "RFC 7518 section 6.4.1",
    "secret-base64url": "RFC 7518 section 6.4.1",
    "secret-hex": _HMAC,
    "secret-newline": _HMAC,
    "secret-whitespace": _HMAC,
    "secret-quoted": _HMAC,
    "secret-url-encoded": "RFC 3986 section 2.1",
    "secret-json-escaped": "RFC 8259 section 7",
    "secret-unicode-form": "RFC 8265 section 4.2",
    "secret-other-charset": "RFC 8265 section 4.2",
    "secret-zero-padded": "RFC 2104 section 3",
    "secret-hashed": "RFC 2104 section 3",
    "known-secret": "RFC 8725 section 3.5",
    "other-algorithm": "RFC 8725 section 3.1",
    "pem-as-hmac-secret": "RFC 8725 section 2.1",
    "content-changed": "RFC 8017 section 8.2.2",
    "wrong-key": "RFC 8017 section 8.2.2",
    "rs-ps-mixed": _PSS,
    "pss-salt-length": _PSS,
    "ecdsa-der": _ECDSA,
    "ecdsa-stripped": _ECDSA,
    "ecdsa-swapped": _ECDSA,
    "signature-hex": _BASE64URL,
    "signature-base64": _BASE64URL,
    "signature-double-encoded": _BASE64URL,
    "reserialized": _SIGNING,
    "padded-signing-input": _BASE64URL,
    "unencoded-payload": "RFC 7797 section 3",
    "detached-payload": "RFC 7515 appendix F",
    "graph-nonce": "Microsoft identity platform, access tokens",
    "other-key-in-set": _KEY_ID,
    "kid-is-thumbprint": "RFC 7638 section 3",
    "kid-missing": _KEY_ID,
    "private-public-mismatch": "RFC 7517 section 4",
    "key-type": "RFC 7517 section 4.1",
    "truncated": _PARTS,
    "damaged-in-copy": _PARTS,
    "trailing-bits": "RFC 4648 section 3.5",
    "ecdsa-recovered-key": _ECDSA,
    "library-verdicts": "RFC 7515 section 5.2",
}
"""The reference of each stable id; titles and evidence come from the hypotheses."""
