"""The calculator's window, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from convviz.core.layer_sizes import KINDS
from convviz.paint.theme import load
from convviz.scene.scene import Canvas, Scene
from convviz.state.calculator import Calculator
from convviz.state.jobs import Jobs
from convviz.state.sources import Sources
from convviz.state.store import SceneStore
from convviz.views.answers_card import WIDEST
from convviz.views.growth import letters
from convviz.views.layer_panel import divisors
from convviz.views.sizes_window import HIGH, WIDE, SizesWindow
from convviz.views.stack_table import COLUMNS, FIRST_RESULT
from convviz.views.style import USUAL, dress

Key = Qt.Key
TOO_WIDE = (
    "The window spans {k} cells ({k} taps, dilation 1), but the input with its padding has only "
    "{i} ({i} + 0)."
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot):
    jobs = Jobs()
    store = SceneStore(Scene(picture=Canvas(6, 8, bytes(48))), Sources(jobs))
    window = SizesWindow(Calculator(store))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    jobs.stop()


def enter(window: SizesWindow, choice: str, text: str) -> None:
    field = window.panel.editors[choice]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def shapes(window: SizesWindow) -> str:
    return window.shapes.text().replace(" ", "")


def cell(window: SizesWindow, row: int, title: str) -> str:
    return window.table.table.text(row, [column.title for column in COLUMNS].index(title))


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def walk(window: SizesWindow) -> list[QWidget]:
    """Everything that Tab leads to, once around."""
    seen: list[QWidget] = []
    while (widget := focused()) not in seen:
        seen.append(widget)
        QTest.keyClick(widget, Key.Key_Tab)
    return seen


def test_it_begins_with_760_parameters_and_what_would_keep_the_size(window) -> None:
    assert shapes(window) == "layer1:3×32×32→10×28×28"
    assert window.costs.fact("Parameters") == "750 + 10 = 760"
    assert window.costs.fact("MACs") == "588,000"
    assert window.answers.lines["padding"].text.text() == "2"
    assert focused() is window.panel.editors["size"]


def test_what_is_typed_is_worked_out_at_once(window) -> None:
    enter(window, "stride", "2")
    assert shapes(window) == "layer1:3×32×32→10×14×14"
    assert " ".join(window.lines[1].text().split()) == "= ⌊(32 + 2·0 − 1·4 − 1) / 2⌋ + 1 = 14"
    enter(window, "padding", "1 + 2, 0")
    assert window.lines[1].text().split()[-2:] == ["=", "16"]
    assert window.lines[2].text().split()[-2:] == ["=", "14"]


def test_undo_and_redo_by_keys(window) -> None:
    enter(window, "stride", "2")
    field = window.panel.editors["stride"]
    field.selectAll()
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Key.Key_Z, CONTROL)  # of what is being typed
    assert (field.text(), window.calculator.sums.layer.stride) == ("2, 2", (2, 2))
    QTest.keyClick(field, Key.Key_Z, CONTROL)  # of what was done
    assert window.calculator.sums.layer.stride == (1, 1)
    QTest.keyClick(field, Key.Key_Y, CONTROL)
    assert window.calculator.sums.layer.stride == (2, 2)


@pytest.mark.parametrize(
    ("choice", "text", "sentence"),
    [
        ("kernel", "0", "Window must be from 1 to 999, not 0."),
        ("kernel", "3, 3, 3", "Window must be one number, or 2, one for each axis, not “3, 3, 3”."),
        ("kernel", "40", TOO_WIDE.format(k=40, i=32)),
        ("stride", "two", "“two” is not a number."),
        ("size", "4", TOO_WIDE.format(k=5, i=4)),
        ("channels", "-1", "Channels must be from 1 to 999999, not −1."),
        ("name", "x" * 30, "length must be at most 24, not 30."),
    ],
)  # fmt: skip
def test_nonsense_gets_a_sentence_beside_the_field_and_changes_nothing(
    window, choice, text, sentence
) -> None:
    before = window.calculator.sums
    enter(window, choice, text)
    assert window.panel.row(choice).error == sentence
    assert window.calculator.sums == before
    assert window.panel.editors[choice].text() == text
    QTest.keyClick(window.panel.editors[choice], Key.Key_Escape)
    assert (window.panel.row(choice).error, window.isVisible()) == ("", True)


def test_an_answer_is_used_by_its_button(window) -> None:
    line = window.answers.lines["padding"]
    line.use.setFocus()
    QTest.keyClick(line.use, Key.Key_Space)
    assert window.calculator.sums.layer.padding == ((2, 2), (2, 2))
    assert shapes(window).endswith("→10×32×32")
    assert not line.use.isEnabled()  # it is so now
    window.answers.lines["input"].use.click()
    assert window.calculator.sums.stack.size == (32, 32)


def test_another_output_is_wanted_by_word_by_list_and_by_number(window) -> None:
    field = window.answers.wanted
    for text, shown, stride in (("half", "half (16 × 16)", "none"), ("7, 28", "7 × 28", "rows 4 · cols 1")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Key.Key_Return)
        assert field.text() == shown
        assert window.answers.lines["stride"].text.text() == stride
    field.selectAll()
    QTest.keyClicks(field, "0")
    QTest.keyClick(field, Key.Key_Return)
    assert window.answers.row.error == "Output must be from 1 to 999999, not 0."
    assert window.calculator.sums.wanted == (7, 28)


def test_a_word_follows_the_input(window) -> None:
    enter(window, "size", "40")
    assert window.answers.wanted.text() == "same (40 × 40)"


def test_both_paddings_are_used_together(window) -> None:
    window.calculator.set_kind("transposed")
    window.calculator.set_layer({"kernel": (3, 3), "stride": (2, 2)})
    window.calculator.set_wanted("double")
    window.answers.lines["both"].use.click()
    assert shapes(window).endswith("→10×64×64")
    assert window.calculator.sums.layer.extra == (1, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_own_rows_and_no_others(window, kind: str) -> None:
    window.calculator.set_kind(kind)
    shown = {choice for choice in window.panel.editors if not window.panel.row(choice).isHidden()}
    assert shown - {"channels", "size", "each", "name", "kind"} == set(KINDS[kind].has)


def test_groups_that_divide_are_offered_and_no_others(window) -> None:
    enter(window, "channels", "6")
    enter(window, "filters", "9")
    groups = window.panel.editors["groups"]
    assert [groups.itemText(n) for n in range(groups.count())] == ["1", "3"]
    assert divisors(36) == [1, 2, 3, 4, 6, 9, 12, 18, 36]


def test_three_axes_have_three_sums(window) -> None:
    button = window.panel.axes.buttons[2]
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    enter(window, "kernel", "3, 4, 5")
    assert [line.text().split()[0] for line in window.lines[1:]] == ["slices", "rows", "cols"]
    assert shapes(window).endswith("→10×30×29×28")


def test_a_network_is_chosen_and_walked_through_by_keys(window) -> None:
    window.preset.setFocus()
    QTest.keyClick(window.preset, Key.Key_End)  # the last is the context module
    QTest.keyClick(window.preset, Key.Key_Up)
    assert window.preset.value == "vgg-16"
    QTest.keyClick(window, Key.Key_2, CONTROL)
    table = window.table
    assert table.isVisible()
    table.setFocus()
    for _ in range(2):
        QTest.keyClick(table, Key.Key_Down)
    assert window.calculator.sums.layer.name == "pool1"
    shown = {
        "Window": "2",
        "Stride": "2",
        "Output": "64 × 112 × 112",
        "Field": "6",
        "Jump": "2",
        "Start": "−2",
    }
    assert {title: cell(window, 2, title) for title in shown} == shown
    assert "138,357,544 parameters (553 MB) · 15,470,264,320 MACs" in window.totals.text()
    assert window.calculator.preset == "vgg-16"
    QTest.keyClick(window, Key.Key_1, CONTROL)
    assert not table.isVisible()


def test_rows_are_added_edited_moved_and_removed_by_keys(window) -> None:
    QTest.keyClick(window, Key.Key_2, CONTROL)
    table = window.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_Insert)
    assert window.calculator.sums.selected == 1
    table.setCurrentIndex(table.table.index(1, 2))
    QTest.keyClick(table, Key.Key_Return)
    field = window.panel.editors["kernel"]
    assert focused() is field
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Key.Key_Return)
    assert [cell(window, n, "Window") for n in (0, 1)] == ["5", "7"]
    assert cell(window, 1, "Field") == "11"
    table.setFocus()
    QTest.keyClick(table, Key.Key_Up, CONTROL)
    assert [cell(window, n, "Window") for n in (0, 1)] == ["7", "5"]
    QTest.keyClick(table, Key.Key_Down, CONTROL)
    QTest.keyClick(table, Key.Key_Delete)
    assert (table.table.rowCount(), cell(window, 0, "Window")) == (1, "5")
    QTest.keyClick(table, Key.Key_Delete)
    assert window.remark.text() == "A stack needs at least one layer."
    QTest.keyClick(table, Key.Key_Z, CONTROL)
    assert table.table.rowCount() == 2


def test_the_buttons_do_what_the_keys_do(window) -> None:
    window.show_page("stack")
    window.add.click()
    assert (window.up.isEnabled(), window.down.isEnabled(), window.remove.isEnabled()) == (True, False, True)
    window.up.click()
    assert window.calculator.sums.selected == 0
    window.down.click()
    window.remove.click()
    assert not window.remove.isEnabled()


def test_a_layer_that_no_longer_fits_says_so_in_its_row(window, qtbot) -> None:
    window.calculator.load("lenet-5")
    window.show_page("stack")
    enter(window, "size", "20")
    sentence = TOO_WIDE.format(k=5, i=2)
    index = window.table.table.index(4, FIRST_RESULT)
    assert window.table.indexWidget(index).text() == sentence
    assert window.totals.text() == f"C5: {sentence}"
    assert cell(window, 5, "Output") == "—"
    window.calculator.select(5)
    assert window.remark.text() == f"C5: {sentence}"
    assert window.costs.fact("MACs") == "—"
    assert not window.answers.isEnabled()
    enter(window, "size", "32")
    assert window.table.indexWidget(window.table.table.index(4, FIRST_RESULT)) is None
    assert "61,706 parameters" in window.totals.text()


def test_memory_follows_the_numbers_format(window) -> None:
    assert window.costs.fact("Output") == "10 × 28 × 28: 31.4 KB"
    window.calculator.set_each(1)
    assert window.costs.fact("Output") == "10 × 28 × 28: 7.84 KB"


def test_tab_reaches_every_control_and_each_has_a_name_and_a_tip(window) -> None:
    window.calculator.add()
    for page in ("layer", "stack"):
        window.show_page(page)
        window.panel.editors["size"].setFocus()
        reached = walk(window)
        controls = [
            widget
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for widget in window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for control in controls:
            at = control.parentWidget() if isinstance(control.parentWidget(), QComboBox) else control
            assert at in reached or control in reached, control.accessibleName()
            assert at.accessibleName(), control
            assert at.toolTip(), control.accessibleName()
        assert (window.table in reached) == (page == "stack")


@pytest.mark.parametrize("size", [(1260, 690), (1280, 720), (1600, 1000), (1920, 1080)])
def test_no_text_is_cut_off(window, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.calculator.load("vgg-16")
    for page in ("layer", "stack"):
        window.show_page(page)
        QTest.qWait(20)
        for label in window.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    table = window.table
    assert not table.horizontalScrollBar().isVisible()
    for column in range(len(COLUMNS)):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column), COLUMNS[column].title


def test_a_cell_tells_what_it_is(window) -> None:
    model = window.table.table
    for n, column in enumerate(COLUMNS):
        assert model.headerData(n, Qt.Orientation.Horizontal) == column.title
        assert model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == column.tip
        told = model.data(model.index(0, n), Qt.ItemDataRole.AccessibleTextRole)
        assert told == f"{column.title}: {model.text(0, n)}"


def test_tensorflows_same_is_picked_for_a_window_and_follows_its_input(window) -> None:
    enter(window, "stride", "2")
    row = window.panel.row("padding")
    (listed,) = row.editors
    assert isinstance(listed, QComboBox)
    assert [listed.itemText(n) for n in range(listed.count())] == ["same-tf"]
    listed.activated.emit(0)
    assert window.calculator.sums.layer.padding == "same-tf"
    assert "16 × 16" in cell(window, 0, "Output")
    assert cell(window, 0, "Padding") == "same-tf"
    window.panel.editors["size"].setFocus()
    enter(window, "size", "33")
    assert "17 × 17" in cell(window, 0, "Output")
    window.calculator.set_kind("max_pool")
    assert listed.count() == 1
    assert "17 × 17" in cell(window, 0, "Output")
    window.calculator.set_kind("transposed")
    assert listed.count() == 1
    window.calculator.set_kind("unpool")
    assert listed.count() == 0


def test_strides_that_leave_nothing_over_stand_apart_from_the_answers(window) -> None:
    window.resize(1900, 1000)
    QApplication.processEvents()
    lines, exact = window.answers.lines, window.answers.lines["exact"]
    assert exact.name.text().startswith("Whatever output is wanted")
    assert exact.text.text() == "1, 3, 9, 27"
    assert exact.text.x() == exact.name.x() == lines["input"].name.x()
    assert exact.text.y() >= exact.name.geometry().bottom()
    assert exact.name.y() > lines["input"].text.geometry().bottom()
    assert not exact.use.isVisible()


def test_answers_and_costs_stand_near_their_names(window) -> None:
    window.resize(1900, 1000)
    QApplication.processEvents()
    padding = window.answers.lines["padding"]
    widest = round(WIDEST * letters(window, WIDE, HIGH) / USUAL)
    assert padding.use.geometry().right() - padding.name.x() <= widest
    assert window.costs.width() <= widest
    assert window.costs.x() == 0


def high(window: SizesWindow) -> list[int]:
    """Pixels that letters of every sort are high: a label, a field, a list, a sum, a cell of the table."""
    widgets = (window.totals, window.panel.editors["size"], window.preset, window.lines[1], window.table)
    return [widget.fontInfo().pixelSize() for widget in widgets] + [window.table.table.numbers.pixelSize()]


def test_a_larger_window_has_larger_letters_and_fields_and_a_smaller_one_those_from_before(
    window, qtbot
) -> None:
    QTest.qWait(20)
    field, small = window.panel.editors["channels"], high(window)
    height, width = field.height(), field.width()
    window.resize(1920, 1080)
    QTest.qWait(20)
    assert [now / before >= 1.4 for now, before in zip(high(window), small, strict=True)] == [True] * 6
    assert field.height() >= 1.35 * height
    assert field.width() >= 1.35 * width
    window.resize(WIDE, HIGH)
    # It is laid out three times; in between a field is a pixel wider.
    qtbot.waitUntil(lambda: (high(window), field.height(), field.width()) == (small, height, width))
    assert (window.width(), window.height()) == (WIDE, HIGH)


def test_another_theme_is_another_one_in_a_large_window_too(window, qapp) -> None:
    window.resize(1920, 1080)
    QTest.qWait(20)
    try:
        for name in ("dark", "light"):
            dress(qapp, load(name))
            picture = window.table.grab().toImage()
            assert picture.pixelColor(picture.width() - 30, picture.height() - 30) == load(name).color("card")
    finally:
        dress(qapp, load("light"))
