"""OpenCV, imported in one place: `from convviz.core.cv import cv2`.

Importing cv2 has side effects, undone here: its wheel points Qt at its own plugins and fonts, which
PySide6 must not load; its decoders refuse pictures the program opens; and it writes to stderr.
"""

from __future__ import annotations

import os

__all__ = ["cv2"]

# WORKAROUND for opencv-python's config-3.py: it sets these for the Qt inside its wheel.
_QT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ[name] for name in _QT if name in os.environ}

# OpenCV reads its limit once, when it is loaded. Ours is checked before decoding (images.MAX_PIXELS),
# so this only has to be above it.
os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(2**28))

import cv2  # noqa: E402  (the limit must be set first)

for _name in _QT:
    os.environ.pop(_name, None)
os.environ.update(_before)

# What went wrong is raised, and put into words by whoever called.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
