"""Claims of the tokens that the parts of a 5G network show each other (3GPP)."""

from jwtdesk.analysis.registered_name import Name, Sort

_NETWORK = "3GPP TS 29.510 section 6.3.5.2.4"
_ROWS = (
    ("consumerPlmnId", Sort.OBJECT, "The mobile network that asks", _NETWORK),
    ("consumerSnpnId", Sort.OBJECT, "The private network that asks", _NETWORK),
    ("producerPlmnId", Sort.OBJECT, "The mobile network that serves", _NETWORK),
    ("producerSnpnId", Sort.OBJECT, "The private network that serves", _NETWORK),
    ("producerSnssaiList", Sort.LIST, "The slices of the network that may be used", _NETWORK),
    ("producerNsiList", Sort.LIST, "The instances of slices that may be used", _NETWORK),
    ("producerNfSetId", Sort.TEXT, "The set of network functions that serves", _NETWORK),
    ("producerNfServiceSetId", Sort.TEXT, "The set of services that serves", _NETWORK),
    ("sourceNfInstanceId", Sort.TEXT, "The network function that the data come from", _NETWORK),
    ("analyticsIdList", Sort.LIST, "Which analyses may be asked for", _NETWORK),
    (
        "resOwnerId",
        Sort.TEXT,
        "Whose data may be asked for",
        "3GPP TS 29.222 section 8.5.4.2.8",
    ),
)

NAMES = tuple(
    Name(name, sort, meaning, reference, order=6) for name, sort, meaning, reference in _ROWS
)
