"""Claims that the big providers add; none is registered, all are met every day."""

from jwtdesk.analysis.registered_name import Name, Sort

_ROWS = (
    ("oid", Sort.TEXT, "The number of the user or service in its directory", "Microsoft Entra"),
    ("tid", Sort.TEXT, "The tenant that the token comes from", "Microsoft Entra"),
    ("upn", Sort.TEXT, "The sign-in name of the user", "Microsoft Entra"),
    ("appid", Sort.TEXT, "The application that asked for the token", "Microsoft Entra"),
    ("appidacr", Sort.TEXT, "How the application proved itself", "Microsoft Entra"),
    ("scp", Sort.TEXTS, "What the application may do for the user", "Microsoft Entra, Okta"),
    ("ver", Sort.TEXTS, "The version of the token format", "Microsoft Entra, Okta"),
    ("uti", Sort.TEXT, "The number of the token at its issuer", "Microsoft Entra"),
    ("rh", Sort.TEXT, "For the issuer alone", "Microsoft Entra"),
    ("aio", Sort.TEXT, "For the issuer alone", "Microsoft Entra"),
    ("idp", Sort.TEXT, "Who authenticated the user", "Microsoft Entra"),
    ("unique_name", Sort.TEXT, "A readable name of the user; not unique", "Microsoft Entra"),
    ("wids", Sort.LIST, "The directory roles of the user", "Microsoft Entra"),
    ("hd", Sort.TEXT, "The organisation that the account belongs to", "Google"),
    ("gty", Sort.TEXT, "The kind of grant that the token came from", "Auth0"),
    ("permissions", Sort.LIST, "What the holder may do", "Auth0"),
    ("realm_access", Sort.OBJECT, "The roles of the user in the realm", "Keycloak"),
    ("resource_access", Sort.OBJECT, "The roles of the user at each client", "Keycloak"),
    ("session_state", Sort.TEXT, "The session at the issuer", "Keycloak"),
    ("typ", Sort.TEXT, "What kind of token this is at its issuer", "Keycloak"),
    ("allowed-origins", Sort.LIST, "The web origins that may use the token", "Keycloak"),
    ("cognito:groups", Sort.LIST, "The groups of the user in the pool", "Amazon Cognito"),
    ("cognito:username", Sort.TEXT, "The name of the user in the pool", "Amazon Cognito"),
    ("token_use", Sort.TEXT, "Whether it is an ID token or an access token", "Amazon Cognito"),
    ("event_id", Sort.TEXT, "The sign-in that the token came from", "Amazon Cognito"),
    ("origin_jti", Sort.TEXT, "The sign-in that the token can be withdrawn with", "Amazon Cognito"),
    ("user_id", Sort.TEXTS, "The number of the user", "Firebase and many others"),
    ("firebase", Sort.OBJECT, "How the user signed in", "Firebase"),
    ("role", Sort.TEXT, "The role of the holder", "Supabase and many others"),
    (
        "kubernetes.io",
        Sort.OBJECT,
        "The pod and the account that the token belongs to",
        "Kubernetes",
    ),
    ("cid", Sort.TEXT, "The client that asked for the token", "Okta"),
    ("uid", Sort.TEXT, "The number of the user", "Okta"),
    ("repository", Sort.TEXT, "The repository that the job runs for", "GitHub Actions"),
    ("sha", Sort.TEXT, "The commit that the job runs for", "GitHub Actions, GitLab"),
    ("job_workflow_ref", Sort.TEXT, "The workflow that the job is part of", "GitHub Actions"),
    ("project_path", Sort.TEXT, "The project that the job runs for", "GitLab"),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=4) for name, sort, meaning, reference in _ROWS
)
