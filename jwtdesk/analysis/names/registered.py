"""Registered claims that few services use: telephony, attestation, delivery networks, identity.

With those of the other files this is every name of the IANA registry "JSON Web Token Claims", as
the dated copy in `resources/registry` has it.
"""

from jwtdesk.analysis.registered_name import Name, Sort

_EAT = "RFC 9711"
_STAPLE = "draft-ietf-stir-certificates-ocsp"
_CDNI = "RFC 9246"
_IDENTITY = "OpenID Identity Assurance Claims section 4"

_TELEPHONY = (
    ("sip_from_tag", Sort.TEXT, "The tag of the caller in a SIP dialogue", "RFC 8055"),
    ("sip_date", Sort.NUMBER, "The date of a SIP request", "RFC 8055"),
    ("sip_callid", Sort.TEXT, "The number of a SIP call", "RFC 8055"),
    ("sip_cseq_num", Sort.TEXT, "The sequence number of a SIP request", "RFC 8055"),
    ("sip_via_branch", Sort.TEXT, "The branch a SIP request came by", "RFC 8055"),
    ("mky", Sort.LIST, "The fingerprints of the media keys", "RFC 8225 section 5.2.2"),
    ("rph", Sort.OBJECT, "The priority that the call may claim", "RFC 8443 section 3"),
    ("sph", Sort.TEXT, "The priority that the SIP header gives the call", "RFC 9027"),
    ("jcard", Sort.LIST, "The calling card of the caller", "RFC 8688"),
    ("div", Sort.OBJECT, "Whom the call was for before it was diverted", "RFC 8946"),
    ("opt", Sort.TEXT, "The token of the call before it was diverted, whole", "RFC 8946"),
    ("rcd", Sort.OBJECT, "The name, picture and card of the caller", "RFC 9795"),
    ("rcdi", Sort.OBJECT, "Hashes of what the caller's card links to", "RFC 9795"),
    ("crn", Sort.TEXT, "Why the call is made", "RFC 9795"),
    ("msgi", Sort.TEXT, "A hash of the message", "RFC 9475"),
    ("stpl", Sort.TEXT, "Shows that the certificate was not withdrawn", _STAPLE),
    ("atc", Sort.OBJECT, "Over which number or name somebody has authority", "RFC 9447"),
)
_ATTESTATION = (
    ("sueids", Sort.OBJECT, "Numbers of the device that may change with its owner", _EAT),
    ("oemid", Sort.TEXT, "Who made the hardware", _EAT),
    ("hwmodel", Sort.TEXT, "The model of the hardware", _EAT),
    ("hwversion", Sort.LIST, "The version of the hardware", _EAT),
    ("oemboot", Sort.FLAG, "Whether only software of the maker was started", _EAT),
    ("dbgstat", Sort.TEXT, "Whether debugging is possible on the device", _EAT),
    ("location", Sort.OBJECT, "Where on Earth the device is", _EAT),
    ("submods", Sort.OBJECT, "What the parts of the device say of themselves", _EAT),
    ("uptime", Sort.NUMBER, "For how many seconds the device has been running", _EAT),
    ("bootcount", Sort.NUMBER, "How often the device was started", _EAT),
    ("bootseed", Sort.TEXT, "A number that is new at every start", _EAT),
    ("dloas", Sort.LIST, "The certifications that the device has", _EAT),
    ("swname", Sort.TEXT, "The name of the software", _EAT),
    ("swversion", Sort.LIST, "The version of the software", _EAT),
    ("manifests", Sort.LIST, "Lists of the software that is installed", _EAT),
    ("measurements", Sort.LIST, "What the software was measured to be", _EAT),
    ("measres", Sort.LIST, "How the measurements compare with what is expected", _EAT),
    ("intuse", Sort.TEXT, "What the attestation is meant for", _EAT),
)
_DELIVERY = (
    ("cdniv", Sort.NUMBER, "The version of these claims", f"{_CDNI} section 2.1.8"),
    ("cdnicrit", Sort.TEXT, "Which of these claims must be understood", f"{_CDNI} section 2.1.9"),
    ("cdniip", Sort.TEXT, "The address that may fetch the content", f"{_CDNI} section 2.1.10"),
    ("cdniuc", Sort.TEXT, "The content that may be fetched", f"{_CDNI} section 2.1.11"),
    ("cdniets", Sort.NUMBER, "How long a renewed token lives", f"{_CDNI} section 2.1.12"),
    ("cdnistt", Sort.NUMBER, "How a renewed token is handed over", f"{_CDNI} section 2.1.13"),
    ("cdnistd", Sort.NUMBER, "For which part of the path it counts", f"{_CDNI} section 2.1.14"),
)
_IDENTITY_CLAIMS = (
    (
        "verified_claims",
        Sort.OBJECT,
        "Facts about the person, with how they were verified",
        "OpenID Identity Assurance Schema section 5",
    ),
    ("place_of_birth", Sort.OBJECT, "Where the person was born", _IDENTITY),
    ("nationalities", Sort.LIST, "The nationalities of the person", _IDENTITY),
    ("birth_family_name", Sort.TEXT, "The family name at birth", _IDENTITY),
    ("birth_given_name", Sort.TEXT, "The given name at birth", _IDENTITY),
    ("birth_middle_name", Sort.TEXT, "The middle name at birth", _IDENTITY),
    ("salutation", Sort.TEXT, "How the person is addressed", _IDENTITY),
    ("title", Sort.TEXT, "The academic or other title", _IDENTITY),
    ("msisdn", Sort.TEXT, "The mobile telephone number", _IDENTITY),
    ("also_known_as", Sort.TEXT, "Another name the person is known by", _IDENTITY),
)
_OTHERS = (
    ("vot", Sort.TEXT, "How far identity and sign-in can be trusted", "RFC 8485"),
    ("vtm", Sort.URL, "Where that measure of trust is explained", "RFC 8485"),
    ("at_use_nbr", Sort.NUMBER, "For how many requests the token may be used", "ETSI NFV-SEC 022"),
    ("ace_profile", Sort.TEXT, "The profile of a constrained device", "RFC 9200 section 5.10"),
    ("cnonce", Sort.TEXT, "Shows a device without a clock that it is fresh", "RFC 9200"),
    ("exi", Sort.NUMBER, "For how many seconds it counts once seen", "RFC 9200 section 5.10.3"),
    (
        "sig_val_claims",
        Sort.OBJECT,
        "The result of validating a signature",
        "RFC 9321 section 3.2.3",
    ),
    ("sub_id", Sort.OBJECT, "The subject, in a form that says its kind", "RFC 9493 section 4.1"),
    (
        "rdap_allowed_purposes",
        Sort.LIST,
        "For what domain data may be asked",
        "RFC 9560 section 3.1.5.1",
    ),
    (
        "rdap_dnt_allowed",
        Sort.FLAG,
        "Whether one may ask not to be tracked",
        "RFC 9560 section 3.1.5.2",
    ),
    ("cmw", Sort.TEXTS, "An attestation of any format, wrapped", "RFC 9999 section 3.1"),
    ("geohash", Sort.TEXTS, "A place on Earth, coarsely", "CTA-5009"),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=6)
    for rows in (_TELEPHONY, _ATTESTATION, _DELIVERY, _IDENTITY_CLAIMS, _OTHERS)
    for name, sort, meaning, reference in rows
)
