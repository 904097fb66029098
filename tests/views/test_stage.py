"""The stage under a real mouse and real keys: what it shows, and what it asks for."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from convviz.figure.figure import Mark, Spot
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.story import Source, Story
from convviz.paint.theme import load
from convviz.scene.scene import Preset, Region, Scene
from convviz.views.cell_editor import CellEditor
from convviz.views.stage import Stage
from tests.labs.scenes import COLOUR, GREY, SMALL, dilated, drawn, grouped, scene, story, transposed, unrolled

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ALL = scene(region=Region(0, 0, 8, 8))
PADDED = scene(padding=(1, 1, 1, 1), padding_mode="reflect", region=Region(0, 0, 8, 8))

ASKS = (
    "cell_requested",
    "output_requested",
    "weights_requested",
    "pixels_requested",
    "asked",
    "gesture_ended",
)


class Audience:
    """A stage, and all that it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.stage = Stage(load("light"))
        qtbot.addWidget(self.stage)
        self.stage.resize(1060, 560)
        self.asks: list[tuple[Any, ...]] = []
        for name in ASKS:
            getattr(self.stage, name).connect(lambda *values, n=name: self.asks.append((n, *values)))
        self.refused: list[str] = []
        self.stage.refused.connect(lambda message: self.refused.append(tr(message)))
        self.stage.show()
        self.stage.activateWindow()

    def tell(self, told: Story, t: float = 1e9) -> None:
        self.stage.show_story(told, lab_of(told.scene), told.timeline.at(t))

    def only(self, name: str) -> list[tuple[Any, ...]]:
        return [values for ask, *values in self.asks if ask == name]  # type: ignore[misc]

    def place(self, spot: Spot) -> QPoint:
        return self.stage.cell_at(spot).center().toPoint()

    def move(self, spot: Spot) -> None:
        QTest.mouseMove(self.stage, self.place(spot))

    def press(self, spot: Spot, button: Qt.MouseButton = LEFT) -> None:
        QTest.mousePress(self.stage, button, pos=self.place(spot))

    def release(self, spot: Spot, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(self.stage, button, pos=self.place(spot))

    def click(self, spot: Spot, button: Qt.MouseButton = LEFT) -> None:
        self.move(spot)
        self.press(spot, button)
        self.release(spot, button)

    def drag(self, *spots: Spot, button: Qt.MouseButton = LEFT) -> None:
        self.press(spots[0], button)
        for spot in spots[1:]:
            self.move(spot)
        self.release(spots[-1], button)

    def away(self) -> None:
        QTest.mouseMove(self.stage, QPoint(3, self.stage.height() - 3))

    @property
    def lit(self) -> int:
        assert self.stage.figure
        return int((self.stage.figure.grids("output")[0].marks & Mark.LIT > 0).sum())

    @property
    def editor(self) -> QLineEdit | None:
        editor = self.stage.findChild(CellEditor)
        return editor if editor and editor.isVisible() else None

    def type(self, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        assert self.editor
        QTest.keyClicks(self.editor, text)
        if key is not None:
            QTest.keyClick(self.editor, key)


@pytest.fixture
def audience(qtbot: QtBot) -> Audience:
    audience = Audience(qtbot)
    audience.tell(story(ALL))
    return audience


@pytest.fixture
def painting(audience: Audience) -> Audience:
    """The picture is a canvas, in ink 200; the brush holds 3."""
    audience.stage.set_brush(3.0, 200, True)
    return audience


# --- showing


def test_an_empty_stage_says_that_a_picture_is_opened(qtbot: QtBot) -> None:
    stage = Stage(load("light"))
    qtbot.addWidget(stage)
    stage.resize(600, 300)
    colors = {stage.grab().toImage().pixel(x, 150) for x in range(200, 400)}
    assert len(colors) > 1
    QTest.mouseMove(stage, QPoint(300, 150))
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert stage.figure is None


@pytest.mark.parametrize("size", [(560, 280), (760, 360), (1500, 900)])
def test_a_story_is_drawn_at_any_size(audience: Audience, size: tuple[int, int]) -> None:
    audience.stage.resize(*size)
    image = audience.stage.grab().toImage()
    assert audience.stage.figure
    for name in ("input", "kernel", "output"):
        grid = audience.stage.figure.grids(name)[0]
        box = audience.stage.cell_at(Spot(name, grid.first[0], grid.first[1]))
        assert image.rect().contains(box.toRect())


def test_the_theme_colours_the_stage(audience: Audience) -> None:
    def strip() -> QColor:
        return audience.stage.grab().toImage().pixelColor(500, audience.stage.height() - 20)

    light = strip()
    audience.stage.set_theme(load("dark"))
    assert light == QColor(load("light").hex("strip"))
    assert strip() == QColor(load("dark").hex("strip"))


def test_another_moment_is_shown(audience: Audience) -> None:
    told = story(ALL)
    before = audience.stage.grab().toImage()
    audience.stage.show_moment(told.timeline.at(3.5))
    assert audience.stage.grab().toImage() != before


def test_zoom_lets_cells_grow(audience: Audience) -> None:
    audience.stage.resize(1500, 900)
    audience.tell(story(scene(region=Region(0, 0, 1, 1), padding="valid")))
    small = audience.stage.cell_at(Spot("output", 0, 0)).width()
    audience.stage.set_zoom(2.0)
    assert audience.stage.cell_at(Spot("output", 0, 0)).width() > small


# --- pointing


def test_pointing_at_the_input_lights_who_reads_it_and_holds_the_animation(audience: Audience) -> None:
    audience.move(Spot("input", 3, 3))
    assert audience.lit == 9
    assert audience.only("asked") == [[True]]
    audience.move(Spot("input", 3, 4))
    assert audience.only("asked") == [[True]], "still asking"
    audience.away()
    assert audience.only("asked") == [[True], [False]]
    assert audience.lit == 0


def test_pointing_at_the_stretched_input_lights_who_gathers_it(audience: Audience) -> None:
    audience.tell(story(transposed(view="gather", region=Region(0, 0, 8, 8))))
    audience.move(Spot("stretched", 2, 2))
    assert audience.lit == 9
    audience.move(Spot("output", 3, 3))
    assert audience.lit == 0


def test_leaving_the_stage_ends_asking(audience: Audience) -> None:
    audience.move(Spot("input", 3, 3))
    QApplication.sendEvent(audience.stage, QEvent(QEvent.Type.Leave))
    assert audience.only("asked")[-1] == [False]


def test_pointing_at_the_output_shows_how_it_was_made(audience: Audience) -> None:
    audience.move(Spot("output", 2, 5))
    assert audience.stage.figure
    assert "row 2, column 5" in tr(audience.stage.figure.sentence)


def test_pointing_at_a_ghost_shows_what_it_copies(audience: Audience) -> None:
    audience.tell(story(PADDED))
    audience.move(Spot("input", -1, 3))
    assert audience.stage.figure
    assert "copies the pixel at row 1, column 3" in tr(audience.stage.figure.sentence)


def test_a_click_pins_a_second_click_or_escape_lets_go(audience: Audience) -> None:
    spot = Spot("input", 3, 3)
    for let_go in (lambda: audience.click(spot), lambda: QTest.keyClick(audience.stage, Qt.Key.Key_Escape)):
        audience.click(spot)
        audience.away()
        assert audience.lit == 9
        assert audience.only("asked")[-1] == [True], "a pinned cell holds the animation too"
        let_go()
        audience.away()
        assert audience.lit == 0
        assert audience.only("asked")[-1] == [False]


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (dilated(view="stack"), dilated(view="layer"), "level"),
        (dilated(view="stack"), dilated(view="stack", stack=(1,)), "level"),
        (unrolled(), unrolled(view="toeplitz"), "columns"),
        (transposed(), transposed(view="gather"), "input"),
        (transposed(drawn(5, 5)), transposed(), "kernel"),
        (grouped(), grouped(output=7), "input"),
    ],
)
def test_a_cell_that_is_no_longer_on_the_stage_is_let_go(
    qtbot: QtBot, before: Scene, after: Scene, name: str
) -> None:
    audience = Audience(qtbot)
    audience.tell(story(before, GREY))
    assert audience.stage.figure
    grid = audience.stage.figure.grids(name)[-1]
    last = (first + cells - 1 for first, cells in zip(grid.first, grid.values.shape, strict=True))
    spot = Spot(name, *last, grid.channel)
    audience.stage.pin(spot)
    assert audience.stage.pinned == spot
    audience.tell(story(after, GREY))
    assert audience.stage.pinned is None
    assert audience.only("asked")[-1] == [False], "the animation goes on"


