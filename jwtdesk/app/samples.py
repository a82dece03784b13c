"""The sample tokens, read from the resources."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import overload

from jwtdesk.app.paths import resource
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.words import tr
from jwtdesk.model.samples import Sample


class Samples(Sequence[Sample]):
    """The samples of some files, each read when it is asked for: the first frame shows none."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, at: int) -> Sample: ...
    @overload
    def __getitem__(self, at: slice) -> "Samples": ...
    def __getitem__(self, at: int | slice) -> "Sample | Samples":
        found = self._files[at]
        return _read(found) if isinstance(found, Path) else Samples(found)


def samples() -> Samples:
    """Return every sample, in the order of their files' names."""
    return Samples(sorted(resource("samples").glob("*.toml")))


@cache
def _read(file: Path) -> Sample:
    import tomllib

    return _sample(file.stem, tomllib.loads(file.read_text("utf-8")))


def _sample(name: str, facts: dict[str, str]) -> Sample:
    encoding = SecretEncoding(facts.get("encoding", "utf8"))
    return Sample(
        name,
        tr(facts["title"]),
        facts["algorithm"],
        facts["token"],
        KeyInput(facts.get("key", "").encode(), encoding=encoding),
        group=tr(facts["group"]),
        detached=facts["payload"].encode() if "payload" in facts else None,
    )
