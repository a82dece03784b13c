"""The text of a JWE in JSON form while its computed members are written into it, all else kept."""

from dataclasses import dataclass, replace

from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Content, with_members
from jwtdesk.jose.encryption import Wrapped
from jwtdesk.jose.json_object import lexeme_of, outer, removed, rewritten
from jwtdesk.jose.jsontext import quote, replace_value


@dataclass(frozen=True, slots=True)
class JweText:
    """The whole `text`, and the text of the protected header that it shall have ("" for none)."""

    text: str
    protected: str

    def with_recipient(self, index: int, wrapped: Wrapped, *, alone: bool) -> "JweText":
        """Write the encrypted key and the computed members of recipient `index`.

        A member goes where it stands already; a new one into the protected header when that is
        this recipient's `alone` and holds `alg`, else into the recipient's own header.
        """
        made = self
        for name, lexeme in reversed(wrapped.members):
            made = made.with_member(index, name, lexeme, alone=alone)
        owner = made.owner(index)
        encoded = base64url.encode(wrapped.encrypted_key)
        if encoded:
            owner = replace_value(owner, "encrypted_key", quote(encoded))
        elif _has(owner, "encrypted_key"):
            owner = rewritten(owner, {"encrypted_key"})
        return made.with_owner(index, owner)

    def with_member(self, index: int, name: str, lexeme: str, *, alone: bool) -> "JweText":
        """Write one computed member of recipient `index` where it belongs."""
        own = _has(lexeme_of(self.owner(index), "header") or "{}", name)
        shared = lexeme_of(self.text, "unprotected")
        if alone and _has(self.protected, name):
            return replace(self, protected=with_members(self.protected, ((name, lexeme),)))
        if alone and shared is not None and _has(shared, name):
            changed = replace_value(shared, name, lexeme)
            return replace(self, text=replace_value(self.text, "unprotected", changed))
        if alone and not own and _has(self.protected, "alg"):
            return replace(self, protected=with_members(self.protected, ((name, lexeme),)))
        owner = self.owner(index)
        header = replace_value(lexeme_of(owner, "header") or "{}", name, lexeme)
        return self.with_owner(index, replace_value(owner, "header", header))

    def owner(self, index: int) -> str:
        """Return the object that carries recipient `index`: of the flattened form, the whole."""
        listed = lexeme_of(self.text, "recipients")
        if listed is None:
            return self.text
        place = outer(listed)[index].value
        return listed[place.start : place.end]

    def with_owner(self, index: int, owner: str) -> "JweText":
        """Put `owner` in the place of the object that carries recipient `index`."""
        listed = lexeme_of(self.text, "recipients")
        if listed is None:
            return replace(self, text=owner)
        place = outer(listed)[index].value
        changed = listed[: place.start] + owner + listed[place.end :]
        return replace(self, text=replace_value(self.text, "recipients", changed))

    def only(self, kept: set[int]) -> "JweText":
        """Leave out every recipient whose index is not among the `kept`."""
        listed = lexeme_of(self.text, "recipients")
        if listed is None:
            return self
        for index in reversed(range(len(outer(listed)))):
            if index not in kept:
                listed = removed(listed, index)
        return replace(self, text=replace_value(self.text, "recipients", listed))

    def finished(self, encoded: str, sealed: Content) -> str:
        """Return the text with the content and the `encoded` protected header written into it."""
        text = self.text
        parts = {"tag": sealed.tag, "ciphertext": sealed.ciphertext, "iv": sealed.iv}
        for name, octets in parts.items():
            text = replace_value(text, name, quote(base64url.encode(octets)))
        if encoded:
            return replace_value(text, "protected", quote(encoded))
        return rewritten(text, {"protected"}) if _has(text, "protected") else text


def _has(text: str, name: str) -> bool:
    return bool(text) and lexeme_of(text, name) is not None