def test_a_click_beside_all_cells_lets_go(audience: Audience) -> None:
    audience.click(Spot("products", 1, 1))
    QTest.mouseClick(audience.stage, LEFT, pos=QPoint(5, 5))
    assert audience.only("asked")[-1] == [False]


def test_playing_lets_go_until_the_pointer_moves(audience: Audience) -> None:
    audience.click(Spot("input", 3, 3))
    audience.stage.let_go()
    assert audience.only("asked")[-1] == [False]
    assert audience.lit == 0


def test_a_cell_that_is_gone_is_asked_about_no_more(audience: Audience) -> None:
    audience.click(Spot("input", 7, 7))
    audience.tell(story(scene(padding="valid", region=Region(0, 0, 1, 1))))
    assert audience.only("asked")[-1] == [False]


def test_pixels_of_other_pictures_are_not_edited(audience: Audience) -> None:
    audience.click(Spot("input", 3, 3))
    audience.drag(Spot("input", 1, 1), Spot("input", 1, 4))
    assert audience.editor is None
    assert not audience.only("pixels_requested")


def test_a_click_on_the_output_asks_to_go_there(audience: Audience) -> None:
    audience.click(Spot("output", 4, 6))
    assert audience.only("cell_requested") == [[4, 6]]


@pytest.mark.parametrize("name", ["maps", "filters"])
def test_a_click_on_a_filter_or_its_map_asks_for_that_output(qtbot: QtBot, name: str) -> None:
    audience = Audience(qtbot)
    audience.tell(story(grouped()))
    audience.click(Spot(name, 0, 0, 5))
    assert audience.only("output_requested") == [[5]]
    assert not audience.only("cell_requested")
    audience.click(Spot("channels", 0, 0, 5))
    assert audience.only("output_requested") == [[5]]


