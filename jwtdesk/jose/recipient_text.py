"""The text of a JWE in JSON form while its computed members are written into it, all else kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Content, with_members
from jwtdesk.jose.encryption import Wrapped
from jwtdesk.jose.json_object import lexeme_of, outer, rewritten
from jwtdesk.jose.jsontext import quote, replace_value

LIST = "recipients"


@dataclass(frozen=True, slots=True)
class JweText:
    """The `text` as it was, and what is being changed in it.

    `protected` is the text of the protected header ("" for none), `shared` that of `unprotected`
    (None where there is none). `owners` are the objects that carry a recipient, as they are
    written; in the flattened form that is the whole text.
    """

    text: str
    protected: str
    shared: str | None
    owners: tuple[str, ...]

    def with_recipient(self, index: int, wrapped: Wrapped, *, alone: bool) -> "JweText":
        """Write the encrypted key and the computed members of recipient `index`.

        A member goes where it stands already; a new one into the protected header when that is
        this recipient's `alone` and holds `alg`, else into the recipient's own header.
        """
        made = self
        for name, lexeme in reversed(wrapped.members):
            made = made.with_member(index, name, lexeme, alone=alone)
        owner = made.owners[index]
        encoded = base64url.encode(wrapped.encrypted_key)
        if encoded:
            owner = replace_value(owner, "encrypted_key", quote(encoded))
        elif _has(owner, "encrypted_key"):
            owner = rewritten(owner, {"encrypted_key"})
        return made.with_owner(index, owner)

    def with_member(self, index: int, name: str, lexeme: str, *, alone: bool) -> "JweText":
        """Write one computed member of recipient `index` where it belongs."""
        owner = self.owners[index]
        own = lexeme_of(owner, "header") or "{}"
        if alone and _has(self.protected, name):
            return replace(self, protected=with_members(self.protected, ((name, lexeme),)))
        if alone and self.shared is not None and _has(self.shared, name):
            return replace(self, shared=replace_value(self.shared, name, lexeme))
        if alone and not _has(own, name) and _has(self.protected, "alg"):
            return replace(self, protected=with_members(self.protected, ((name, lexeme),)))
        header = replace_value(own, name, lexeme)
        return self.with_owner(index, replace_value(owner, "header", header))

    def with_owner(self, index: int, owner: str) -> "JweText":
        """Put `owner` in the place of the object that carries recipient `index`."""
        return replace(self, owners=(*self.owners[:index], owner, *self.owners[index + 1 :]))

    def finished(self, kept: Sequence[int], encoded: str, sealed: Content) -> str:
        """Return the whole text with the recipients `kept`, in order, and the new content.

        `encoded` is the protected header in base64url.
        """
        listed = lexeme_of(self.text, LIST)
        if listed is None:
            text = self.owners[0]
        else:
            text = replace_value(self.text, LIST, self._list(listed, kept))
        if self.shared is not None:
            text = replace_value(text, "unprotected", self.shared)
        parts = {"tag": sealed.tag, "ciphertext": sealed.ciphertext, "iv": sealed.iv}
        for name, octets in parts.items():
            text = replace_value(text, name, quote(base64url.encode(octets)))
        if encoded:
            return replace_value(text, "protected", quote(encoded))
        return rewritten(text, {"protected"}) if _has(text, "protected") else text

    def _list(self, listed: str, kept: Sequence[int]) -> str:
        """Return the list of recipients with the `kept` ones, laid out as it was."""
        places = [one.value for one in outer(listed)]
        made = [listed[: places[0].start]]
        for index in kept:
            if len(made) > 1:
                made.append(listed[places[index - 1].end : places[index].start])
            made.append(self.owners[index])
        return "".join(made) + listed[places[-1].end :]


def jwe_text(text: str, protected: str) -> JweText:
    """Take the JSON `text` apart; `protected` is the header that it shall have."""
    listed = lexeme_of(text, LIST)
    if listed is None:
        owners: tuple[str, ...] = (text,)
    else:
        owners = tuple(listed[one.value.start : one.value.end] for one in outer(listed))
    return JweText(text, protected, lexeme_of(text, "unprotected"), owners)


def _has(text: str, name: str) -> bool:
    return bool(text) and lexeme_of(text, name) is not None
