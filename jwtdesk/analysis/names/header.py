"""Header parameters of signed and encrypted tokens (RFC 7515 and 7516, section 4)."""

from jwtdesk.analysis.registered_name import Name, Place, Sort

_ROWS = (
    (
        "alg",
        Sort.TEXT,
        "How the token is signed, or how its key is encrypted",
        "RFC 7515 section 4.1.1",
    ),
    ("typ", Sort.TEXT, "What kind of token this is", "RFC 7515 section 4.1.9"),
    ("cty", Sort.TEXT, "What kind of content it carries", "RFC 7515 section 4.1.10"),
    ("kid", Sort.TEXT, "Which key was used", "RFC 7515 section 4.1.4"),
    (
        "jku",
        Sort.URL,
        "Where the keys are said to be; never trust it blindly",
        "RFC 7515 section 4.1.2",
    ),
    (
        "jwk",
        Sort.OBJECT,
        "The public key, as claimed by the token itself",
        "RFC 7515 section 4.1.3",
    ),
    (
        "x5u",
        Sort.URL,
        "Where the certificate is said to be; never trust it blindly",
        "RFC 7515 section 4.1.5",
    ),
    ("x5c", Sort.LIST, "The certificate chain of the key", "RFC 7515 section 4.1.6"),
    ("x5t", Sort.TEXT, "The SHA-1 fingerprint of the certificate", "RFC 7515 section 4.1.7"),
    ("x5t#S256", Sort.TEXT, "The SHA-256 fingerprint of the certificate", "RFC 7515 section 4.1.8"),
    ("crit", Sort.LIST, "Which members must be understood", "RFC 7515 section 4.1.11"),
    ("b64", Sort.FLAG, "Whether the payload is base64url-encoded", "RFC 7797 section 3"),
    ("enc", Sort.TEXT, "How the content is encrypted", "RFC 7516 section 4.1.2"),
    ("zip", Sort.TEXT, "How the content was compressed", "RFC 7516 section 4.1.3"),
    ("epk", Sort.OBJECT, "The one-time public key of the sender", "RFC 7518 section 4.6.1.1"),
    ("apu", Sort.TEXT, "Who the sender is, for the key agreement", "RFC 7518 section 4.6.1.2"),
    ("apv", Sort.TEXT, "Who the recipient is, for the key agreement", "RFC 7518 section 4.6.1.3"),
    (
        "iv",
        Sort.TEXT,
        "The initialisation vector of the key encryption",
        "RFC 7518 section 4.7.1.1",
    ),
    ("tag", Sort.TEXT, "The authentication tag of the key encryption", "RFC 7518 section 4.7.1.2"),
    ("p2s", Sort.TEXT, "The salt of the password", "RFC 7518 section 4.8.1.1"),
    ("p2c", Sort.NUMBER, "How often the password is hashed", "RFC 7518 section 4.8.1.2"),
    ("nonce", Sort.TEXT, "Ties the token to a request", "RFC 8555 section 6.5.2"),
    ("url", Sort.URL, "The address that the request is for", "RFC 8555 section 6.4.1"),
    ("ppt", Sort.TEXT, "The kind of call assertion", "RFC 8225 section 8.1"),
    (
        "iss",
        Sort.TEXT,
        "Who issued the encrypted token, readable from outside",
        "RFC 7519 section 5.3",
    ),
    (
        "sub",
        Sort.TEXT,
        "Whom the encrypted token is about, readable from outside",
        "RFC 7519 section 5.3",
    ),
    (
        "aud",
        Sort.TEXTS,
        "Whom the encrypted token is for, readable from outside",
        "RFC 7519 section 5.3",
    ),
    ("svt", Sort.TEXTS, "Tokens that vouch for how the signature was checked", "RFC 9321"),
    ("iheSSId", Sort.TEXT, "The set of medical documents that is signed", "IHE DSGj"),
    (
        "jwt",
        Sort.TEXT,
        "A token that vouches for who signed",
        "OpenID for Verifiable Presentations section 12",
    ),
    ("client_id", Sort.TEXT, "The client that signed the request", "RFC 6749 section 2.2"),
    (
        "trust_chain",
        Sort.LIST,
        "The chain of statements that leads to an anchor of trust",
        "OpenID Federation section 4.3",
    ),
    (
        "peer_trust_chain",
        Sort.LIST,
        "Such a chain for the other side",
        "OpenID Federation section 4.4",
    ),
    ("signer", Sort.TEXT, "The load balancer that signed the token", "Amazon ALB"),
    ("client", Sort.TEXT, "The client of the load balancer", "Amazon ALB"),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, Place.HEADER, 5)
    for name, sort, meaning, reference in _ROWS
)
