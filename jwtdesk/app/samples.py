"""The sample tokens, read from the resources."""

import tomllib

from jwtdesk.app.paths import resource
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.words import tr
from jwtdesk.model.samples import Sample


def samples() -> tuple[Sample, ...]:
    """Return every sample, in the order of their files' names."""
    files = sorted(resource("samples").glob("*.toml"))
    return tuple(_sample(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files)


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
