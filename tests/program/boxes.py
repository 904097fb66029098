"""The small boxes that ask something, as a person meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from convviz.scene.codec import VERSION, SceneFile
from convviz.scene.scene import Scene
from convviz.scene.scene_files import PictureLost
from convviz.views import dialogs
from convviz.views.lost_picture import LostPictureBox

LONG = Path("/home/someone/lessons/pictures of the second term/a photo of the school yard.png")


def boxes(parent: QWidget) -> Iterator[tuple[str, QDialog]]:
    """Each, open in turn."""
    file = SceneFile(VERSION, Scene())
    for name, box in (
        ("canvas", dialogs.CanvasDialog(parent)),
        ("moved", LostPictureBox(parent, PictureLost("picture_moved", file, LONG))),
        ("changed", LostPictureBox(parent, PictureLost("picture_changed", file, LONG))),
        ("replace", dialogs.replace_box(parent, "my first edge detector, thinned <b>twice</b>")),
        ("give up", dialogs.give_up_box(parent)),
    ):
        box.show()
        yield name, box
        box.close()
        box.deleteLater()
