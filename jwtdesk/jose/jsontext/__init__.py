"""JSON text to the bottom: exact values, places, duplicates, and changes that keep every lexeme."""

from jwtdesk.jose.jsontext.brackets import brackets
from jwtdesk.jose.jsontext.carry import span_between
from jwtdesk.jose.jsontext.change import replace_value, without_member
from jwtdesk.jose.jsontext.document import Document, Member, Number, Value
from jwtdesk.jose.jsontext.layout import compact, is_compact, pretty
from jwtdesk.jose.jsontext.members import member_at, members
from jwtdesk.jose.jsontext.place import line_column
from jwtdesk.jose.jsontext.read import read
from jwtdesk.jose.jsontext.shallow import outer_members
from jwtdesk.jose.jsontext.strings import quote

__all__ = [
    "Document",
    "Member",
    "Number",
    "Value",
    "brackets",
    "compact",
    "is_compact",
    "line_column",
    "member_at",
    "members",
    "outer_members",
    "pretty",
    "quote",
    "read",
    "replace_value",
    "span_between",
    "without_member",
]
