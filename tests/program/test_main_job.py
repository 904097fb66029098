"""What a person can do with the program: open, watch, step, draw, set, save; and take it all back."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit

from convviz.core.samples import load_sample
from convviz.figure.figure import Mark, Spot
from convviz.scene.scene import Canvas, Drawn, Preset, Region
from convviz.state import session
from convviz.state.session import SCATTERED
from convviz.views import dialogs

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def all_compared(person, monkeypatch):
    """As many cells are computed anew as in front of a person."""
    monkeypatch.setattr(session, "SCATTERED", SCATTERED)


def test_a_phones_photo_is_dropped_and_its_edges_are_seen_at_once(person, all_compared, phone_photo):
    person.open(phone_photo)
    assert person.story.x.shape == (1, 4032, 3024)  # upright, as it was held
    result = person.program.session.result
    assert result.y.shape == (1, 4032, 3024)
    assert person.program.session.agreement.agrees
    assert person.program.session.agreement.count >= 300
    assert "4032 × 3024" in _texts(person.desk.whole)  # rows × columns, as on the stage
    assert "ms" in _texts(person.desk.whole)


def _texts(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_pixel_clicked_in_the_picture_opens_its_window(person):
    panes = person.desk.whole.panes
    pane = panes.input
    for row, col in ((20, 33), (300, 411)):
        scene_point = pane.mapViewToScene(pane.viewRect().center())
        from PySide6.QtCore import QPointF

        scene_point = pane.mapViewToScene(QPointF(col + 0.5, row + 0.5))
        person.qtbot.mouseClick(
            panes.viewport(), Qt.MouseButton.LeftButton, pos=panes.mapFromScene(scene_point)
        )
        person.qtbot.waitUntil(lambda r=row, c=col: _near(person.cell(), (r, c)), timeout=3000)
        step = person.story.step(person.program.player.moment.step)
        expected = float((step.values * step.weights).sum())
        assert step.value == expected


def _near(cell, wanted) -> bool:
    return abs(cell[0] - wanted[0]) <= 2 and abs(cell[1] - wanted[1]) <= 2


def test_space_plays_and_pauses(person):
    before, picture = person.program.player.t, person.grab()
    person.key(Qt.Key.Key_Space)
    assert person.program.player.playing
    person.qtbot.waitUntil(lambda: person.program.player.moment.step > 0, timeout=5000)
    person.key(Qt.Key.Key_Space)
    assert not person.program.player.playing
    assert person.program.player.t != before
    assert person.grab() != picture


def test_arrows_home_and_end_step(person):
    def cell():
        return person.program.player.moment.step

    person.key(Qt.Key.Key_Home)
    assert cell() == 0
    person.key(Qt.Key.Key_Right)
    person.key(Qt.Key.Key_Right)
    assert cell() == 2
    person.key(Qt.Key.Key_Left)
    assert cell() == 1
    person.key(Qt.Key.Key_End)
    assert cell() == 48
    person.key(Qt.Key.Key_Left, SHIFT)
    assert person.program.player.moment.phase == "write"
    person.key(Qt.Key.Key_Right, SHIFT)
    assert person.program.player.moment.phase == "rest"


def test_scrubbing_shows_any_phase_of_any_step(person):
    person.desk.transport.seek_requested.emit(12.31)
    assert person.program.player.moment.step == 12
    assert person.program.player.moment.phase != "rest"
    picture = person.grab()
    person.desk.transport.seek_requested.emit(12.9)
    assert person.grab() != picture


def test_a_weight_is_typed_and_taken_back(person):
    person.click(Spot("kernel", 1, 1))
    editor = person.stage.findChild(QLineEdit)
    assert editor.isVisible()
    person.qtbot.keyClicks(editor, "1/2")
    person.qtbot.keyClick(editor, Qt.Key.Key_Return)
    person.settle()
    assert person.story.operands[1][0, 0, 1, 1] == 0.5
    assert isinstance(person.scene.layer.filters[0][0], Drawn)
    person.key(Qt.Key.Key_Z, CTRL)
    person.settle()
    assert person.scene.layer.filters[0][0] == Preset("sobel-x")
    person.key(Qt.Key.Key_Y, CTRL)
    assert person.story.operands[1][0, 0, 1, 1] == 0.5


def test_a_kernel_is_drawn_with_the_mouse_and_the_picture_follows(person):
    person.desk.parameters.brush_changed.emit(3.0)
    results = []
    person.program.session.result_changed.connect(results.append)
    person.drag(Spot("kernel", 0, 0), Spot("kernel", 0, 2), Spot("kernel", 2, 2))
    person.settle()
    rows = person.scene.layer.filters[0][0].rows
    assert [rows[0][0], rows[0][1], rows[0][2], rows[1][2], rows[2][2]] == [3.0] * 5
    assert rows[1][0] == -2.0
    assert results[-1].story is person.story
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.scene.layer.filters[0][0] == Preset("sobel-x")  # the whole drag is one step


@pytest.mark.parametrize(
    ("choices", "shape"),
    [
        ({"stride": (2, 2), "padding": (1, 1, 1, 1)}, (256, 256)),
        ({"padding": "valid"}, (510, 510)),
        ({"dilation": (2, 2), "padding": "valid"}, (508, 508)),
        ({"padding_mode": "reflect"}, (512, 512)),
        ({"bias": (7.0,)}, (512, 512)),
        ({"activation": "relu"}, (512, 512)),
        ({"flip": True}, (512, 512)),
    ],
)
def test_parameters_change_the_output_and_undo_brings_it_back(person, choices, shape):
    before, y = person.scene, person.program.session.result.y.copy()
    person.desk.parameters.layer_requested.emit(choices, None)
    person.settle()
    result = person.program.session.result
    assert result.y.shape[1:] == shape
    assert person.program.session.agreement.agrees
    assert result.y.shape != y.shape or not np.array_equal(result.y, y)
    person.key(Qt.Key.Key_Z, CTRL)
    person.settle()
    assert person.scene == before
    assert np.array_equal(person.program.session.result.y, y)


def test_a_stride_typed_into_its_field_turns_same_into_its_numbers(person):
    field = person.desk.parameters.layer.stride
    person.type_in(field, "2")
    person.settle()
    assert person.scene.layer.stride == (2, 2)
    assert person.scene.layer.padding == (1, 1, 1, 1)
    assert "512" in _texts(person.desk.size)
    assert "256" in _texts(person.desk.size)


def test_a_kernel_is_searched_and_picked_in_the_gallery(person):
    person.key(Qt.Key.Key_F, CTRL)
    search = person.desk.gallery.findChild(QLineEdit)
    assert search.hasFocus()
    person.qtbot.keyClicks(search, "emboss")
    person.qtbot.keyClick(search, Qt.Key.Key_Down)
    person.qtbot.keyClick(person.program.window.focusWidget(), Qt.Key.Key_Return)
    person.settle()
    assert person.scene.layer.filters[0][0] == Preset("emboss")
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.scene.layer.filters[0][0] == Preset("sobel-x")


def test_channels_of_a_colour_picture(person):
    person.program.commands.open_sample("coffee")
    person.qtbot.waitUntil(lambda: person.story.source.title == "coffee")
    person.settle()
    for channel, channels in (("r", 1), ("all", 3), ("luma", 1)):
        person.desk.parameters.scene_requested.emit({"channel": channel}, None)
        person.qtbot.waitUntil(lambda c=channel: person.scene.channel == c)
        person.settle()
        assert person.story.x.shape[0] == channels
        assert person.program.session.agreement.agrees
    person.desk.parameters.scene_requested.emit({"channel": "all"}, None)
    person.qtbot.waitUntil(lambda: person.scene.channel == "all")
    person.desk.parameters.layer_requested.emit({"mix": "sum"}, None)
    person.settle()
    assert person.story.shape[0] == 1
    assert len(person.stage.figure.grids("kernel")) == 3
    assert person.program.session.agreement.agrees


def test_a_crop_makes_padding_seen_on_a_small_grid(person):
    assert not any((g.marks & Mark.GHOST).any() for g in person.stage.figure.grids("input"))
    person.key(Qt.Key.Key_K, CTRL)
    person.settle()
    assert person.story.x.shape == (1, 7, 7)
    grid = person.stage.figure.grids("input")[0]
    assert grid.values.shape == (9, 9)
    assert (grid.marks[0] & Mark.GHOST).all()
    person.key(Qt.Key.Key_K, CTRL | SHIFT)
    person.settle()
    assert person.story.x.shape == (1, 512, 512)
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.scene.crop is not None


def test_windows_of_a_region_read_their_true_neighbours(person):
    region = person.scene.region
    grid = person.stage.figure.grids("input")[0]
    pixels = load_sample("camera").plane("luma")[0]
    shown = pixels[region.top - 1 : region.bottom + 1, region.left - 1 : region.right + 1]
    assert np.array_equal(grid.values, shown)


def test_a_canvas_is_painted_and_typed_on(person, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_canvas", lambda parent: (5, 6))
    person.key(Qt.Key.Key_N, CTRL)
    person.settle()
    assert person.story.x.shape == (1, 5, 6)
    person.drag(Spot("input", 1, 1), Spot("input", 1, 4))
    person.settle()
    assert person.story.x[0, 1].tolist() == [0, 255, 255, 255, 255, 0]
    person.click(Spot("input", 3, 3))
    editor = person.stage.findChild(QLineEdit)
    person.qtbot.keyClicks(editor, "77")
    person.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert person.story.x[0, 3, 3] == 77
    person.key(Qt.Key.Key_Z, CTRL)
    person.key(Qt.Key.Key_Z, CTRL)
    assert not person.story.x.any()
    assert isinstance(person.scene.picture, Canvas)


def test_a_picture_is_pasted(person):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    person.key(Qt.Key.Key_V, CTRL)
    person.qtbot.waitUntil(lambda: person.story.x.shape == (1, 30, 40), timeout=5000)
    person.settle()
    person.key(Qt.Key.Key_Z, CTRL)
    person.qtbot.waitUntil(lambda: person.story.x.shape == (1, 512, 512), timeout=5000)


def test_a_file_on_the_clipboard_is_pasted(person, phone_photo):
    from PySide6.QtCore import QUrl

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(phone_photo))])
    QGuiApplication.clipboard().setMimeData(data)
    person.key(Qt.Key.Key_V, CTRL)
    person.qtbot.waitUntil(lambda: person.story.x.shape == (1, 4032, 3024), timeout=10000)


@pytest.mark.parametrize("ending", [".png", ".tif"])
def test_the_result_is_saved_as_shown(person, tmp_path, monkeypatch, ending):
    path = tmp_path / f"edges{ending}"
    monkeypatch.setattr(dialogs, "ask_save", lambda parent, suggestion: (str(path), False))
    person.key(Qt.Key.Key_S, CTRL)
    person.qtbot.waitUntil(lambda: "edges" in person.notice and path.exists(), timeout=5000)
    saved = np.asarray(PILImage.open(path))
    assert saved.shape == (512, 512, 3)
    zero = person.program.session.result.y[0] == 0
    assert (saved[zero] == 255).all()  # signed: 0 is white


@pytest.mark.parametrize("ending", [".npy", ".tif"])
def test_the_true_values_are_saved(person, tmp_path, monkeypatch, ending):
    path = tmp_path / f"values{ending}"
    monkeypatch.setattr(dialogs, "ask_save", lambda parent, suggestion: (str(path), True))
    person.key(Qt.Key.Key_S, CTRL)
    person.qtbot.waitUntil(lambda: "values" in person.notice and path.exists(), timeout=5000)
    saved = np.load(path) if ending == ".npy" else np.asarray(PILImage.open(path))
    assert saved.dtype == np.float32
    assert np.array_equal(saved, person.program.session.result.y[0])


def test_the_result_is_copied(person):
    QGuiApplication.clipboard().clear()
    person.key(Qt.Key.Key_C, CTRL)
    person.qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=5000)
    assert QGuiApplication.clipboard().image().width() == 512


def test_lenses_change_the_picture_and_not_the_numbers(person):
    numbers = person.stage.figure.grids("output")[0].labels
    seen = set()
    for show in ("signed", "absolute", "clamp", "offset", "stretch"):
        person.desk.parameters.scene_requested.emit({"show": show}, None)
        person.settle()
        assert person.stage.figure.grids("output")[0].labels == numbers
        person.program.player.go(48)
        seen.add(person.grab())
    assert len(seen) == 5


def test_own_kernels_are_saved_renamed_exported_imported_and_deleted(person, tmp_path, monkeypatch):
    shelf = person.desk.gallery
    library = person.program.desk.shelf
    person.program.commands.use_tool("rotate")
    monkeypatch.setattr(dialogs, "ask_name", lambda parent, title, name: "Turned")
    person.key(Qt.Key.Key_S, CTRL | SHIFT)
    kernels = person.program.preferences.settings.kernels
    assert [kernel.name for kernel in kernels] == ["Turned"]
    assert [shelf.model.row_at(index).key for index in shelf.list.selectedIndexes()] == [("own", "Turned")]
    monkeypatch.setattr(dialogs, "ask_name", lambda parent, title, name: "Twisted")
    shelf.rename_requested.emit("Turned")
    path = tmp_path / "kernel.txt"
    monkeypatch.setattr(dialogs, "ask_kernel_target", lambda parent, suggestion: str(path))
    shelf.export_requested.emit("Twisted")
    assert len(path.read_text().split()) == 9
    shelf.delete_requested.emit("Twisted")
    assert person.program.preferences.settings.kernels == ()
    path.write_text("1/9 1/9 1/9\n1/9 1/9 1/9\n1/9 1/9 1/9\n")
    monkeypatch.setattr(dialogs, "ask_kernel_file", lambda parent, folder: str(path))
    person.key(Qt.Key.Key_I, CTRL)
    assert person.story.operands[1].sum() == pytest.approx(1)
    assert library is not None


def test_the_animation_stands_still_under_the_pointer(person):
    person.key(Qt.Key.Key_Space)
    person.hover(Spot("output", person.scene.region.top, person.scene.region.left))
    t = person.program.player.t
    person.qtbot.wait(150)
    assert person.program.player.t == t
    assert person.program.player.playing
    person.qtbot.mouseMove(person.window.toolbar)
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendEvent(person.stage, QEvent(QEvent.Type.Leave))
    person.qtbot.waitUntil(lambda: person.program.player.t > t, timeout=3000)


def test_speed_loop_scope_and_place_are_chosen(person):
    person.key(Qt.Key.Key_Plus)
    assert person.scene.speed == 4
    person.key(Qt.Key.Key_Minus)
    assert person.scene.speed == 2
    person.key(Qt.Key.Key_L, CTRL)
    assert person.scene.loop
    person.key(Qt.Key.Key_R, CTRL)
    assert person.scene.scope == "image"
    assert person.story.timeline.steps == 512 * 512
    person.desk.transport.go_requested.emit(500, 7)
    assert person.cell() == (500, 7)
    person.key(Qt.Key.Key_Right)
    assert person.cell() == (500, 8)


def test_cells_on_the_stage_are_chosen(person):
    person.window.chosen.emit("cells", 12)
    assert person.scene.region == Region(person.scene.region.top, person.scene.region.left, 12, 12)
    assert person.stage.figure.grids("output")[0].values.shape == (12, 12)


def test_the_badge_turns_red_when_the_fast_path_is_wrong(person, all_compared, monkeypatch):
    from convviz.core.fast import filter2d

    right = filter2d.STRATEGY.run

    def wrong(layer, out):
        right(layer, out)
        out[:, 100:300, 100:300] += 1

    from convviz.core import fast
    from convviz.core.fast.layer import Strategy

    monkeypatch.setattr(fast, "STRATEGIES", (Strategy("broken", lambda layer: True, wrong),))
    person.desk.parameters.layer_requested.emit({"padding_mode": "replicate"}, None)
    person.settle()
    agreement = person.program.session.agreement
    assert not agreement.agrees
    assert agreement.worst == pytest.approx(1, abs=1e-3)
    assert any(label.property("role") == "bad" for label in person.desk.whole.findChildren(QLabel))
