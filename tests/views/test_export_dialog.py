"""The export dialog under a real mouse and real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from convviz.export import EXPORTERS
from convviz.export.take import Take
from convviz.i18n import msg
from convviz.paint.theme import THEMES
from convviz.scene.scene import Region, Scene, replace
from convviz.views.export_dialog import SIZES, ExportDialog
from convviz.views.preview import LEAST
from tests.views.stories import story_of

SEVEN = story_of(Scene(region=Region(0, 0, 7, 7), speed=2.0))
FOUR = story_of(Scene(region=Region(0, 0, 2, 2), speed=3.0))


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog()
    qtbot.addWidget(made)
    made.show_story(SEVEN)
    made.show()
    return made


def pick(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """Chooses a line of a list by the keyboard."""
    box.setFocus()
    index = next(n for n in range(box.count()) if box.itemText(n).startswith(text))
    while box.currentIndex() != index:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down if before < index else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def type_in(qtbot: QtBot, field: QAbstractSpinBox | QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_every_format_of_the_table_is_offered(dialog: ExportDialog) -> None:
    offered = [dialog.format.itemText(n) for n in range(dialog.format.count())]
    assert offered == [row.title for row in EXPORTERS]


def test_every_theme_is_offered(dialog: ExportDialog) -> None:
    assert dialog.theme.count() == len(THEMES)


def test_its_choices_are_a_take(dialog: ExportDialog) -> None:
    take = Take(Scene(), **dialog.choices)
    assert (take.size, take.first, take.last, take.speed, take.fps) == ((960, 540), 0, 48, 2.0, 8)
    assert (take.theme, take.title) == ("light", "")


def test_a_format_brings_its_own_rate(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.changed):
        pick(qtbot, dialog.format, "WebP")
    assert dialog.fps.value() == 20
    pick(qtbot, dialog.format, "GIF")
    assert (dialog.fps.value(), dialog.fps.maximum()) == (8, 50)


def test_a_picture_has_no_steps(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog.format, "SVG")
    for field in (dialog.first, dialog.last, dialog.speed, dialog.fps):
        assert not field.isEnabled()
    assert dialog.length.text() == "One picture, of the present moment"
    pick(qtbot, dialog.format, "GIF")
    assert dialog.first.isEnabled()


def test_sizes_can_be_picked_or_typed(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog.size_choice, "1920 × 1080")
    assert dialog.choices["size"] == (1920, 1080)
    type_in(qtbot, dialog.tall, "1000")
    assert dialog.choices["size"] == (1920, 1000)
    assert dialog.size_choice.currentIndex() == -1
    type_in(qtbot, dialog.tall, "1080")
    assert dialog.size_choice.value == (1920, 1080)
    assert dict(SIZES)[1920, 1080] == dialog.size_choice.currentText()


def test_steps_are_counted_from_1_and_stay_in_order(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert (dialog.first.value(), dialog.last.value()) == (1, 49)
    type_in(qtbot, dialog.first, "12")
    type_in(qtbot, dialog.last, "5")
    assert dialog.last.value() >= dialog.first.value()
    type_in(qtbot, dialog.last, "20")
    assert (dialog.choices["first"], dialog.choices["last"]) == (11, 19)


def test_the_length_follows(qtbot: QtBot, dialog: ExportDialog) -> None:
    before = dialog.length.text()
    assert before.endswith("frames")
    type_in(qtbot, dialog.speed, "1")
    assert float(dialog.length.text().split()[0]) > 1.8 * float(before.split()[0])


def test_another_story_with_other_steps_is_wholly_chosen(qtbot: QtBot, dialog: ExportDialog) -> None:
    type_in(qtbot, dialog.first, "12")
    dialog.show_story(SEVEN)
    assert dialog.first.value() == 12, "the same story again changed what was chosen"
    dialog.show_story(FOUR)
    assert (dialog.first.value(), dialog.last.value(), dialog.last.maximum()) == (1, 4, 4)
    assert dialog.speed.value() == 3.0


def test_a_speed_that_was_typed_stays_until_the_scene_has_another(qtbot: QtBot, dialog: ExportDialog) -> None:
    type_in(qtbot, dialog.speed, "1.5")
    dialog.show_story(story_of(replace(SEVEN.scene, show="absolute")))
    assert dialog.choices["speed"] == 1.5


def test_enter_in_a_field_exports_nothing(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.assertNotEmitted(dialog.export_requested):
        type_in(qtbot, dialog.title_line, "Sobel")
        type_in(qtbot, dialog.fps, "12")
    assert dialog.choices["title"] == "Sobel"


def test_the_button_asks(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.export_requested):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)


def test_what_cannot_be_exported_is_said_and_not_offered(dialog: ExportDialog) -> None:
    dialog.show_refusal(msg("MP4 needs an even width."))
    assert dialog.message.text() == "MP4 needs an even width."
    assert not dialog.export_button.isEnabled()
    dialog.show_refusal(None)
    assert dialog.message.text() == ""
    assert dialog.export_button.isEnabled()


def test_progress_and_its_end(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.show_start("film.gif")
    assert dialog.progress.isVisible()
    assert not dialog.export_button.isEnabled()
    dialog.show_progress(0.0, -1.0)
    assert dialog.message.text() == "0 %"
    dialog.show_progress(0.25, 8.6)
    assert dialog.message.text() == "25 %, about 9 s left"
    assert dialog.progress.value() == 250
    dialog.show_refusal(None)
    assert dialog.message.text() == "25 %, about 9 s left", "a change meanwhile must not hide it"
    assert not dialog.export_button.isEnabled()
    with qtbot.waitSignal(dialog.stop_requested):
        qtbot.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
    dialog.show_end(msg("Nothing was exported."))
    assert not dialog.progress.isVisible()
    assert dialog.export_button.isEnabled()
    dialog.show_progress(0.5, 1.0)
    assert dialog.message.text() == "Nothing was exported.", "a late report hid the end"


def test_a_failure_is_an_error(dialog: ExportDialog) -> None:
    dialog.show_start("film.gif")
    dialog.show_end(msg("The disk is full."), failed=True)
    assert dialog.message.property("role") == "error"


@pytest.mark.parametrize("size", [(960, 540), (1080, 1080), (4096, 240)])
def test_the_preview_keeps_its_shape(qtbot: QtBot, dialog: ExportDialog, size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFF3366)
    dialog.show_preview(image)
    widths = []
    for window in (dialog.minimumSizeHint(), QSize(1280, 720), QSize(1920, 1080)):
        dialog.resize(window)
        qtbot.wait(20)
        shown = dialog.preview.pixmap().deviceIndependentSize()
        assert shown.width() <= dialog.preview.width()
        assert shown.height() <= dialog.preview.height()
        assert shown.width() / shown.height() == pytest.approx(size[0] / size[1], rel=0.05)
        widths.append(shown.width())
    assert widths[2] > widths[1] > widths[0], "a larger window shows more of it"


def test_the_preview_has_a_frame(qtbot: QtBot, dialog: ExportDialog) -> None:
    """A white picture on a white ground has an edge."""
    image = QImage(1080, 1080, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    palette = dialog.preview.palette()
    palette.setColor(QPalette.ColorRole.Mid, QColor(200, 0, 0))
    dialog.preview.setPalette(palette)
    dialog.show_preview(image)
    qtbot.wait(20)
    shown, size = dialog.preview.grab().toImage(), dialog.preview.pixmap().deviceIndependentSize()
    y = shown.height() // 2
    red = [x for x in range(shown.width()) if shown.pixelColor(x, y) == QColor(200, 0, 0)]
    assert len(red) == 2
    assert red[1] - red[0] + 1 == size.width()


def test_a_window_made_larger_can_be_made_small_again(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.resize(1920, 1080)
    qtbot.wait(20)
    dialog.resize(940, 560)
    qtbot.wait(20)
    assert (dialog.width(), dialog.height()) == (940, 560)
    assert dialog.preview.width() >= LEAST[0]


def test_every_control_has_a_name_and_a_tooltip(dialog: ExportDialog) -> None:
    for kind in (QComboBox, QAbstractSpinBox, QLineEdit, QPushButton):
        for widget in dialog.findChildren(kind):
            if not isinstance(widget.parent(), QAbstractSpinBox):
                assert widget.accessibleName(), widget
                assert widget.toolTip(), widget.accessibleName()


def test_it_fits_a_small_screen(dialog: ExportDialog) -> None:
    assert dialog.sizeHint().width() <= 1000
    assert dialog.sizeHint().height() <= 600