def test_the_cursor_tells_what_can_be_edited(audience: Audience) -> None:
    audience.move(Spot("kernel", 1, 1))
    assert audience.stage.cursor().shape() == Qt.CursorShape.CrossCursor
    audience.move(Spot("input", 1, 1))
    assert audience.stage.cursor().shape() == Qt.CursorShape.ArrowCursor


# --- typing


def test_a_click_on_a_weight_lets_it_be_typed(audience: Audience) -> None:
    audience.click(Spot("kernel", 1, 2))
    assert audience.editor
    assert audience.editor.text() == "2"
    audience.type("1/9")
    ((spot, cells, value, _),) = audience.only("weights_requested")
    assert (spot, cells, value) == (Spot("kernel", 1, 2), ((1, 2),), 1 / 9)
    assert audience.editor is None
    assert audience.stage.hasFocus()
    assert audience.asks[-1][0] == "gesture_ended"


def test_enter_opens_the_first_weight_and_tab_goes_through_them(audience: Audience) -> None:
    audience.stage.setFocus()
    QTest.keyClick(audience.stage, Qt.Key.Key_Return)
    for text in ("5", "6", "7", "8"):
        audience.type(text, Qt.Key.Key_Tab)
    cells = [cells for _, cells, _, _ in audience.only("weights_requested")]
    assert cells == [((0, 0),), ((0, 1),), ((0, 2),), ((1, 0),)]
    gestures = {gesture for *_, gesture in audience.only("weights_requested")}
    assert len(gestures) == 4, "each typed number is undone by itself"


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        (Qt.Key.Key_Tab, (1, 2)),
        (Qt.Key.Key_Backtab, (1, 0)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Down, (2, 1)),
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Right, (1, 2)),
    ],
)
def test_keys_move_between_weights_and_change_none(
    audience: Audience, key: Qt.Key, cell: tuple[int, int]
) -> None:
    audience.tell(story(scene(Preset("gaussian-3x3"))))
    audience.click(Spot("kernel", 1, 1))
    assert audience.editor
    QTest.keyClick(audience.editor, key)
    assert audience.editor
    way = audience.editor.geometry().center() - audience.place(Spot("kernel", *cell))
    assert way.manhattanLength() <= 4
    assert not audience.only("weights_requested")


