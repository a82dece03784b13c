"""The seven registered claims of a JSON Web Token (RFC 7519 section 4.1)."""

from jwtdesk.analysis.registered_name import Name, Sort

_ROWS = (
    ("iss", Sort.TEXT, "Who issued the token", "RFC 7519 section 4.1.1"),
    ("sub", Sort.TEXT, "Whom or what the token is about", "RFC 7519 section 4.1.2"),
    ("aud", Sort.TEXTS, "Whom the token is for: others must refuse it", "RFC 7519 section 4.1.3"),
    ("exp", Sort.TIME, "When the token expires", "RFC 7519 section 4.1.4"),
    ("nbf", Sort.TIME, "When the token begins to be valid", "RFC 7519 section 4.1.5"),
    ("iat", Sort.TIME, "When the token was issued", "RFC 7519 section 4.1.6"),
    (
        "jti",
        Sort.TEXT,
        "A number of its own for this token, so that it cannot be used twice",
        "RFC 7519 section 4.1.7",
    ),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=0) for name, sort, meaning, reference in _ROWS
)
