"""OpenCV, imported in one place: `from convviz.core.cv import cv2`.

Importing cv2 has side effects, undone here: its wheel points Qt at its own plugins and fonts, which
PySide6 must not load, and it writes to stderr.
"""

from __future__ import annotations

import os

__all__ = ["cv2"]

# WORKAROUND for opencv-python's config-3.py: it sets these for the Qt inside its wheel.
_QT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ[name] for name in _QT if name in os.environ}

# OpenCV reads its limit once, when it is loaded. Pictures above images.MAX_PIXELS are refused by their
# header before they come here; this keeps its decoders, too, from believing a larger one.
os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(2**28)

import cv2  # noqa: E402  (the limit must be set first)

for _name in _QT:
    os.environ.pop(_name, None)
os.environ.update(_before)

# What went wrong is raised, and put into words by whoever called.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