@pytest.mark.parametrize(
    ("start", "key"), [((2, 2), Qt.Key.Key_Tab), ((0, 0), Qt.Key.Key_Backtab), ((0, 1), Qt.Key.Key_Up)]
)
def test_past_the_kernel_the_stage_takes_over(
    audience: Audience, start: tuple[int, int], key: Qt.Key
) -> None:
    audience.click(Spot("kernel", *start))
    assert audience.editor
    QTest.keyClick(audience.editor, key)
    assert audience.editor is None
    assert audience.stage.hasFocus()


def test_nonsense_is_refused_and_stays_to_be_corrected(audience: Audience) -> None:
    audience.click(Spot("kernel", 0, 0))
    audience.type("x1", Qt.Key.Key_Tab)
    assert audience.refused == ["“x1” is not a number."]
    assert not audience.only("weights_requested")
    assert audience.editor
    assert audience.editor.text() == "x1"
    audience.type("1")
    assert audience.only("weights_requested")[0][2] == 1.0


def test_escape_leaves_a_weight_as_it_was(audience: Audience) -> None:
    audience.click(Spot("kernel", 0, 0))
    audience.type("99", Qt.Key.Key_Escape)
    assert audience.editor is None
    assert audience.stage.hasFocus()
    assert not audience.only("weights_requested")


def test_a_click_elsewhere_takes_what_was_typed(audience: Audience) -> None:
    audience.click(Spot("kernel", 0, 0))
    audience.type("4", None)
    audience.click(Spot("output", 1, 1))
    assert audience.only("weights_requested")[0][2] == 4.0
    assert audience.editor is None


def test_another_size_closes_the_field(audience: Audience) -> None:
    audience.click(Spot("kernel", 0, 0))
    audience.stage.resize(900, 500)
    assert audience.editor is None


# --- painting


def test_a_drag_paints_the_kernel_in_one_gesture(painting: Audience) -> None:
    painting.drag(Spot("kernel", 0, 0), Spot("kernel", 0, 1), Spot("kernel", 2, 1))
    asks = painting.only("weights_requested")
    assert [value for _, _, value, _ in asks] == [3.0, 3.0]
    assert {cell for _, cells, _, _ in asks for cell in cells} == {(0, 0), (0, 1), (1, 1), (2, 1)}
    assert len({gesture for *_, gesture in asks}) == 1
    assert painting.asks[-1] == ("gesture_ended",)
    assert painting.editor is None


def test_two_drags_are_two_gestures(painting: Audience) -> None:
    painting.drag(Spot("kernel", 0, 0), Spot("kernel", 0, 1))
    painting.drag(Spot("kernel", 1, 0), Spot("kernel", 1, 1))
    assert len({gesture for *_, gesture in painting.only("weights_requested")}) == 2


def test_a_drag_that_comes_back_is_no_click(painting: Audience) -> None:
    painting.drag(Spot("kernel", 0, 0), Spot("kernel", 0, 1), Spot("kernel", 0, 0))
    assert painting.editor is None
    assert painting.asks[-1] == ("gesture_ended",)


@pytest.mark.parametrize("grid", ["kernel", "input"])
def test_the_right_button_paints_zero(painting: Audience, grid: str) -> None:
    painting.drag(Spot(grid, 1, 1), Spot(grid, 1, 2), button=RIGHT)
    painting.click(Spot(grid, 2, 2), button=RIGHT)
    asks = painting.only("weights_requested" if grid == "kernel" else "pixels_requested")
    assert [ask[-2] for ask in asks] == [0, 0]
    assert {cell for ask in asks for cell in ask[-3]} == {(1, 1), (1, 2), (2, 2)}
    assert painting.editor is None


def test_a_canvas_is_painted_but_not_its_padding(painting: Audience) -> None:
    painting.drag(Spot("input", 1, 0), Spot("input", -1, 0))
    ((cells, value, _),) = painting.only("pixels_requested")
    assert value == 200
    assert set(cells) == {(1, 0), (0, 0)}
    painting.click(Spot("input", -1, 0))
    assert painting.editor is None


