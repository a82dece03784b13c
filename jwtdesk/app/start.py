"""What the command line asks of the window: a theme, a key, something to open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jwtdesk.app.safe_text import safe
from jwtdesk.jose.words import tr

PROGRAM_NAMES = ("jwtdesk", "jwtdesk.exe", "__main__.py")
THEMES = ("light", "dark", "system")


@dataclass(frozen=True, slots=True)
class Start:
    """What the window starts with; None where nothing was said.

    `opens` is a file, a token or "-"; `key` the path of a key file; `unknown` the words that mean
    nothing here.
    """

    opens: str | None = None
    key: str | None = None
    theme: str | None = None
    unknown: tuple[str, ...] = ()

    @property
    def misunderstood(self) -> str:
        """The sentence about the words that mean nothing here, "" when there are none."""
        if not self.unknown:
            return ""
        words = safe(" ".join(self.unknown))
        return tr("Not understood on the command line: {words}", words=words)


def read(arguments: Sequence[str]) -> Start:
    """Read `arguments`, with or without the program's own name in front. Never raises."""
    words = list(arguments)
    if words and Path(words[0]).name in PROGRAM_NAMES:
        words.pop(0)
    found: dict[str, str] = {}
    opens: str | None = None
    unknown: list[str] = []
    while words:
        word = words.pop(0)
        name, has_value, value = word.partition("=")
        if name in ("--key", "--theme"):
            if not has_value and words:
                value = words.pop(0)
            found[name] = value
        elif word.startswith("--") or opens is not None:
            unknown.append(word)
        else:
            opens = word
    theme = found.get("--theme")
    if theme is not None and theme not in THEMES:
        unknown.append(f"--theme {theme}")
        theme = None
    return Start(opens, found.get("--key"), theme, tuple(unknown))
