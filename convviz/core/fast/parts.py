"""A kernel too large for filter2D's sums and too small for its DFT to pay: in parts, added up.

filter2D sums up to 129 taps directly and takes the DFT beyond. In parts, whole sums stay whole, and 15 × 15
on 2048² cells takes 24 ms in place of 38; where other programs keep every core but one busy, the DFT, which
needs one, would be as quick.
"""

from __future__ import annotations

from convviz.core.fast import bands, costs
from convviz.core.fast.filter2d import area, plain
from convviz.core.fast.layer import Layer, Strategy
from convviz.i18n import Message, msg


def _suits(layer: Layer) -> bool:
    return plain(layer) and area(layer) > costs.DIRECT_TAPS and (layer.exact or layer.taps < costs.DFT_PAYS)


def _cost(layer: Layer) -> float:
    each = costs.filtered(layer.taps, area(layer)) + costs.PASS
    return costs.PASS * layer.x.size + layer.planes * (4 * costs.CALL + layer.plane_cells * each)


def _why(layer: Layer) -> Message:
    kh, kw = layer.spec.kernel_size
    return msg(
        "{kh}×{kw}, {n} taps that are not 0: OpenCV's filter2D with up to {most} of them at a time",
        kh=kh,
        kw=kw,
        n=layer.taps,
        most=costs.DIRECT_TAPS,
    )


STRATEGY = Strategy("OpenCV filter2D, in parts", _suits, bands.run, _cost, _why)
