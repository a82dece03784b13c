"""One value holds every colour, so that a widget is themed by being handed it."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one look, each as "#RRGGBB", and the folder its icons are drawn from.

    A field is named for its use: `sunken` is the ground of an editor, `field` the border of an
    input, `popup` the ground of a menu. A state (`ok` `warn` `bad` `info` `unknown`) has a mark,
    and `_tint`, `_edge` and `_halo` for the ground, border and ring that go with it.
    """

    name: str
    icons: Path
    bg: str
    bar: str
    surface: str
    sunken: str
    raised: str
    pressed: str
    pressed_edge: str
    scroll: str
    popup: str
    shadow: str
    border: str
    field: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_tint: str
    accent_edge: str
    on_accent: str
    switch: str
    knob: str
    selection: str
    line: str
    focus: str
    header: str
    payload: str
    signature: str
    wrapped: str
    beside: str
    header_tint: str
    payload_tint: str
    signature_tint: str
    ok: str
    ok_tint: str
    ok_edge: str
    ok_halo: str
    warn: str
    warn_tint: str
    warn_edge: str
    warn_halo: str
    bad: str
    bad_tint: str
    bad_edge: str
    bad_halo: str
    info: str
    info_tint: str
    info_edge: str
    info_halo: str
    unknown: str
    unknown_tint: str
    unknown_edge: str
    unknown_halo: str
    on_state: str
    json_key: str
    json_string: str
    json_number: str
    json_literal: str

    @property
    def dark(self) -> bool:
        """Whether light words stand on a dark ground."""
        return self.name == "dark"

    def colour(self, name: str) -> str:
        """Return the colour of the field `name`; that of words when there is no such field."""
        return str(getattr(self, name, self.text))


def colours(theme: Theme) -> dict[str, str]:
    """Return every colour of `theme` by its field's name, for templates and tests."""
    return {
        field.name: getattr(theme, field.name)
        for field in fields(theme)
        if field.name not in ("name", "icons")
    }


def read_theme(file: Path, icons: Path) -> Theme:
    """Return the theme written in the TOML file, drawn with the SVG files in the folder `icons`.

    Raises `ValueError` or `OSError` when a shipped file is broken: that is a bug, not an input.
    """
    entries = tomllib.loads(file.read_text(encoding="utf-8"))
    wanted = {field.name for field in fields(Theme)} - {"icons"}
    if entries.keys() != wanted:
        raise ValueError(f"{file.name}: {sorted(entries.keys() ^ wanted)} missing or unknown")
    for name, value in entries.items():
        if name != "name" and not _COLOUR.fullmatch(str(value)):
            raise ValueError(f"{file.name}: {name} is not written #RRGGBB")
    return Theme(icons=icons, **entries)