def test_a_stroke_does_not_cross_from_one_grid_to_another(painting: Audience) -> None:
    painting.drag(Spot("kernel", 0, 0), Spot("output", 0, 0))
    assert not painting.only("weights_requested")


def test_strokes_keep_to_their_channel(qtbot: QtBot) -> None:
    audience = Audience(qtbot)
    audience.tell(story(scene(mix="sum"), COLOUR))
    audience.drag(Spot("kernel", 0, 0, 1), Spot("kernel", 0, 0, 2), Spot("kernel", 0, 2, 1))
    assert {spot.channel for spot, *_ in audience.only("weights_requested")} == {1}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("256", "grey must be from 0 to 255, not 256."),
        ("-1", "grey must be from 0 to 255, not -1."),
        ("1.5", "grey must be a whole number, not 1.5."),
        ("black", "“black” is not a number."),
    ],
)
def test_a_grey_that_is_none_is_refused(painting: Audience, text: str, says: str) -> None:
    painting.click(Spot("input", 2, 2))
    painting.type(text)
    assert [sentence.replace("−", "-") for sentence in painting.refused] == [says]
    assert painting.editor
    assert not painting.only("pixels_requested")


def test_a_pixel_of_a_canvas_is_typed_also_from_the_keyboard(painting: Audience) -> None:
    painting.stage.setFocus()
    QTest.keyClick(painting.stage, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    painting.type("255")
    ((cells, value, _),) = painting.only("pixels_requested")
    assert (cells, value) == (((0, 0),), 255)


# --- for those who do not see it


def test_the_stage_describes_its_step_while_it_has_the_focus(audience: Audience, qtbot: QtBot) -> None:
    assert audience.stage.accessibleName()
    audience.stage.setFocus()
    told = story(ALL)
    audience.stage.show_moment(told.timeline.at(told.timeline.finished(27)))
    qtbot.waitUntil(lambda: "row 3, column 3" in audience.stage.accessibleDescription())
    audience.move(Spot("kernel", 0, 0))
    begins = "Weight 0, 0 meets"
    qtbot.waitUntil(lambda: audience.stage.accessibleDescription().startswith(begins))


def test_within_a_step_it_is_not_described_again_and_again(audience: Audience, qtbot: QtBot) -> None:
    audience.stage.setFocus()
    qtbot.waitUntil(lambda: bool(audience.stage.accessibleDescription()))
    before = audience.stage.accessibleDescription()
    audience.stage.show_moment(story(ALL).timeline.at(30.1))
    qtbot.wait(20)
    assert audience.stage.accessibleDescription() == before


def test_other_keys_are_left_to_the_window(audience: Audience) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(audience.stage, event)
    assert not event.isAccepted()


def test_pictures_and_kernels_of_any_kind_can_be_shown_in_turn(audience: Audience) -> None:
    for told in (
        story(scene(mix="sum"), COLOUR),
        story(Scene(), Source("one", SMALL.planes, 255.0)),
        story(scene(region=Region(0, 0, 1, 1))),
    ):
        audience.tell(told)
        audience.move(Spot("kernel", 0, 0))
        assert not audience.stage.grab().isNull()


# --- matrices


def test_every_grid_of_a_lab_can_be_asked_about(audience: Audience) -> None:
    audience.tell(story(unrolled(region=Region(0, 0, 4, 4))))
    audience.move(Spot("columns", 4, 5))
    assert audience.asks == [("asked", True)]
    assert audience.stage.figure
    (output,) = audience.stage.figure.grids("output")
    assert audience.stage.figure.grids("columns")[0].marks[4, 5] & Mark.LIT
    assert output.marks.shape == (4, 4)


def test_a_weight_is_typed_into_the_filters_row(audience: Audience) -> None:
    audience.tell(story(unrolled(region=Region(0, 0, 4, 4))))
    audience.click(Spot("kernel", 0, 5))
    audience.type("3")
    ((spot, cells, value, _),) = audience.only("weights_requested")
    assert (spot, cells, value) == (Spot("kernel", 0, 5), ((0, 5),), 3)


# --- pointing with keys


@pytest.fixture
def pointing(audience: Audience, qtbot: QtBot) -> Audience:
    """A stage of three by three outputs, at the middle one, with the focus as Tab gives it."""
    audience.tell(story(scene(region=Region(3, 3, 3, 3)), SMALL), 4.99)
    audience.stage.setFocus()
    qtbot.waitUntil(audience.stage.hasFocus)
    audience.stage.clearFocus()
    audience.stage.setFocus(Qt.FocusReason.TabFocusReason)
    return audience


def press_key(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(stage, key, Qt.KeyboardModifier.ControlModifier)


def test_control_and_an_arrow_point_at_the_output_of_the_moment_then_beside_it(pointing: Audience) -> None:
    press_key(pointing.stage, Qt.Key.Key_Left)
    assert pointing.stage.pointed == Spot("output", 4, 4)
    assert pointing.only("asked") == [[True]]
    press_key(pointing.stage, Qt.Key.Key_Down)
    assert pointing.stage.pointed == Spot("output", 5, 4)
    press_key(pointing.stage, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert pointing.stage.pointed is not None
    assert pointing.stage.pointed.grid in ("products", "kernel")


def test_pointing_with_keys_shows_what_pointing_with_the_mouse_shows(pointing: Audience) -> None:
    press_key(pointing.stage, Qt.Key.Key_Left, Qt.Key.Key_Up)
    by_keys = pointing.stage.figure
    QTest.keyClick(pointing.stage, Qt.Key.Key_Escape)
    assert pointing.stage.pointed is None
    assert pointing.only("asked") == [[True], [False]]
    pointing.move(Spot("output", 3, 4))
    assert by_keys is not None
    assert pointing.stage.figure is not None
    assert pointing.stage.figure.sentence == by_keys.sentence


def test_enter_does_what_a_click_does(pointing: Audience) -> None:
    press_key(pointing.stage, Qt.Key.Key_Left, Qt.Key.Key_Up)
    QTest.keyClick(pointing.stage, Qt.Key.Key_Return)
    assert pointing.only("cell_requested") == [[3, 4]]


def test_up_and_down_ask_for_the_output_there_and_for_none_outside(pointing: Audience) -> None:
    QTest.keyClick(pointing.stage, Qt.Key.Key_Up)
    QTest.keyClick(pointing.stage, Qt.Key.Key_Down)
    assert pointing.only("cell_requested") == [[3, 4], [5, 4]]
    pointing.tell(story(scene(region=Region(0, 0, 3, 3)), SMALL), 0.99)
    QTest.keyClick(pointing.stage, Qt.Key.Key_Up)
    assert len(pointing.only("cell_requested")) == 2


def test_the_stage_and_the_cell_are_framed_for_who_came_by_tab(pointing: Audience) -> None:
    framed = pointing.stage.grab().toImage()
    pointing.stage.clearFocus()
    plain = pointing.stage.grab().toImage()
    assert framed != plain
    pointing.stage.setFocus(Qt.FocusReason.MouseFocusReason)
    assert pointing.stage.grab().toImage() == plain
    press_key(pointing.stage, Qt.Key.Key_Left)
    assert pointing.stage.grab().toImage() != plain


def test_leaving_the_stage_points_at_nothing_and_coming_back_points_there_again(pointing: Audience) -> None:
    press_key(pointing.stage, Qt.Key.Key_Left, Qt.Key.Key_Up)
    pointing.stage.clearFocus()
    assert pointing.only("asked") == [[True], [False]]
    pointing.stage.setFocus(Qt.FocusReason.TabFocusReason)
    press_key(pointing.stage, Qt.Key.Key_Left)
    assert pointing.stage.pointed == Spot("output", 3, 4)


def test_keys_point_at_nothing_before_there_is_a_story(qtbot: QtBot) -> None:
    audience = Audience(qtbot)
    audience.stage.setFocus()
    press_key(audience.stage, Qt.Key.Key_Left)
    QTest.keyClick(audience.stage, Qt.Key.Key_Down)
    assert audience.stage.pointed is None
    assert audience.asks == []
