"""Where the pictures, their names and what stands beside or below them lie in the card of the whole image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from convviz.views.beside_pictures import BesidePictures
from convviz.views.picture_titles import APART, PictureTitles
from convviz.views.style import px
from convviz.views.whole_image_head import WholeImageHead

if TYPE_CHECKING:
    from convviz.views.pane import Panes

SIDE = 210
"""Pixels that the histogram keeps beside the pictures."""
WIDEST = 1 << 20
LEAST_PICTURES = 160
"""Pixels of height that low pictures have at least, to be enlarged in."""
MOST_BELOW = 0.5
"""Of the height, the part that what stands below low pictures has at most."""
TALL = 0.45
"""Height : width from which the histogram stands below the pictures."""
MARGIN, SPACING, ABOVE = 12, 14, 52
"""Pixels: on either side of the pictures, between them and the histogram, and of the height that is not
theirs."""


class WholeImageLayout:
    """Lays a card out, and again in another shape: the histogram beside the pictures in a row, or below."""

    def __init__(self, card: QFrame, head: WholeImageHead, panes: Panes, side: BesidePictures) -> None:
        self._card, self._panes, self._side = card, panes, side
        self._titles = PictureTitles()
        pictures = QVBoxLayout()
        pictures.setSpacing(2)
        pictures.addWidget(self._titles)
        pictures.addWidget(panes, 1)
        pictures.addStretch()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(SPACING)
        self._body.addLayout(pictures, 1)
        self._body.addWidget(side, 100)
        column = QVBoxLayout(card)
        column.setContentsMargins(MARGIN, 8, MARGIN, 10)
        column.setSpacing(6)
        column.addWidget(head)
        column.addLayout(self._body, 1)

    def retranslate(self) -> None:
        """Puts the pictures' names in the language of the moment."""
        self._titles.retranslate()

    def arrange(self) -> None:
        """For the card's size and the pictures' shape; in a row the pictures have no names."""
        height, width = self._card.height(), self._card.width()
        tall, room = height > TALL * width, height - ABOVE
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight
        )
        self._titles.setVisible(tall)
        pictures = self._pictures_height() if tall else WIDEST
        self._panes.setMaximumHeight(pictures)
        spare = min(room - pictures - 30, height * MOST_BELOW)
        self._side.setMaximumSize(WIDEST, round(max(110, height / 5, spare)) if tall else WIDEST)
        if not tall:
            self._side.setMaximumWidth(self._side_width(room))
        self._side.arrange(tall, room)

    def settle(self) -> None:
        """Gives everything its place now, not after it has been painted in the old one."""
        for widget in (self._card, self._side):
            layout = widget.layout()
            assert layout is not None
            layout.activate()

    def _pictures_height(self) -> int:
        """What two pictures beside one another need of the width: their names stand above them so."""
        extent, wide = self._panes.whole, (self._card.width() - 2 * MARGIN - APART) / 2
        return round(max(wide * extent.height / extent.width * 1.02, LEAST_PICTURES))

    def _side_width(self, room: int) -> int:
        """What two pictures of this height leave over: much where they are narrow."""
        extent, width = self._panes.whole, self._card.width()
        pictures = 2 * room * extent.width / extent.height + APART
        free = width - 2 * MARGIN - SPACING - pictures
        return round(min(max(free, px(SIDE)), 0.6 * width))
