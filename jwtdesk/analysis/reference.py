"""Where a reference leads: the public page of a specification or a provider, at the section."""

import re
from functools import cache

_RFC = "https://www.rfc-editor.org/rfc/rfc{number}"
_DRAFT = "https://datatracker.ietf.org/doc/html/{name}"
_OPENID = "https://openid.net/specs/"
_MICROSOFT = "https://learn.microsoft.com/en-us/entra/identity-platform/"
_COGNITO = (
    "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-"
)
_REGISTRY = "https://www.iana.org/assignments/jwt/jwt.xhtml"

# How a page of each kind marks its sections; "" where that is not known for sure.
_NEW, _OLD = "section-", "rfc.section."
_SPECIFICATIONS = {
    "OpenID Connect Core": (f"{_OPENID}openid-connect-core-1_0.html", _OLD),
    "OpenID Connect Back-Channel Logout": (f"{_OPENID}openid-connect-backchannel-1_0.html", _OLD),
    "OpenID Connect Front-Channel Logout": (f"{_OPENID}openid-connect-frontchannel-1_0.html", _OLD),
    "OpenID Federation": (f"{_OPENID}openid-federation-1_0.html", _NEW),
    "OpenID Identity Assurance Schema": (
        f"{_OPENID}openid-ida-verified-claims-1_0-final.html",
        _NEW,
    ),
    "OpenID Identity Assurance Claims": (
        f"{_OPENID}openid-connect-4-ida-claims-1_0-final.html",
        _NEW,
    ),
    "OpenID for Verifiable Presentations": (
        f"{_OPENID}openid-4-verifiable-presentations-1_0.html",
        _NEW,
    ),
    "FAPI 1.0 Advanced": (f"{_OPENID}openid-financial-api-part-2-1_0.html", ""),
    "JARM": (f"{_OPENID}oauth-v2-jarm-final.html", ""),
    "SD-JWT VC": (_DRAFT.format(name="draft-ietf-oauth-sd-jwt-vc"), _NEW),
    "Token Status List": (_DRAFT.format(name="draft-ietf-oauth-status-list"), _NEW),
    "W3C Verifiable Credentials": ("https://www.w3.org/TR/vc-data-model/", ""),
    "Unicode TR 36": ("https://www.unicode.org/reports/tr36/", ""),
    "Unicode TR 39": ("https://www.unicode.org/reports/tr39/", ""),
    "FIPS 186-5": ("https://csrc.nist.gov/pubs/fips/186-5/final", ""),
    # Their own pages move or are sold: the registry names the edition in force.
    "CTA-5009": (_REGISTRY, ""),
    "ETSI NFV-SEC 022": (_REGISTRY, ""),
    "3GPP TS 29.510": (_REGISTRY, ""),
    "3GPP TS 29.222": (_REGISTRY, ""),
    "IHE DSGj": ("https://profiles.ihe.net/ITI/DSGj/Volume3/ch-5.10.html", ""),
}
_PROVIDERS = {
    "Amazon ALB": "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
    "listener-authenticate-users.html",
    "Amazon Cognito": f"{_COGNITO}tokens-with-identity-providers.html",
    "Amazon Cognito, verifying JSON web tokens": f"{_COGNITO}tokens-verifying-a-jwt.html",
    "Apple": "https://developer.apple.com/documentation/signinwithapple",
    "Auth0": "https://auth0.com/docs/secure/tokens",
    "Firebase": "https://firebase.google.com/docs/auth/admin/verify-id-tokens",
    "Firebase Authentication, verifying ID tokens": "https://firebase.google.com/docs/auth/admin/"
    "verify-id-tokens",
    "GitHub Actions": "https://docs.github.com/en/actions/reference/security/oidc",
    "GitLab": "https://docs.gitlab.com/ci/secrets/id_token_authentication/",
    "Google": "https://developers.google.com/identity/openid-connect/openid-connect",
    "Google Identity, verifying the ID token": "https://developers.google.com/identity/gsi/web/"
    "guides/verify-google-id-token",
    "Keycloak": "https://www.keycloak.org/docs/latest/server_admin/",
    "Kubernetes": "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/",
    "Microsoft Entra": f"{_MICROSOFT}access-token-claims-reference",
    "Microsoft identity platform, access tokens": f"{_MICROSOFT}access-tokens",
    "Microsoft identity platform, token claims": f"{_MICROSOFT}access-token-claims-reference",
    "Microsoft identity platform, validating tokens": f"{_MICROSOFT}claims-validation",
    "Okta": "https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/",
    "Supabase": "https://supabase.com/docs/guides/auth/jwt-fields",
}

_SHAPE = re.compile(
    r"(?P<work>.+?)(?: (?P<edition>[0-9]\.[0-9]))?"
    r"(?:,? (?P<kind>section|appendix) (?P<at>[0-9A-Z][0-9.A-Za-z]*))?"
)


@cache
def address_of(reference: str) -> str | None:
    """Return the https address that `reference` names, None when no page is known for sure.

    A reference is written "RFC 8725 section 3.1", "OpenID Connect Core 1.0 section 2",
    "draft-… section 4" or as a provider's name; of several names between commas the first counts.
    """
    if reference in _PROVIDERS:
        return _PROVIDERS[reference]
    shape = _SHAPE.fullmatch(reference)
    known = _page(shape["work"], shape["edition"] or "") if shape else None
    if shape is None or known is None:
        first = re.split(r",| and ", reference)[0]
        return _PROVIDERS.get(first)
    page, mark = known
    if not mark or not shape["at"]:
        return page
    return f"{page}#{'appendix-' if shape['kind'] == 'appendix' else mark}{shape['at']}"


def _page(work: str, edition: str) -> tuple[str, str] | None:
    """Return the page of a specification, and how it marks its sections."""
    if found := re.fullmatch(r"RFC ([0-9]{1,5})", work):
        return _RFC.format(number=found[1]), _NEW
    if re.fullmatch(r"draft-[a-z0-9-]+", work):
        return _DRAFT.format(name=work), _NEW
    return _SPECIFICATIONS.get(f"{work} {edition}") or _SPECIFICATIONS.get(work)
