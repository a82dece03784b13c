"""One or two words for the names everybody meets, for where a whole sentence would be too long."""

from jwtdesk.analysis.claims import meaning
from jwtdesk.analysis.registered_name import Place
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType
from jwtdesk.jose.encryption import KeyManagement
from jwtdesk.jose.words import tr

_SHORT = {
    "iss": "Issuer",
    "sub": "Subject",
    "aud": "Audience",
    "jti": "Token ID",
    "typ": "Media type",
    "cty": "Content type",
    "kid": "Key ID",
    "jku": "Key set address",
    "jwk": "Embedded public key",
    "x5u": "Certificate address",
    "x5c": "Certificate chain",
    "x5t": "Certificate SHA-1",
    "x5t#S256": "Certificate SHA-256",
    "crit": "Must be understood",
    "b64": "Payload encoding",
    "enc": "Content encryption",
    "zip": "Compression",
    "scope": "Scope",
    "scp": "Scopes",
    "client_id": "Client",
    "azp": "Authorised party",
    "appid": "Application",
    "tid": "Tenant",
    "oid": "Object ID",
    "nonce": "Nonce",
    "acr": "Authentication level",
    "amr": "Authentication methods",
    "at_hash": "Access token hash",
    "c_hash": "Code hash",
    "s_hash": "State hash",
    "sid": "Session",
    "name": "Full name",
    "given_name": "Given name",
    "family_name": "Family name",
    "preferred_username": "User name",
    "email": "E-mail address",
    "email_verified": "E-mail checked",
    "phone_number": "Telephone",
    "picture": "Picture",
    "locale": "Language",
    "zoneinfo": "Time zone",
    "roles": "Roles",
    "groups": "Groups",
    "permissions": "Permissions",
    "cnf": "Bound key",
    "act": "Acting party",
    "htm": "HTTP method",
    "htu": "HTTP address",
    "ath": "Access token hash",
    "events": "Events",
    "vct": "Credential type",
}


def short_name(name: str, place: Place = Place.CLAIM) -> str:
    """Return what `name` is called in a word or two, or its meaning, or "" when it is not known."""
    known = meaning(name, place)
    return tr(_SHORT[name]) if known and name in _SHORT else known


def short_algorithm(chosen: Algorithm) -> str:
    """Return what an algorithm is made of: "ECDSA, P-256 + SHA-256"."""
    if chosen.family is Family.NONE:
        return tr("Unsecured: no signature")
    digest = chosen.hash_name.upper().replace("SHA", "SHA-")
    parts = (chosen.curves[0] if len(chosen.curves) == 1 else "", digest)
    rest = " + ".join(part for part in parts if part)
    return tr("{family}, {rest}", family=chosen.family.value, rest=rest) if rest else chosen.name


def short_way(one: KeyManagement) -> str:
    """Return in a word or two how `one` brings the content key to its reader."""
    if KeyType.RSA in one.key_types:
        return tr("Key encrypted with RSA")
    if one.curves:
        return tr("Key agreement")
    if one.name.startswith("PBES2"):
        return tr("Key from a password")
    return tr("Shared key, used as it is") if one.determined else tr("Key wrapped with AES")
