"""Numbers as colours."""

from __future__ import annotations

import numpy as np

from convviz.paint.heat import VIRIDIS, heat_image


def test_the_ramp_gets_brighter_from_violet_to_yellow() -> None:
    assert VIRIDIS.shape == (256, 3)
    assert VIRIDIS[0].tolist() == [0x44, 0x01, 0x54]
    assert VIRIDIS[-1].tolist() == [0xFD, 0xE7, 0x25]
    luminance = VIRIDIS @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(luminance) >= -0.3).all()


def test_an_image_of_three_by_two() -> None:
    image = heat_image(np.array([[0, 1, 2], [2, 1, 0]], np.float32))
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(0, 0).name() == "#440154"
    assert image.pixelColor(0, 1).name() == "#fde725"
    assert image.pixelColor(1, 0) == image.pixelColor(1, 1)


def test_zeros_are_dark() -> None:
    assert heat_image(np.zeros((2, 2))).pixelColor(1, 1).name() == "#440154"
