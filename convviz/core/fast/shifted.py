"""One shifted, strided view of the padded input per tap, scaled and added by OpenCV: any stride, dilation."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast.layer import Layer, Strategy

Array = NDArray[Any]


def _run(layer: Layer, out: Array) -> None:
    (sh, sw), (dh, dw) = layer.spec.stride, layer.spec.dilation
    height, width = out.shape[1:]
    scratch = np.empty((height, width), np.float32)
    for o, sums in enumerate(out):
        sums[...] = 0
        for n, i in enumerate(layer.inputs(o)):
            plane = layer.padded[i]
            for (u, v), w in np.ndenumerate(layer.filters[o, n].astype(np.float32)):
                if w:
                    view = plane[
                        u * dh : u * dh + sh * (height - 1) + 1 : sh,
                        v * dw : v * dw + sw * (width - 1) + 1 : sw,
                    ]
                    np.copyto(scratch, view)
                    cv2.scaleAdd(scratch, float(w), sums, sums)


STRATEGY = Strategy("OpenCV scaleAdd, tap by tap", lambda layer: True, _run)
