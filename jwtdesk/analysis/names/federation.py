"""Claims of OpenID Federation: what organisations that trust each other say of one another."""

from jwtdesk.analysis.registered_name import Name, Sort

_ROWS = (
    ("jwks", Sort.OBJECT, "The keys of an entity", "13.1"),
    ("metadata", Sort.OBJECT, "What an entity of a federation says about itself", "13.2"),
    ("constraints", Sort.OBJECT, "What limits the chain of trust", "13.3"),
    ("crit", Sort.LIST, "Which claims must be understood", "13.4"),
    (
        "ref",
        Sort.TEXT,
        "The branch or tag that a job runs for; in a federation, more to read",
        "13.5",
    ),
    ("delegation", Sort.TEXT, "The right to give a mark for its owner", "13.6"),
    ("logo_uri", Sort.URL, "A picture of the mark or client", "13.7"),
    ("authority_hints", Sort.LIST, "Who vouches for an entity", "3.2"),
    (
        "trust_anchor_hints",
        Sort.LIST,
        "Which anchors of trust an entity can be reached from",
        "3.2",
    ),
    ("trust_marks", Sort.LIST, "The marks of trust an entity holds", "3.2"),
    ("trust_mark_issuers", Sort.OBJECT, "Who may give which mark of trust", "3.2"),
    ("trust_mark_owners", Sort.OBJECT, "Who owns which mark of trust", "3.2"),
    ("metadata_policy", Sort.OBJECT, "What those below may say of themselves", "3.3"),
    ("metadata_policy_crit", Sort.LIST, "Which policies must be understood", "3.3"),
    ("source_endpoint", Sort.URL, "Where the statement comes from", "3.3"),
    ("keys", Sort.LIST, "The keys of an entity, past ones included", "5.2.1"),
    ("trust_mark", Sort.TEXT, "A mark of trust given by a federation", "3.2"),
    ("trust_mark_type", Sort.URL, "Which mark of trust this is", "7.1"),
    ("trust_chain", Sort.LIST, "The statements from an entity up to an anchor of trust", "8.3.2"),
    ("trust_anchor", Sort.URL, "The anchor of trust that was chosen", "12.2.3"),
)

NAMES = tuple(
    Name(name, sort, meaning, f"OpenID Federation section {section}", order=6)
    for name, sort, meaning, section in _ROWS
)
