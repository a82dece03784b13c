"""Claims of selective disclosure, credentials and other registered uses."""

from jwtdesk.analysis.registered_name import Name, Sort

_ROWS = (
    ("_sd", Sort.LIST, "Hashes of claims that may be disclosed", "RFC 9901 section 4.2.4.1"),
    ("_sd_alg", Sort.TEXT, "How the hashes of disclosures are made", "RFC 9901 section 4.1.1"),
    (
        "...",
        Sort.TEXT,
        "The hash of a list entry that may be disclosed",
        "RFC 9901 section 4.2.4.2",
    ),
    ("sd_hash", Sort.TEXT, "A hash of what the holder presents", "RFC 9901 section 4.3"),
    ("vct", Sort.URL, "The type of the credential", "SD-JWT VC"),
    ("vct#integrity", Sort.TEXT, "A hash of what describes that type", "SD-JWT VC"),
    ("vc", Sort.OBJECT, "A verifiable credential", "W3C Verifiable Credentials"),
    ("vp", Sort.OBJECT, "A verifiable presentation", "W3C Verifiable Credentials"),
    ("status", Sort.OBJECT, "Where to learn whether the token was withdrawn", "Token Status List"),
    ("status_list", Sort.OBJECT, "The states of many tokens at once", "Token Status List"),
    ("ttl", Sort.NUMBER, "For how many seconds the answer may be kept", "Token Status List"),
    ("orig", Sort.OBJECT, "Who is calling", "RFC 8225 section 5.2.1"),
    ("dest", Sort.OBJECT, "Who is called", "RFC 8225 section 5.2.1"),
    ("attest", Sort.TEXT, "How sure the network is of the caller", "RFC 8588"),
    ("origid", Sort.TEXT, "Where the call entered the network", "RFC 8588"),
    ("ueid", Sort.TEXT, "The number of the device", "RFC 9711 section 4.2.1"),
    ("eat_nonce", Sort.TEXTS, "Shows that the attestation is fresh", "RFC 9711 section 4.1"),
    ("eat_profile", Sort.TEXT, "The profile of the attestation", "RFC 9711 section 4.3.2"),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=3) for name, sort, meaning, reference in _ROWS
)
