"""Claims of OAuth: access tokens, proof of possession, delegation, requests."""

from jwtdesk.analysis.registered_name import Name, Sort

_ROWS = (
    (
        "scope",
        Sort.TEXT,
        "What the holder may do, as words with blanks between",
        "RFC 8693 section 4.2",
    ),
    ("client_id", Sort.TEXT, "The client that asked for the token", "RFC 8693 section 4.3"),
    ("act", Sort.OBJECT, "Who acts on behalf of the subject", "RFC 8693 section 4.1"),
    (
        "may_act",
        Sort.OBJECT,
        "Who is allowed to act on behalf of the subject",
        "RFC 8693 section 4.4",
    ),
    ("cnf", Sort.OBJECT, "The key that the holder must prove to have", "RFC 7800 section 3.1"),
    ("htm", Sort.TEXT, "The HTTP method that this proof is for", "RFC 9449 section 4.2"),
    ("htu", Sort.URL, "The HTTP address that this proof is for", "RFC 9449 section 4.2"),
    (
        "ath",
        Sort.TEXT,
        "A hash of the access token that this proof goes with",
        "RFC 9449 section 4.2",
    ),
    ("events", Sort.OBJECT, "The events that the token reports", "RFC 8417 section 2.2"),
    ("toe", Sort.TIME, "When the reported event happened", "RFC 8417 section 2.2"),
    ("txn", Sort.TEXT, "The transaction that the token belongs to", "RFC 8417 section 2.2"),
    ("entitlements", Sort.LIST, "What the subject is entitled to", "RFC 9068 section 2.2.3.1"),
    ("groups", Sort.LIST, "The groups that the subject belongs to", "RFC 9068 section 2.2.3.1"),
    ("roles", Sort.LIST, "The roles that the subject has", "RFC 9068 section 2.2.3.1"),
    (
        "authorization_details",
        Sort.LIST,
        "In detail, what the holder may do",
        "RFC 9396 section 9.1",
    ),
    (
        "token_introspection",
        Sort.OBJECT,
        "What the server knows about another token",
        "RFC 9701 section 5",
    ),
    (
        "response_type",
        Sort.TEXT,
        "What the authorisation request wants back",
        "RFC 6749 section 3.1.1",
    ),
    ("redirect_uri", Sort.URL, "Where the answer to the request goes", "RFC 6749 section 3.1.2"),
    ("state", Sort.TEXT, "A value that the client gets back unchanged", "RFC 6749 section 4.1.1"),
    (
        "code_challenge",
        Sort.TEXT,
        "A hash of the secret that redeems the code",
        "RFC 7636 section 4.3",
    ),
    ("code_challenge_method", Sort.TEXT, "How that hash is made", "RFC 7636 section 4.3"),
    ("software_id", Sort.TEXT, "Which software the client is", "RFC 7591 section 2"),
    (
        "software_version",
        Sort.TEXT,
        "Which version of the software the client is",
        "RFC 7591 section 2",
    ),
    ("active", Sort.FLAG, "Whether the token in question is in force", "RFC 7662 section 2.2"),
    (
        "username",
        Sort.TEXT,
        "The user that the token in question speaks for",
        "RFC 7662 section 2.2",
    ),
    ("token_type", Sort.TEXT, "What kind of token is meant", "RFC 7662 section 2.2"),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=2) for name, sort, meaning, reference in _ROWS
)
