"""Where is the picture? Asked when a scene's picture has moved, or has become another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from convviz.core.images import OPENING
from convviz.i18n import tr
from convviz.scene.lesson_pictures import Given, lost_path
from convviz.scene.scene_files import PictureLost
from convviz.views import dialogs


def ask_lost_picture(parent: QWidget, lost: PictureLost, folder: str) -> tuple[str, bool] | None:
    """(path of a scene's picture, whether it is to be used though it is another one)."""
    box = LostPictureBox(parent, lost)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if box.using is not None and chosen is box.using:
        return str(lost.path), True
    path = dialogs.ask_open(parent, folder, OPENING) if chosen is box.looking else None
    return (path, False) if path else None


class LostPictureBox(QMessageBox):
    """The question itself: to look for the picture, or to use what is there instead."""

    def __init__(self, parent: QWidget, lost: PictureLost) -> None:
        super().__init__(
            QMessageBox.Icon.Question, tr("Where is the picture?"), tr(lost.message), parent=parent
        )
        self.setTextFormat(Qt.TextFormat.PlainText)
        kind = QMessageBox.ButtonRole
        self.looking = self.addButton(tr("Look for it…"), kind.AcceptRole)
        changed = lost.code == "picture_changed"
        self.using = self.addButton(tr("Use it anyway"), kind.ActionRole) if changed else None
        self.addButton(QMessageBox.StandardButton.Cancel)


def with_lost_pictures(parent: QWidget, folder: str, open_: Callable[[Given], object]) -> None:
    """Opens a lesson, asking for each of its pictures that is not found; not at all, if one is given up."""
    given: dict[str, tuple[str, bool]] = {}
    while True:
        try:
            open_(given)
        except PictureLost as lost:
            answer = ask_lost_picture(parent, lost, folder)
            if answer is None:
                return
            given[lost_path(lost)] = answer
        else:
            return
