"""More claims that sign-in services add: Entra, Cognito, Auth0, Keycloak, Apple, Supabase."""

from jwtdesk.analysis.registered_name import Name, Sort

_ENTRA = (
    ("acct", Sort.NUMBER, "Whether the user is a guest (1) or a member (0)"),
    ("acrs", Sort.LIST, "The conditions of access that were met"),
    ("app_displayname", Sort.TEXT, "The name of the application"),
    ("azpacr", Sort.TEXT, "How the client proved itself: 0 not, 1 secret, 2 certificate"),
    ("ctry", Sort.TEXT, "The country of the user"),
    ("idtyp", Sort.TEXT, "Whether the token is for an app, a user or a device"),
    ("in_corp", Sort.TEXT, "Whether the user signed in from the company's network"),
    ("ipaddr", Sort.TEXT, "The address the user signed in from"),
    ("login_hint", Sort.TEXT, "What to fill in at the next sign-in"),
    ("onprem_sid", Sort.TEXT, "The number of the user in the company's own directory"),
    ("platf", Sort.TEXT, "The platform of the device"),
    ("puid", Sort.TEXT, "For the issuer alone"),
    ("pwd_exp", Sort.TEXT, "When the password expires"),
    ("pwd_url", Sort.URL, "Where the password can be changed"),
    ("signin_state", Sort.LIST, "How the session began"),
    ("tenant_ctry", Sort.TEXT, "The country of the tenant"),
    ("tenant_region_scope", Sort.TEXT, "The region of the tenant"),
    ("verified_primary_email", Sort.LIST, "The verified e-mail addresses"),
    ("xms_cc", Sort.LIST, "What the client is able to do"),
    ("xms_tcdt", Sort.NUMBER, "When the tenant was created, in seconds since 1970"),
    ("hasgroups", Sort.FLAG, "Whether the user has too many groups to list"),
)
_COGNITO = (
    ("cognito:roles", Sort.LIST, "The roles that the user's groups bring"),
    ("cognito:preferred_role", Sort.TEXT, "The role that counts first"),
    ("identities", Sort.LIST, "The outside accounts of the user"),
    ("device_key", Sort.TEXT, "The device that the user signed in from"),
)
_AUTH0 = (
    ("org_id", Sort.TEXT, "The organisation the user signed in to"),
    ("org_name", Sort.TEXT, "The name of that organisation"),
)
_KEYCLOAK = (
    ("authorization", Sort.OBJECT, "What the holder may do with which resource"),
    ("clientHost", Sort.TEXT, "The host the client asked from"),
    ("clientAddress", Sort.TEXT, "The address the client asked from"),
    ("trusted-certs", Sort.LIST, "The certificates the client trusts"),
)
_APPLE = (
    ("nonce_supported", Sort.FLAG, "Whether the platform can carry a nonce"),
    ("is_private_email", Sort.TEXTS, "Whether the e-mail address is a relay"),
    ("real_user_status", Sort.NUMBER, "How likely the user is a real person, 0 to 2"),
    ("transfer_sub", Sort.TEXT, "The number of the user while an app changes hands"),
)
_SUPABASE = (
    ("aal", Sort.TEXT, "How strongly the user was authenticated: aal1 or aal2"),
    ("app_metadata", Sort.OBJECT, "What the service notes about the user"),
    ("user_metadata", Sort.OBJECT, "What the user notes about themselves: never trust it"),
    ("is_anonymous", Sort.FLAG, "Whether the user has not signed up"),
    ("session_id", Sort.TEXT, "The session at the issuer"),
    ("phone", Sort.TEXT, "The telephone number of the user"),
)
_KUBERNETES = (
    ("kubernetes.io/serviceaccount/namespace", Sort.TEXT, "The namespace of the account"),
    ("kubernetes.io/serviceaccount/secret.name", Sort.TEXT, "The secret that holds the token"),
    (
        "kubernetes.io/serviceaccount/service-account.name",
        Sort.TEXT,
        "The name of the service account",
    ),
    (
        "kubernetes.io/serviceaccount/service-account.uid",
        Sort.TEXT,
        "The number of the service account",
    ),
)
_SERVICES = {
    "Microsoft Entra": _ENTRA,
    "Amazon Cognito": _COGNITO,
    "Auth0": _AUTH0,
    "Keycloak": _KEYCLOAK,
    "Apple": _APPLE,
    "Supabase": _SUPABASE,
    "Kubernetes": _KUBERNETES,
}

NAMES = tuple(
    Name(name, sort, meaning, service, order=7)
    for service, rows in _SERVICES.items()
    for name, sort, meaning in rows
)
