"""What is painted about the text, looked at in pictures of both themes."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.ui.editors.annotations import Note, PlacedNote, Tone
from jwtdesk.ui.editors.bracket_pair import bracket_pair
from jwtdesk.ui.editors.json_colours import JsonColourist
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.editors.long_lines import Folding
from jwtdesk.ui.editors.tips import tip_at
from jwtdesk.ui.editors.token_colours import TokenColourist
from jwtdesk.ui.theme import Theme
from tests.ui.editors.conftest import MakeEditor
from tests.ui.editors.hands import compose, picture, point_of, press, write

JSON = '{\n  "iss": "x",\n  "\U0001f600": [1, true]\n}'


def colours(image: QImage, area: QRect | None = None) -> set[str]:
    """Return the colours in a part of a picture."""
    part = image if area is None else image.copy(area)
    plain = part.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(bytes(plain.constBits())).cast("I")
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in set(pixels)}


def roles(edit: LinkedEditor, number: int) -> list[tuple[int, int, str]]:
    """Return the formats of a displayed line: start and length in units, and the colour."""
    picture(edit)
    layout: QTextLayout = edit.document().findBlockByNumber(number).layout()
    return [
        (one.start, one.length, one.format.foreground().color().name().upper())
        for one in layout.formats()
    ]


def test_a_colour_after_an_emoji_stands_right(make_editor: MakeEditor, theme: Theme) -> None:
    """Roles are given in code points and drawn in units."""
    edit = make_editor(JSON)
    edit.set_theme(theme)
    edit.set_colourist(JsonColourist())

    assert roles(edit, 2)[:4] == [
        (2, 4, theme.json_key),
        (6, 1, theme.muted),
        (8, 1, theme.muted),
        (9, 1, theme.json_number),
    ]


def test_colours_follow_theme_and_text(make_editor: MakeEditor, dark: Theme) -> None:
    """Typing, another theme and another colourist each colour anew."""
    edit = make_editor("1")
    edit.set_colourist(JsonColourist())
    assert roles(edit, 0) == [(0, 1, dark.json_number)]

    write(edit, '"')
    assert roles(edit, 0) == [(0, 2, dark.json_string)]

    edit.set_colourist(TokenColourist())
    assert roles(edit, 0) == [(0, 2, dark.header)]

    edit.set_colourist(None)
    assert roles(edit, 0) == []


def test_lines_out_of_sight_cost_nothing(make_editor: MakeEditor) -> None:
    """Only what is seen is coloured, until it is scrolled to."""
    edit = make_editor("\n".join(["1"] * 500))
    edit.set_colourist(JsonColourist())
    picture(edit)
    layout = edit.document().findBlockByNumber(400).layout()
    assert layout.formats() == []

    edit.go_to(800)
    picture(edit)

    assert len(layout.formats()) == 1


def test_a_word_being_composed_keeps_its_look(make_editor: MakeEditor, dark: Theme) -> None:
    """Colours make room for what an input method shows."""
    edit = make_editor("1 2")
    edit.set_colourist(JsonColourist())
    edit.go_to(2)

    compose(edit, preedit="ni")

    before, behind, composing = roles(edit, 0)
    assert before == (0, 1, dark.json_number)
    assert behind == (4, 1, dark.json_number)
    assert composing[:2] == (2, 2)


def test_a_word_composed_inside_a_colour_parts_it(make_editor: MakeEditor, dark: Theme) -> None:
    """A string in which a word is being composed keeps its colour on both sides."""
    edit = make_editor('"ab"')
    edit.set_colourist(JsonColourist())
    edit.go_to(2)

    compose(edit, preedit="ni")

    sides = [one for one in roles(edit, 0) if one[2] == dark.json_string]
    assert sides == [(0, 2, dark.json_string), (4, 2, dark.json_string)]


def test_rows_are_evenly_spaced(make_editor: MakeEditor) -> None:
    """Every line is 20 pixels below the one before, whatever characters it holds."""
    edit = make_editor("a\nb\nc\nd")
    tops = [edit.cursorRect(edit.textCursor()).top()]
    for _ in range(3):
        press(edit, Qt.Key.Key_Down)
        tops.append(edit.cursorRect().top())

    assert [after - before for before, after in pairwise(tops)] == [20, 20, 20]


def test_light_lies_behind_its_span(make_editor: MakeEditor, theme: Theme) -> None:
    """The lit span has a ground, what is beside it has none, also behind an emoji."""
    edit = make_editor("\U0001f600 ab cd")
    edit.set_theme(theme)
    edit.light([Span(2, 4)])
    image = picture(edit)
    lit, beside = point_of(edit, 3), point_of(edit, 6)

    assert QColor(theme.selection).name().upper() in colours(
        image, QRect(lit, lit).adjusted(-3, -9, 3, 9)
    )
    assert theme.selection not in colours(image, QRect(beside, beside).adjusted(-3, -9, 3, 9))


def test_light_can_span_lines_and_folds(make_editor: MakeEditor, dark: Theme) -> None:
    """A span over several displayed lines is lit on each of them."""
    edit = make_editor()
    edit._folding = Folding(longest=6, piece=4)
    edit.show_text("abcdefghij")
    edit.clearFocus()
    edit.light([Span(2, 9)])
    image = picture(edit)

    for offset in (3, 6, 9):
        place = point_of(edit, offset)
        assert dark.selection in colours(image, QRect(place, place).adjusted(-5, -8, -2, 8))


@pytest.mark.parametrize(
    ("severity", "role"),
    [(Severity.ERROR, "bad"), (Severity.WARNING, "warn"), (Severity.INFO, "info")],
)
@pytest.mark.parametrize("span", [Span(1, 3), Span(2, 2), Span(4, 4)])
def test_problems_are_underlined(
    make_editor: MakeEditor, theme: Theme, severity: Severity, role: str, span: Span
) -> None:
    """Each severity has its colour; an empty span, even at the end, is seen too."""
    edit = make_editor("abcd")
    edit.set_theme(theme)
    before = colours(picture(edit))

    edit.underline([Problem("code", "Words.", span, severity)])

    wanted = QColor(theme.colour(role))
    found = [QColor(name) for name in colours(picture(edit)) - before]
    assert min(abs(one.hslHue() - wanted.hslHue()) for one in found) < 12


def test_a_problem_says_why(make_editor: MakeEditor) -> None:
    """Where the pointer rests on a problem its sentence is said, elsewhere nothing."""
    edit = make_editor("abcdef\r")
    edit.underline(
        [
            Problem("wide", "The whole is wrong.", Span(0, 4)),
            Problem("narrow", "<b>This</b> is wrong.", Span(1, 2)),
            Problem("nowhere", "No place."),
        ]
    )

    def tip(offset: int) -> str:
        return tip_at(edit, point_of(edit, offset) + QPoint(2, 0))

    assert tip(0) == "The whole is wrong."
    assert tip(1) == "<b>This</b> is wrong."
    assert tip(5) == ""
    assert tip(6) == "This mark stands for U+000D CARRIAGE RETURN."
    assert tip_at(edit, QPoint(300, 200)) == ""


def test_a_tooltip_shows_no_markup(make_editor: MakeEditor, qtbot: QtBot) -> None:
    """A message that looks like markup is shown as it is written."""
    edit = make_editor("abc")
    edit.underline([Problem("code", "<img src='file:///x'>", Span(0, 3))])
    at = point_of(edit, 1)

    QApplication.sendEvent(
        edit.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, at, edit.mapToGlobal(at))
    )

    assert "&lt;img" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


LONG_NOTE = "a meaning that is rather long to read"


def notes_of(edit: LinkedEditor) -> list[PlacedNote]:
    """Return the notes as they are painted now."""
    assert edit._look is not None
    return edit._placed(edit._lines(0, edit.viewport().height()), edit._look)


@pytest.mark.parametrize("width", range(140, 700, 40))
def test_notes_never_touch_the_text(make_editor: MakeEditor, width: int) -> None:
    """However narrow the editor, a note is beside the text, shortened, or left out."""
    text = "{\n" + "\n".join(f'"{"k" * size}": 1,' for size in range(1, 40, 4)) + "\n}"
    edit = make_editor(text, width=width)
    edit.set_gutter(True)
    starts = [offset + 1 for offset, char in enumerate(text) if char == "\n"]
    edit.annotate(
        [Note(start, LONG_NOTE, tone) for start, tone in zip(starts, [*Tone] * 3, strict=False)]
    )

    for placed in notes_of(edit):
        row = placed.rect.center().y()
        ends = [
            line.left + one.naturalTextRect().right()
            for line in edit._lines(row, row)
            for one in line.rows()
            if line.top + one.y() <= row <= line.top + one.y() + one.height()
        ]
        assert all(end < placed.rect.left() for end in ends)
        assert placed.rect.right() < edit.viewport().width()


def test_a_note_stands_on_its_own_line(make_editor: MakeEditor) -> None:
    """Notes follow their offsets; of two on one line the first is shown."""
    edit = make_editor(JSON)
    edit.annotate(
        [
            Note(JSON.index("["), "Second"),
            Note(JSON.index('"iss"'), "Issuer", Tone.OK, "check"),
            Note(JSON.index('"\U0001f600"'), "Smile"),
        ]
    )

    placed = notes_of(edit)

    edit.annotate([*(one.note for one in placed), Note(len(JSON), "End")])

    assert [one.words for one in placed] == ["Issuer", "Smile"]
    assert [one.words for one in notes_of(edit)] == ["Issuer", "Smile", "End"]
    line = point_of(edit, JSON.index('"iss"'))
    assert placed[0].rect.top() < line.y() < placed[0].rect.bottom()


def test_a_note_at_a_fold_is_shown_once(make_editor: MakeEditor) -> None:
    """The place of a fold is both an end and a beginning; its note stands at the beginning."""
    edit = make_editor()
    edit._folding = Folding(longest=6, piece=4)
    edit.show_text("abcdefghij")

    edit.annotate([Note(4, "Here")])

    assert [placed.words for placed in notes_of(edit)] == ["Here"]


def test_a_note_is_painted(make_editor: MakeEditor, theme: Theme) -> None:
    """A pill has its state's colours, plain words the muted one."""
    edit = make_editor("1\n2")
    edit.set_theme(theme)

    edit.annotate([Note(0, "Plain"), Note(2, "Late", Tone.BAD, "clock")])

    seen = colours(picture(edit))
    assert {theme.muted, theme.bad_tint, theme.bad} <= seen


