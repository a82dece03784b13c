"""JSON text to the bottom: exact values, places, duplicates, and changes that keep every lexeme."""

from jwtdesk.jose.jsontext.document import Document, Member, Number, Value

__all__ = ["Document", "Member", "Number", "Value"]
