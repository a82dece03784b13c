"""Example tokens that work at once, each with the keys that belong to it."""

from dataclasses import dataclass

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import SampleChosen


@dataclass(frozen=True, slots=True)
class Sample:
    """One example: what the menu calls it, its algorithm, and what choosing it puts on the desk.

    `group` is the submenu it stands in; `detached` is a payload that travels apart.
    """

    name: str
    title: str
    algorithm: str
    token: str
    key: KeyInput
    signing_key: KeyInput = KeyInput()
    group: str = ""
    detached: bytes | None = None

    @property
    def edit(self) -> SampleChosen:
        """The edit that choosing this sample dispatches."""
        return SampleChosen(self.token, self.key, self.signing_key, self.detached)