def test_a_shortened_note_is_told_whole(make_editor: MakeEditor) -> None:
    """The pointer brings back the words that had no room."""
    edit = make_editor("x" * 24, width=360)
    edit.annotate([Note(0, LONG_NOTE)])
    (placed,) = notes_of(edit)

    assert placed.words != LONG_NOTE
    assert tip_at(edit, placed.rect.center().toPoint()) == LONG_NOTE


def test_long_texts_get_no_pair() -> None:
    """Finding a pair in a large text would be felt at every key, so none is looked for."""
    assert bracket_pair("[]", 0)
    assert bracket_pair("]", 0) == ()
    assert bracket_pair("[" + " " * 300_000 + "]", 0) == ()


@pytest.mark.parametrize("caret", [0, 1, 7, 8])
def test_the_pair_of_brackets_is_marked(make_editor: MakeEditor, dark: Theme, caret: int) -> None:
    """With the caret at a bracket, it and its partner are framed; elsewhere nothing is."""
    edit = make_editor('{"a":{1}')
    edit.set_gutter(True)
    edit.go_to(2)
    plain = colours(picture(edit))

    edit.show_text('["a",1,]')
    edit.go_to(caret)

    assert dark.accent not in plain
    assert dark.accent in colours(picture(edit))


def test_lines_are_numbered_and_folds_are_not(make_editor: MakeEditor, dressed: Theme) -> None:
    """The gutter numbers the lines of the exact text and marks the current one."""
    edit = make_editor()
    edit.set_gutter(True)
    edit._folding = Folding(longest=6, piece=4)
    edit.show_text("abcdefgh\nxy")
    edit.go_to(len("abcdefgh\nxy"))
    image = edit._gutter.grab().toImage()

    def inked(row: int) -> bool:
        middle = edit.cursorRect().center().y() - 20 * (2 - row)
        area = QRect(6, middle - 7, image.width() - 8, 14)
        return max(QColor(one).lightness() for one in colours(image, area)) > 90

    assert [inked(row) for row in range(3)] == [True, False, True]
    assert dressed.accent in colours(image)


