"""Claims of OpenID Connect: the ID token, the person, the session."""

from jwtdesk.analysis.registered_name import Name, Sort

_ROWS = (
    (
        "nonce",
        Sort.TEXT,
        "Ties the token to the request that asked for it",
        "OpenID Connect Core section 2",
    ),
    ("auth_time", Sort.TIME, "When the user signed in", "OpenID Connect Core section 2"),
    ("acr", Sort.TEXT, "How strongly the user was authenticated", "OpenID Connect Core section 2"),
    ("amr", Sort.LIST, "By what means the user was authenticated", "OpenID Connect Core section 2"),
    ("azp", Sort.TEXT, "The client that the token was issued to", "OpenID Connect Core section 2"),
    (
        "at_hash",
        Sort.TEXT,
        "Half a hash of the access token that came along",
        "OpenID Connect Core section 3.1.3.6",
    ),
    (
        "c_hash",
        Sort.TEXT,
        "Half a hash of the authorisation code that came along",
        "OpenID Connect Core section 3.3.2.11",
    ),
    (
        "s_hash",
        Sort.TEXT,
        "Half a hash of the state value of the request",
        "FAPI 1.0 Advanced section 5.1",
    ),
    ("sub_jwk", Sort.OBJECT, "The key of a self-issued subject", "OpenID Connect Core section 7.4"),
    (
        "sid",
        Sort.TEXT,
        "The session at the issuer that the token belongs to",
        "OpenID Connect Front-Channel Logout",
    ),
    ("name", Sort.TEXT, "The full name of the person", "OpenID Connect Core section 5.1"),
    ("given_name", Sort.TEXT, "The given name or first names", "OpenID Connect Core section 5.1"),
    ("family_name", Sort.TEXT, "The family name or surnames", "OpenID Connect Core section 5.1"),
    ("middle_name", Sort.TEXT, "The middle names", "OpenID Connect Core section 5.1"),
    ("nickname", Sort.TEXT, "A casual name", "OpenID Connect Core section 5.1"),
    (
        "preferred_username",
        Sort.TEXT,
        "The name the person likes to sign in with; it may change",
        "OpenID Connect Core section 5.1",
    ),
    ("profile", Sort.URL, "A page about the person", "OpenID Connect Core section 5.1"),
    ("picture", Sort.URL, "A picture of the person", "OpenID Connect Core section 5.1"),
    ("website", Sort.URL, "The web site of the person", "OpenID Connect Core section 5.1"),
    ("email", Sort.TEXT, "The e-mail address of the person", "OpenID Connect Core section 5.1"),
    (
        "email_verified",
        Sort.FLAG,
        "Whether the issuer checked the e-mail address",
        "OpenID Connect Core section 5.1",
    ),
    ("gender", Sort.TEXT, "The gender of the person", "OpenID Connect Core section 5.1"),
    ("birthdate", Sort.TEXT, "The birthday of the person", "OpenID Connect Core section 5.1"),
    ("zoneinfo", Sort.TEXT, "The time zone of the person", "OpenID Connect Core section 5.1"),
    ("locale", Sort.TEXT, "The language of the person", "OpenID Connect Core section 5.1"),
    (
        "phone_number",
        Sort.TEXT,
        "The telephone number of the person",
        "OpenID Connect Core section 5.1",
    ),
    (
        "phone_number_verified",
        Sort.FLAG,
        "Whether the issuer checked the telephone number",
        "OpenID Connect Core section 5.1",
    ),
    ("address", Sort.OBJECT, "The postal address of the person", "OpenID Connect Core section 5.1"),
    (
        "updated_at",
        Sort.TIME,
        "When the facts about the person last changed",
        "OpenID Connect Core section 5.1",
    ),
    (
        "_claim_names",
        Sort.OBJECT,
        "Which claims are to be found elsewhere",
        "OpenID Connect Core section 5.6.2",
    ),
    (
        "_claim_sources",
        Sort.OBJECT,
        "Where those claims are to be found",
        "OpenID Connect Core section 5.6.2",
    ),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=1) for name, sort, meaning, reference in _ROWS
)
