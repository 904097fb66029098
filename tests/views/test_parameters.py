"""The parameters panel, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import msg
from convviz.labs.story import Source, redrawn
from convviz.paint.theme import load
from convviz.scene.scene import Drawn, Preset, Region, Scene, replace
from convviz.views.control_section import ControlSection
from convviz.views.parameters import Parameters
from convviz.views.rows import Row
from convviz.views.style import dress
from tests.labs.scenes import GREY, chained, dilated, drawn, pooled, scene, signal, transposed, unrolled
from tests.labs.scenes import story as told_by_lab
from tests.views.stories import kernel_scene, layered, picture, story_of
from tests.views.test_choices import pick

GABOR = (Preset("gabor", (("wavelength", 6.0),)),)


@pytest.fixture
def panel(qtbot, qapp):
    dress(qapp, load("light"))
    panel = Parameters()
    qtbot.addWidget(panel)
    panel.resize(300, 640)
    panel.asked = []
    for name in ("layer", "scene", "kernel_size", "kernel_parameter", "kernel_tool"):
        getattr(panel, f"{name}_requested").connect(
            lambda *values, name=name: panel.asked.append((name, *values))
        )
    panel.brush_changed.connect(lambda value: panel.asked.append(("brush", value)))
    panel.ended = []
    panel.gesture_ended.connect(lambda: panel.ended.append(len(panel.asked)))
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.show_story(story_of())
    yield panel
    panel.close()


def enter(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def errors(panel: Parameters) -> list[str]:
    """The sentences in view."""
    return [
        label.text()
        for label in panel.findChildren(QLabel)
        if label.property("role") == "error" and label.text()
    ]


def test_it_shows_the_scene_and_asks_nothing(panel) -> None:
    scene = layered(
        stride=(2, 1), padding=(1, 1, 2, 2), dilation=(1, 2), padding_mode="constant", padding_value=-7.0,
        bias=(0.5,), flip=True, activation="leaky_relu", negative_slope=0.2,
    )  # fmt: skip
    panel.show_story(story_of(replace(scene, show="clamp")))
    layer = panel.layer
    assert panel.kernel.kernel_size.text() == "3 × 3"
    assert (layer.stride.text(), layer.dilation.text(), layer.bias.text()) == ("2, 1", "1, 2", "0.5")
    assert (layer.padding.currentText(), layer.border.currentText()) == ("1, 2", "constant")
    assert (layer.border_value.text(), layer.border_value.isVisible()) == ("−7", True)
    assert layer.definition.value is True
    assert (layer.activation.currentText(), layer.slope.text(), layer.slope.isVisible()) == (
        "leaky ReLU",
        "0.2",
        True,
    )
    assert panel.output.show_as.value == "clamp"
    assert panel.asked == []


def test_values_that_belong_to_a_choice_are_there_only_with_it(panel) -> None:
    assert not panel.layer.border_value.isVisible()
    assert not panel.layer.slope.isVisible()


@pytest.mark.parametrize(
    ("field", "text", "asked"),
    [
        ("stride", "2", {"stride": (2, 2)}),
        ("stride", "1, 2", {"stride": (1, 2)}),
        ("dilation", "2 1", {"dilation": (2, 1)}),
        ("bias", "-1/4", {"bias": (-0.25,)}),
    ],
)
def test_a_number_is_typed(panel, field: str, text: str, asked: dict[str, object]) -> None:
    enter(getattr(panel.layer, field), text)
    assert panel.asked == [("layer", asked, None)]


@pytest.mark.parametrize(
    ("text", "padding"),
    [("valid", "valid"), ("1", (1, 1, 1, 1)), ("1, 2", (1, 1, 2, 2)), ("0, 1, 2, 3", (0, 1, 2, 3))],
)
def test_padding_is_typed(panel, text: str, padding: object) -> None:
    enter(panel.layer.padding.field, text)
    assert panel.asked == [("layer", {"padding": padding}, None)]


def test_padding_same_tells_its_cells_and_is_offered_at_stride_1_only(panel) -> None:
    padding = panel.layer.padding
    assert padding.field.text() == "same (1)"
    assert [padding.itemText(n) for n in range(padding.count())] == ["same", "same-tf", "valid"]
    panel.show_story(story_of(layered(stride=(2, 2), padding="valid")))
    assert [padding.itemText(n) for n in range(padding.count())] == ["same-tf", "valid"]
    assert padding.field.text() == "valid"


def test_tensorflows_same_is_picked_at_any_stride_and_tells_its_cells(panel) -> None:
    panel.show_story(story_of(layered(stride=(2, 2), padding="valid")))
    panel.layer.padding.activated.emit(0)
    assert panel.asked == [("layer", {"padding": "same-tf"}, None)]
    panel.show_story(story_of(layered(stride=(2, 2), padding="same-tf")))
    assert panel.layer.padding.field.text() == "same-tf (1)"  # of 7 × 7 cells


def test_same_tells_the_cells_of_another_kernel(panel) -> None:
    panel.show_story(story_of(kernel_scene("gaussian-5x5")))
    assert panel.layer.padding.field.text() == "same (2)"


def test_kernel_size_is_typed(panel) -> None:
    enter(panel.kernel.kernel_size, "3x5")
    assert panel.asked == [("kernel_size", 3, 5)]


@pytest.mark.parametrize(
    ("section", "list_", "row", "asked"),
    [
        ("layer", "border", 2, ("layer", {"padding_mode": "reflect"}, None)),
        ("layer", "definition", 1, ("layer", {"flip": True}, None)),
        ("layer", "activation", 1, ("layer", {"activation": "relu"}, None)),
        ("output", "show_as", 1, ("scene", {"show": "absolute"}, None)),
        ("output", "channel", 1, ("scene", {"channel": "r"}, None)),
    ],
)
def test_a_choice_is_picked(panel, section: str, list_: str, row: int, asked: object) -> None:
    combo = getattr(getattr(panel, section), list_)
    panel.area.ensureWidgetVisible(combo)
    pick(combo, row)
    assert panel.asked == [asked]


def test_what_is_not_valid_is_said_in_its_row_and_not_asked(panel) -> None:
    enter(panel.layer.stride, "0")
    assert panel.asked == []
    assert errors(panel) == ["Stride must be from 1 to 999, not 0."]
    QTest.keyClick(panel.layer.stride, Qt.Key.Key_Escape)
    assert errors(panel) == []
    assert panel.layer.stride.text() == "1, 1"


def test_a_refusal_is_shown_beside_what_was_asked_for(panel) -> None:
    assert not panel.show_refusal(msg("Of nobody here."))
    enter(panel.kernel.kernel_size, "11")
    assert panel.show_refusal(msg("The window spans {n} cells.", n=11))
    assert errors(panel) == ["The window spans 11 cells."]
    assert panel.kernel.kernel_size.text() == "11"
    panel.show_story(story_of(layered(stride=(2, 2), padding="valid")))  # something else was accepted
    QTest.keyClick(panel.kernel.kernel_size, Qt.Key.Key_Escape)
    assert (errors(panel), panel.kernel.kernel_size.text()) == ([], "3 × 3")


def test_a_list_returns_to_what_it_was_when_refused(panel) -> None:
    combo = panel.layer.border
    pick(combo, 2)
    panel.show_refusal(msg("Too wide."))
    assert combo.value == "zeros"
    assert errors(panel) == ["Too wide."]
    pick(combo, 3)
    assert errors(panel) == []


def test_holding_an_arrow_key_is_one_gesture(panel) -> None:
    stride = panel.layer.stride
    stride.setFocus()
    stride.selectAll()
    QTest.keyPress(stride, Qt.Key.Key_Up)
    panel.show_story(story_of(layered(stride=(2, 2), padding="valid")))
    QTest.keyPress(stride, Qt.Key.Key_Up)
    QTest.keyRelease(stride, Qt.Key.Key_Up)
    assert [asked[1] for asked in panel.asked] == [{"stride": (2, 2)}, {"stride": (3, 3)}]
    assert panel.asked[0][2] is panel.asked[1][2] is not None
    assert panel.ended == [2]


def test_bias_is_that_of_the_filter_shown(panel) -> None:
    sobel = (Preset("sobel-x"),)
    scene = replace(layered(filters=(sobel, sobel), bias=(1.0, 2.0)), output=1)
    panel.show_story(story_of(scene))
    assert panel.layer.bias.text() == "2"
    enter(panel.layer.bias, "5")
    assert panel.asked == [("layer", {"bias": (1.0, 5.0)}, None)]


# --- channels ---


def test_a_grey_picture_has_no_channels_to_choose_and_says_why(panel) -> None:
    panel.show_colour(False)
    assert not panel.output.channel.isEnabled()
    assert panel.output.channel.toolTip() == "This picture is grey: it has only one channel."
    panel.show_colour(True)
    assert panel.output.channel.isEnabled()


def test_mix_filters_and_map_are_there_when_there_is_a_choice(panel) -> None:
    output = panel.output
    assert not any(w.isVisible() for w in (output.mix, output.filters, output.output))
    panel.show_story(story_of(Scene(channel="all"), picture(channels=3)))
    assert (output.mix.isVisible(), output.filters.isVisible(), output.output.isVisible()) == (
        True,
        False,
        True,
    )
    assert [output.output.itemText(n) for n in range(3)] == ["R", "G", "B"]
    panel.show_story(story_of(replace(layered(mix="sum"), channel="all"), picture(channels=3)))
    assert (output.mix.isVisible(), output.filters.isVisible(), output.output.isVisible()) == (
        True,
        True,
        False,
    )


def test_filters_that_were_drawn_meanwhile_are_the_ones_that_are_kept(panel) -> None:
    blank, drawn = (Drawn(((0.0,) * 2,) * 2),), (Drawn(((1.0, 2.0), (3.0, 4.0))),)
    for filter_ in (blank, drawn):
        scene = replace(layered(filters=(filter_,), mix="sum"), channel="all")
        panel.show_story(story_of(scene, picture(channels=3)))
    enter(panel.output.filters, "2")
    assert panel.asked[-1] == ("layer", {"filters": (drawn,) * 2, "bias": (0.0,) * 2}, None)


def test_filters_are_added_as_copies_and_taken_from_the_end(panel) -> None:
    scene = replace(layered(mix="sum"), channel="all")
    panel.show_story(story_of(scene, picture(channels=3)))
    enter(panel.output.filters, "3")
    sobel = (Preset("sobel-x"),)
    assert panel.asked == [("layer", {"filters": (sobel,) * 3, "bias": (0.0,) * 3}, None)]
    enter(panel.output.filters, "9")
    assert errors(panel) == ["Filters must be from 1 to 8, not 9."]


# --- the kernel's own ---


def test_a_parametric_kernel_has_its_sliders(panel) -> None:
    assert panel.kernel.sliders == {}
    panel.show_story(story_of(layered(filters=(GABOR,))))
    sliders = panel.kernel.sliders
    assert list(sliders) == ["angle", "wavelength", "sigma", "aspect", "phase"]
    assert (sliders["angle"].field.text(), sliders["wavelength"].field.text()) == ("45°", "6")
    panel.show_story(story_of(layered(filters=((Drawn(((1.0,),)),),))))
    assert panel.kernel.sliders == {}
    assert panel.asked == []


def test_dragging_a_slider_asks_live_and_is_one_gesture(panel) -> None:
    panel.show_story(story_of(layered(filters=(GABOR,))))
    slider = panel.kernel.sliders["angle"].slider
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, slider.height() // 2))
    QTest.mouseMove(slider, QPoint(60, slider.height() // 2))
    asked = len(panel.asked)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, slider.height() // 2))
    assert asked == 2
    (kind, name, first, gesture), (_, _, second, same) = panel.asked
    assert (kind, name) == ("kernel_parameter", "angle")
    assert first < second
    assert gesture is same
    assert panel.ended == [2]


def test_a_parameter_is_typed_or_refused(panel) -> None:
    panel.show_story(story_of(layered(filters=(GABOR,))))
    enter(panel.kernel.sliders["sigma"].field, "2.55")
    assert panel.asked == [("kernel_parameter", "sigma", 2.55, None)]
    enter(panel.kernel.sliders["sigma"].field, "99")
    assert errors(panel) == ["Width σ must be from 0.5 to 10, not 99.0."]


def test_kernel_tools(panel) -> None:
    for name, button in panel.tools.tools.items():
        panel.area.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        if name != "normalise":
            assert panel.asked.pop() == ("kernel_tool", name)
    assert panel.asked == []


def test_a_kernel_that_sums_to_0_cannot_be_normalised_and_says_why(panel) -> None:
    button = panel.tools.tools["normalise"]
    assert not button.isEnabled()
    assert button.toolTip() == "The weights sum to 0, by which they cannot be divided."
    panel.show_story(story_of(kernel_scene("box-3x3")))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.asked == [("kernel_tool", "normalise")]


def test_a_refused_tool_says_so_until_the_next(panel) -> None:
    QTest.mouseClick(panel.tools.tools["clear"], Qt.MouseButton.LeftButton)
    panel.show_refusal(msg("No."))
    assert errors(panel) == ["No."]
    QTest.mouseClick(panel.tools.tools["rotate"], Qt.MouseButton.LeftButton)
    assert errors(panel) == []


def test_the_brush(panel) -> None:
    QTest.mouseClick(panel.tools.brushes.buttons[0], Qt.MouseButton.LeftButton)
    assert panel.asked == [("brush", -1.0)]
    assert panel.tools.brush.text() == "−1"
    enter(panel.tools.brush, "1/2")
    assert panel.asked[-1] == ("brush", 0.5)
    assert panel.tools.brushes.value is None
    panel.show_brush(2.0)
    assert panel.tools.brushes.value == 2.0
    assert len(panel.asked) == 2


# --- the look ---


def test_nothing_is_wider_than_the_panel(panel) -> None:
    scene = replace(
        layered(filters=(GABOR,), padding_mode="constant", activation="leaky_relu", mix="sum"), channel="all"
    )
    panel.show_story(story_of(scene, picture(channels=3)))
    panel.resize(300, 300)
    assert panel.content.minimumSizeHint().width() <= panel.area.viewport().width()


def test_every_control_says_what_it_is(panel) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider

    panel.show_story(story_of(layered(filters=(GABOR,))))
    for kind in (QLineEdit, QComboBox, QSlider, QAbstractButton):
        for widget in panel.findChildren(kind):
            inner = isinstance(widget.parentWidget(), QComboBox)
            assert widget.accessibleName(), widget
            assert inner or widget.toolTip() or widget.parentWidget().toolTip(), widget.accessibleName()


def test_a_row_that_is_moved_is_shown_and_bits_have_no_channels(panel) -> None:
    def own() -> ControlSection:
        sections = panel.findChildren(ControlSection)
        return next(section for section in sections if "generators" in section.editors)

    for row in (3, 40):
        panel.show_story(told_by_lab(signal(Region(row, 9, 1, 12)), GREY))
        assert own().editors["row"].text() == str(row)
    assert panel.output.channel.isVisible()
    panel.show_story(told_by_lab(signal(coding=True), GREY))
    assert not panel.output.channel.isVisible()


@pytest.mark.parametrize("height", [300, 331, 347, 362, 390, 640])
def test_what_is_seen_of_the_rows_ends_below_one_of_them(panel, qtbot, height: int) -> None:
    panel.resize(300, height)
    for told in (story_of(), told_by_lab(pooled()), story_of()):
        panel.show_story(told)
        qtbot.wait(20)
        rows = [row for row in panel.content.findChildren(Row) if row.isVisible()]
        feet = {row.mapTo(panel.content, QPoint(0, row.height())).y() for row in rows}
        seen = panel.area.viewport().height()
        assert seen in feet or seen > max(feet)
        assert panel.area.height() - seen < 40, "less than another row would take"


def test_what_is_set_begins_at_one_line_however_long_a_label_is(panel, qtbot) -> None:
    for told in (told_by_lab(pooled(kind="avg")), story_of()):
        panel.show_story(told)
        qtbot.wait(20)
        rows = [row for row in panel.content.findChildren(Row) if row.isVisible()]
        assert len({row.editors[0].mapTo(panel, QPoint(0, 0)).x() for row in rows}) == 1


def test_in_a_column_the_panel_is_as_high_as_its_rows_whatever_was_shown_before(qtbot, panel) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    rows = QVBoxLayout(column)
    rows.addWidget(panel)
    rows.addWidget(QWidget(column), 1)
    column.resize(300, 1200)
    column.show()
    mixed = story_of(layered(mix="sum", activation="leaky_relu"), picture(channels=3))
    for told in (mixed, story_of(), told_by_lab(pooled()), mixed, story_of()):
        panel.show_story(told)
        QApplication.sendPostedEvents(panel, QEvent.Type.LayoutRequest)  # before its rows hear of theirs
        QApplication.sendPostedEvents(column, QEvent.Type.LayoutRequest)
        qtbot.wait(20)
        assert panel.height() == panel.sizeHint().height()
    column.hide()
    panel.setParent(None)


# --- a kernel is being drawn

DRAWN: dict[str, Scene] = {
    "a layer": scene(drawn(3, 3), bias=(2.0,)),
    "a dilated layer": dilated(drawn(3, 3)),
    "matrices": unrolled(drawn(3, 3)),
    "a whole layer": chained(drawn(3, 3)),
    "stamps": transposed(drawn(3, 3)),
    "a kernel whose sum is 0": scene(Drawn(((1.0, -1.0),))),
}


def redraw(of: Scene) -> Scene:
    """The scene with all weights of its kernels one more."""
    kernels = [
        [Drawn(tuple(tuple(w + 1 for w in row) for row in k.rows)) for k in row] for row in of.layer.filters
    ]
    return replace(of, layer=replace(of.layer, filters=tuple(map(tuple, kernels))))


def looks(panel: Parameters) -> list[object]:
    """All that is seen of the panel: texts, and what can be used and where it stands."""
    texts = {QLineEdit: QLineEdit.text, QComboBox: QComboBox.currentText, QLabel: QLabel.text}
    return [
        (widget.isEnabled(), widget.geometry(), widget.toolTip(), text(widget))
        for kind, text in texts.items()
        for widget in panel.findChildren(kind)
        if widget.isVisible()
    ] + [(button.isEnabled(), button.toolTip()) for button in panel.findChildren(QAbstractButton)]


@pytest.mark.parametrize("first", DRAWN.values(), ids=DRAWN)
def test_while_a_kernel_is_drawn_the_panel_is_as_if_it_were_shown_anew(panel, qtbot, first) -> None:
    a = told_by_lab(first, GREY)
    b = told_by_lab(redraw(first), GREY)
    assert redrawn(a, b)
    for told in (told_by_lab(pooled(), GREY), a, b):
        panel.show_story(told)
    qtbot.wait(10)
    seen = looks(panel)
    panel.show_story(told_by_lab(pooled(), GREY))
    panel.show_story(b)
    qtbot.wait(10)
    assert seen == looks(panel)


def test_a_filter_that_is_added_while_a_kernel_is_drawn_is_the_drawn_one(panel) -> None:
    first = replace(layered(filters=((Drawn(((0.0,) * 2,) * 2),),), mix="sum"), channel="all")
    source = Source("colours", picture(channels=3), 255.0)
    for of in (first, second := redraw(first)):
        panel.show_story(told_by_lab(of, source))
    enter(panel.output.filters, "2")
    assert panel.asked[-1] == ("layer", {"filters": second.layer.filters * 2, "bias": (0.0,) * 2}, None)
    enter(panel.layer.bias, "3")
    assert panel.asked[-1] == ("layer", {"bias": (3.0,)}, None)


def test_a_value_that_was_refused_gives_way_when_a_kernel_is_drawn(panel) -> None:
    first = scene(drawn(3, 3))
    panel.show_story(told_by_lab(first, GREY))
    enter(panel.layer.stride, "3")
    panel.layer.stride.clearFocus()
    assert panel.show_refusal(msg("no"))
    panel.show_story(told_by_lab(redraw(first), GREY))
    assert panel.layer.stride.text() == "1, 1"
    assert not panel.show_refusal(msg("nothing was asked"))


def test_a_text_that_is_no_value_gives_way_when_a_kernel_is_drawn(panel) -> None:
    first = scene(drawn(3, 3))
    panel.show_story(told_by_lab(first, GREY))
    enter(panel.layer.stride, "abc")
    panel.layer.stride.clearFocus()
    assert (panel.layer.stride.text(), len(errors(panel))) == ("abc", 1)
    panel.show_story(told_by_lab(redraw(first), GREY))
    assert (panel.layer.stride.text(), errors(panel)) == ("1, 1", [])


def test_no_section_holds_a_picture_that_is_not_shown_any_more(panel) -> None:
    first = scene(drawn(3, 3))
    sections = panel.kernel, panel.layer, panel.output, panel.tools
    for of in (first, redraw(first), scene(drawn(3, 5))):
        panel.show_story(last := told_by_lab(of, GREY))
        assert all(section.story is last for section in sections)
    panel.show_story(last := told_by_lab(of, Source("another of this size", GREY.planes.copy(), 255.0)))
    assert all(section.story is last for section in sections)
    panel.show_story(told_by_lab(signal(), GREY))
    assert {section.story for section in sections if section.isHidden()} == {None}