def test_the_gutter_grows_with_its_numbers(make_editor: MakeEditor) -> None:
    """A thousand lines need wider numbers than ten."""
    edit = make_editor("1")
    edit.set_gutter(True)
    narrow = edit.viewportMargins().left()

    edit.show_text("\n" * 2000)

    assert edit.viewportMargins().left() > narrow > 0
    edit.set_gutter(False)
    assert edit.viewportMargins().left() == 0


def test_a_dimmed_text_is_paler(make_editor: MakeEditor, theme: Theme) -> None:
    """A waiting text is still read, but its colours are nearer to the ground."""
    edit = make_editor("abc")
    edit.set_theme(theme)
    assert theme.text in colours(picture(edit))

    edit.set_dimmed(True)
    assert theme.text not in colours(picture(edit))

    edit.set_dimmed(False)
    assert theme.text in colours(picture(edit))


def test_an_empty_editor_says_what_to_do(make_editor: MakeEditor, dark: Theme) -> None:
    """The placeholder is seen until there is text, wrapped where it is long."""
    edit = make_editor()
    edit.setPlaceholderText("Paste a token here, and see what is inside of it at once.\nOr type.")

    assert edit.placeholderText().startswith("Paste")
    assert dark.faint in colours(picture(edit))
    write(edit, "a")
    assert dark.faint not in colours(picture(edit))


def test_without_a_theme_the_text_is_seen(qtbot: QtBot) -> None:
    """An editor works before it is told its colours."""
    edit = LinkedEditor()
    qtbot.addWidget(edit)
    edit.show_text("abc")

    assert len(colours(picture(edit))) > 1
    assert edit.note_at(QPointF(1, 1)) is None
