"""A picture as a person sees it who does not tell all colours apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from convviz.core.colour_vision import simulated


def simulate(image: QImage, deficiency: str) -> QImage:
    """The picture with the colours of one of core.colour_vision.DEFICIENCIES."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    width, height = plain.width(), plain.height()
    if not width or not height:
        return plain
    words = np.frombuffer(plain.constBits(), np.uint32).reshape(height, width)
    answers = np.ascontiguousarray(simulated(words, deficiency))
    seen = QImage(answers.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()
    seen.setDevicePixelRatio(image.devicePixelRatio())
    return seen
