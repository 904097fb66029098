"""Where is the picture? Asked when a scene's picture has moved, or has become another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from convviz.core.images import OPENING
from convviz.i18n import tr
from convviz.scene.scene_files import PictureLost
from convviz.views import dialogs


def ask_lost_picture(parent: QWidget, lost: PictureLost, folder: str) -> tuple[str, bool] | None:
    """(path of a scene's picture, whether it is to be used though it is another one)."""
    kind = QMessageBox.ButtonRole
    box = QMessageBox(QMessageBox.Icon.Question, tr("Where is the picture?"), tr(lost.message), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    find = box.addButton(tr("Look for it…"), kind.AcceptRole)
    use = box.addButton(tr("Use it anyway"), kind.ActionRole) if lost.code == "picture_changed" else None
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if use is not None and chosen is use:
        return str(lost.path), True
    path = dialogs.ask_open(parent, folder, OPENING) if chosen is find else None
    return (path, False) if path else None
