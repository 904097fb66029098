"""What two pictures side by side are: a title above each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from convviz.i18n import tr

APART = 8
"""Pixels between the pictures."""


class PictureTitles(QWidget):
    """Stands above the input and the output."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(APART)
        for title in self.titles:
            bold = title.font()
            bold.setBold(True)
            title.setFont(bold)
            row.addWidget(title, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Puts the titles in the language of the moment."""
        for title, text in zip(self.titles, (tr("Input"), tr("Output")), strict=True):
            title.setText(text)
