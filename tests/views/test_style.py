"""What the style sheet writes in which colour, on which ground: each pair can be read in each theme."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from convviz.paint.theme import THEMES, load
from convviz.views.style import SHEET
from tests.paint.test_theme import contrast

Pair = tuple[str, str, str]
"""The selector, the role of its text and that of the ground below it."""
WORDLESS = re.compile(
    r"separator|indicator|chunk|groove|handle|page|line|Scroll|Splitter|rule|arrow|-button|drop-down"
)
"""Parts of widgets that have no text on them."""
GROUNDS = ("card", "background")
"""What stands below a widget that has no ground of its own."""
RULE = re.compile(r"([^{}]+)\{\{(.*?)\}\}", re.DOTALL)
ROLE = re.compile(r"(?<![\w-])((?:selection-(?:background-)?)?color|background):\s*<(\w+)>")


def said() -> dict[str, dict[str, str]]:
    """By selector: the roles that the sheet gives to color, background and what is selected."""
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in RULE.findall(re.sub(r"(?<!\{)\{(\w+)\}(?!\})", r"<\1>", SHEET)):
        found = dict(ROLE.findall(body))
        for selector in selectors.split(","):
            rules.setdefault(" ".join(selector.split()), {}).update(found)
    return rules


def weaker(selector: str) -> Iterator[str]:
    """The selector, and those that it takes over from: without its states, then without its role."""
    yield selector
    plain = re.sub(r"(?<!:):(?!:)[\w-]+", "", selector)
    yield plain
    yield re.sub(r"\[[^\]]*\]", "", plain)


def pairs() -> Iterator[Pair]:
    """All that is written and marked, as the sheet has it."""
    rules = said()

    def inherited(selector: str, name: str) -> str | None:
        return next((rules[s][name] for s in weaker(selector) if name in rules.get(s, {})), None)

    for selector, rule in rules.items():
        if WORDLESS.search(selector):
            continue
        if "color" in rule or "background" in rule:
            ground = inherited(selector, "background")
            for below in (ground,) if ground else GROUNDS:
                yield selector, inherited(selector, "color") or "text", below
        if "selection-background-color" in rule:
            yield selector, rule["selection-color"], rule["selection-background-color"]


def test_the_sheet_is_understood() -> None:
    found = set(pairs())
    assert {
        ("QPushButton:checked", "on_selected", "selected"),
        ("QPushButton:pressed", "text", "selected"),
        ('QPushButton[role="primary"]:hover', "on_accent", "accent"),
        ('QLabel[role="bad"]', "bad", "bad_fill"),
        ('QLabel[role="muted"]', "muted", "card"),
        ("QMenu::item:selected", "on_accent", "accent"),
        ("QTableView", "text", "selected"),
        ("QToolTip", "strip_text", "strip"),
        ("QPushButton:disabled", "disabled", "background"),
    } <= found
    assert len(said()) > 60


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_its_ground(theme: str) -> None:
    colors = load(theme)
    measured = {
        pair: contrast(colors.color(pair[1]), colors.color(pair[2]))
        for pair in pairs()
        if not pair[0].endswith(":disabled")
    }
    assert {pair: found for pair, found in measured.items() if found < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_disabled_can_be_read_and_looks_it(theme: str) -> None:
    colors = load(theme)
    disabled = {pair for pair in pairs() if pair[0].endswith(":disabled")}
    assert {text for _, text, _ in disabled} == {"disabled"}
    for ground in {*(ground for _, _, ground in disabled), "card", "selected"}:
        assert contrast(colors.color("disabled"), colors.color(ground)) >= 3, ground
    for enabled in ("text", "muted", "on_selected"):
        assert contrast(colors.color("disabled"), colors.color(enabled)) >= 1.5, enabled


@pytest.mark.parametrize("make", [QSpinBox, QDoubleSpinBox])
def test_a_number_stands_where_a_text_does(qtbot, make: type[QSpinBox | QDoubleSpinBox]) -> None:
    number, text = make(), QLineEdit("5")
    for widget in (number, text):
        qtbot.addWidget(widget)
        widget.resize(100, 30)
        widget.show()
    number.setFocus()
    before = number.value()
    line = number.lineEdit()
    around = line.mapTo(number, line.rect().topLeft()).x(), number.width() - line.geometry().right()
    assert all(8 <= inset <= 11 for inset in around)
    for x in (2, number.width() - 2):  # the buttons that keep the insets cannot be pressed
        for y in range(0, number.height(), 3):
            qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert number.value() == before


@pytest.mark.parametrize("make", [QPlainTextEdit, QTextBrowser])
def test_a_long_text_keeps_off_its_border(qtbot, make: type[QWidget]) -> None:
    area = make()
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    viewport = area.viewport()  # type: ignore[attr-defined]
    assert viewport.x() >= 6
    assert viewport.y() >= 2


def test_the_selected_row_of_a_list_is_as_round_as_the_list(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["first", "second"])
    rows.setCurrentRow(0)
    rows.resize(200, 100)
    rows.show()
    row, picture = rows.visualItemRect(rows.item(0)), rows.viewport().grab().toImage()
    accent = load("light").color("accent")
    assert picture.pixelColor(row.left() + 30, row.top()) == accent
    assert picture.pixelColor(row.topLeft()) != accent
