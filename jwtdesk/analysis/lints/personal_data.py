"""Personal data in a token that is only signed, so that everyone on its way can read it."""

import re
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.json_scan import nodes
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_payload
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

NAMES = frozenset(
    """
    given_name family_name middle_name nickname preferred_username first_name last_name
    firstname lastname full_name fullname display_name displayname surname email user_email
    email_address e_mail phone phone_number phonenumber mobile telephone street_address
    postal_code zip_code birthdate birthday date_of_birth dob gender upn unique_name ipaddr
    ip_address nationality place_of_birth national_id passport tax_id
    """.split()
)
# These are also names of things: they count where a person is described.
WORDS = frozenset("name address picture photo mail age sex ip location".split())
PERSONS = re.compile(r"\.?(?:(?:user|person|profile|customer|employee|owner|contact)[^.]*\.)?[^.]*")
EMAIL = re.compile(r"[^@\s]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
MOST, SHOWN = 300, 4
LONGEST = 320


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.claims is None or subject.token.encrypted is not None:
        return
    found = [
        path for path, name, one in nodes(subject.claims, MOST) if _is_personal(path, name, one)
    ]
    if not found:
        return
    shown = ", ".join(quoted(one.removeprefix(".")) for one in found[:SHOWN])
    yield Finding(
        "personal-data",
        Severity.INFO,
        tr("Personal data is readable"),
        tr(
            "Whoever holds the token can read {names}: a token is signed, not encrypted. Keep it "
            "out of logs and addresses, and put in only what is needed.",
            names=shown + ("…" if len(found) > SHOWN else ""),
        ),
        "RFC 7519 section 12",
        f"payload{found[0]}",
        in_payload(subject, found[0].removeprefix(".")),
    )


def _is_personal(path: str, name: str, value: Value) -> bool:
    if value is None or isinstance(value, bool) or value in ("", [], {}):
        return False
    plain = name.rpartition("/")[2].rpartition(":")[2].lower().replace("-", "_")
    if plain in NAMES or (plain in WORDS and PERSONS.fullmatch(path)):
        return True
    return isinstance(value, str) and len(value) <= LONGEST and EMAIL.fullmatch(value) is not None


LINT = Lint("personal-data", 830, _check)
