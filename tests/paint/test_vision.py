"""Pictures as people see them who do not tell all colours apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage

from convviz.core.colour_vision import DEFICIENCIES, seen
from convviz.paint.vision import simulate


def test_each_pixel_is_what_the_formula_says() -> None:
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixelColor(0, 0, QColor("#ffffff"))
    image.setPixelColor(1, 0, QColor("#ff0000"))
    for name in DEFICIENCIES:
        answer = simulate(image, name)
        assert answer.pixelColor(0, 0) == QColor("#ffffff")
        assert list(answer.pixelColor(1, 0).getRgb()[:3]) == seen(np.array([255, 0, 0]), name).tolist()


def test_what_is_transparent_stays_so_and_pixels_as_small_as_they_are() -> None:
    image = QImage(3, 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    image.setDevicePixelRatio(2.0)
    answer = simulate(image, "tritanopia")
    assert answer.pixelColor(1, 1).alpha() == 0
    assert (answer.size(), answer.devicePixelRatio()) == (image.size(), 2.0)


def test_nothing_is_seen_as_nothing() -> None:
    assert simulate(QImage(), "protanopia").isNull()
