"""A view on the screen: the right pixels in the right place, smooth or sharp."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from convviz.core.viewing import Rect, View
from convviz.views.picture import Picture, prepared

GREY = np.array([[0, 255], [128, 64]], np.uint8)
COLOUR = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [10, 20, 30]]], np.uint8)
ALONE = Rect(0, 0, 2, 2)


def painted(picture: Picture, times: float = 1) -> QImage:
    """The picture as it is drawn, enlarged so many times."""
    side = round(2 * times)
    canvas = QImage(side, side, QImage.Format.Format_RGB32)
    canvas.fill(0x123456)
    painter = QPainter(canvas)
    painter.scale(times, times)
    painter.setTransform(picture.transform(), True)
    picture.paint(painter)
    painter.end()
    return canvas


def rgb(image: QImage, row: int, col: int) -> list[int]:
    return list(QColor(image.pixel(col, row)).getRgb()[:3])


@pytest.mark.parametrize("exact", [True, False])
def test_pixels_have_their_colours_in_either_format(qtbot: QtBot, exact: bool) -> None:
    picture = Picture()
    for pixels, colours in ((GREY, np.repeat(GREY[..., None], 3, axis=2)), (COLOUR, COLOUR)):
        picture.show_view(View(pixels, ALONE, exact))
        image = painted(picture)
        assert [rgb(image, *divmod(n, 2)) for n in range(4)] == colours.reshape(4, 3).tolist()


def test_cells_are_enlarged_to_squares_and_averages_smoothly(qtbot: QtBot) -> None:
    picture = Picture()
    shown = {}
    for exact in (True, False):
        picture.show_view(View(GREY, ALONE, exact))
        image = painted(picture, times=20)
        shown[exact] = {rgb(image, 10, col)[0] for col in range(40)}
    assert shown[True] == {0, 255}
    assert len(shown[False]) > 10


def test_it_lies_in_its_rectangle(qtbot: QtBot) -> None:
    picture = Picture()
    picture.show_view(View(GREY, Rect(10, 20, 4, 6), exact=True))
    place = picture.mapRectToParent(picture.boundingRect())
    assert (place.top(), place.left(), place.height(), place.width()) == (10, 20, 4, 6)


def test_nothing_is_drawn_of_nothing(qtbot: QtBot) -> None:
    picture = Picture()
    picture.show_view(View(GREY, ALONE, exact=False))
    picture.show_view(None)
    assert picture.boundingRect().isEmpty()
    assert rgb(painted(picture), 0, 0) == [0x12, 0x34, 0x56]


def test_what_painting_takes_is_made_where_the_view_is() -> None:
    smooth, sharp = View(COLOUR, ALONE, exact=False), View(COLOUR, ALONE, exact=True)
    assert [prepared(view) for view in (smooth, sharp, None)] == [smooth, sharp, None]
    assert vars(smooth)["words"].tolist()[0][0] == [0, 0, 255, 255]
    assert "words" not in vars(sharp)
