"""OpenCV, imported in one place: `from convviz.core.cv import cv2`.

It is loaded when something of it is first used: whoever only asks which parameters an operation has need
not wait for it. Loading it has side effects, undone here: its wheel points Qt at its own plugins and fonts,
which PySide6 must not load, and it writes to stderr.
"""

from __future__ import annotations

import os
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any

__all__ = ["cv2"]

# WORKAROUND for opencv-python's config-3.py: it sets these for the Qt inside its wheel.
_QT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_LOADING = RLock()


@cache
def _load() -> Any:
    before = {name: os.environ[name] for name in _QT if name in os.environ}

    # OpenCV reads its limit once, when it is loaded. Pictures above images.MAX_PIXELS are refused by their
    # header before they come here; this keeps its decoders, too, from believing a larger one.
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(2**28)
    import cv2 as opencv

    for name in _QT:
        os.environ.pop(name, None)
    os.environ.update(before)

    # What went wrong is raised, and put into words by whoever called.
    opencv.utils.logging.setLogLevel(opencv.utils.logging.LOG_LEVEL_SILENT)
    return opencv


if TYPE_CHECKING:
    import cv2
else:

    class _Late:
        """The module cv2, loaded when the first of its names is asked for; each is looked for once."""

        def __getattr__(self, name: str) -> Any:
            with _LOADING:  # one thread loads, the others wait for it
                found = getattr(_load(), name)
            setattr(self, name, found)
            return found

    cv2 = _Late()
