"""Icons that are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette

from convviz.views.icons import ICONS, IconButton, icon


def ink(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of all opaque pixels."""
    image = drawn.pixmap(QSize(16, 16), 3.0, mode).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colors = (image.pixelColor(x, y) for x, y in places)
    return {color.name() for color in colors if color.alpha() == 255}


@pytest.mark.parametrize("name", ICONS)
def test_each_has_ink_of_its_colour_within_its_square(qapp, name: str) -> None:
    drawn = icon(name, "#123456", "#abcdef")
    assert ink(drawn) == {"#123456"}
    assert ink(drawn, QIcon.Mode.Disabled) == {"#abcdef"}
    image = drawn.pixmap(QSize(16, 16), 3.0).toImage()
    edge = [image.pixelColor(0, n).alpha() + image.pixelColor(47, n).alpha() for n in range(48)]
    assert max(edge) < 255


def test_no_two_look_alike(qapp) -> None:
    images = [icon(name, "#000000", "#808080").pixmap(QSize(16, 16)).toImage() for name in ICONS]
    assert not any(a == b for n, a in enumerate(images) for b in images[:n])


def test_a_button_follows_the_palette(qtbot) -> None:
    button = IconButton("last", "Last", "To the end")
    qtbot.addWidget(button)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#fedcba"))
    button.setPalette(palette)
    assert ink(button.icon()) == {"#fedcba"}
    button.show_icon("first")
    assert ink(button.icon()) == {"#fedcba"}
