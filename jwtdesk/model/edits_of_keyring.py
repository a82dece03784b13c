"""What a user does with keys beyond typing them: mending, keeping, choosing, fetching, guessing."""

from dataclasses import dataclass, field

from jwtdesk.jose.key import KeyInput


@dataclass(frozen=True, slots=True)
class KeyReplaced:
    """A button put another key into the key field; `said` tells so, and the old one can return."""

    key: KeyInput
    said: str


@dataclass(frozen=True, slots=True)
class KeyUnwanted:
    """The user does not want to wait for the new key any longer."""


@dataclass(frozen=True, slots=True)
class KeyKept:
    """The key in the field is to be kept for this session, under `name` or one that fits it."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class KeyChosen:
    """The kept key `name` is to be used."""

    name: str


@dataclass(frozen=True, slots=True)
class KeyDropped:
    """The kept key `name` is to be forgotten."""

    name: str


@dataclass(frozen=True, slots=True)
class FittingKeyChosen:
    """Whichever kept key belongs to this token is to be used."""


@dataclass(frozen=True, slots=True)
class FetchWanted:
    """The user pressed the button that names `url`: keys are to be fetched from there, once."""

    url: str


@dataclass(frozen=True, slots=True)
class FetchStopped:
    """The user does not want to fetch any more; what was fetched so far is forgotten."""


@dataclass(frozen=True, slots=True)
class WordsGiven:
    """The user opened a word list: its `words`, one a line, are to be tried as the secret."""

    words: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WordsUnwanted:
    """The user does not want to wait for the word list any longer."""


KeyringEdit = (
    KeyReplaced
    | KeyUnwanted
    | KeyKept
    | KeyChosen
    | KeyDropped
    | FittingKeyChosen
    | FetchWanted
    | FetchStopped
    | WordsGiven
    | WordsUnwanted
)
