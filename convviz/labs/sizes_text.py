"""How the size of an output is worked out: the formula, then the same with a scene's numbers."""

from __future__ import annotations

from convviz.core.chain_spec import ChainSpec
from convviz.core.kernel_text import shown
from convviz.core.pool_sizes import pool_size
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from convviz.core.sizes import Shape, conv_shape, output_size
from convviz.core.spec import ConvSpec, Pair
from convviz.core.spec_3d import Conv3dSpec
from convviz.core.unpool_spec import UnpoolSpec
from convviz.i18n import Message, msg

Axis = tuple[int, int, tuple[int, int], int, int]
"""Cells, taps, padding before and after, dilation, stride."""


def size_formula(spec: ConvSpec, shape: Shape) -> tuple[Message, ...]:
    """The formula, and with the numbers of a layer on an input (C, H, W): one line, two where axes differ.

    Padding that differs between the two sides of an axis is written as p₁ + p₂, before and after.

    Source: Dumoulin & Visin, arXiv 1603.07285, relationship 15.
    Raises: SpecError when the window does not fit.
    Example: a 3×3 window on 7×7 cells, padding 1: "= ⌊(7 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 7".
    """
    rows, columns = _axes(spec, shape)
    uneven = any(before != after for _, _, (before, after), _, _ in (rows, columns))
    padding = "p₁ + p₂" if uneven else "2p"
    formula = msg("o = ⌊(i + {padding} − d(k − 1) − 1) / s⌋ + 1", padding=padding)
    if rows == columns:
        return formula, msg("= {sum} = {o}", sum=_sum(rows, uneven), o=_size(rows))
    return (
        formula,
        msg("rows = {sum} = {o}", sum=_sum(rows, uneven), o=_size(rows)),
        msg("cols = {sum} = {o}", sum=_sum(columns, uneven), o=_size(columns)),
    )


def same_tf_formula(spec: ConvSpec | PoolSpec, shape: Shape) -> tuple[Message, ...]:
    """The same for TensorFlow's SAME, whose padding is worked out for the output that is wanted.

    Three lines, six where the axes differ.

    Source: tf.nn.convolution, "Notes on padding".
    Example: a 3×3 window, stride 2, on 6×6 cells: "= max(2·2 + 1·2 + 1 − 6, 0) = 0 + 1".
    """
    rows, columns = _axes(spec, shape)
    if rows == columns:
        return _same_tf_along(columns)
    return (
        msg("o = ⌈i / s⌉"),
        msg("rows = {sum} = {o}", sum=_strides(rows), o=_size(rows)),
        msg("cols = {sum} = {o}", sum=_strides(columns), o=_size(columns)),
        _MISSING,
        msg("rows = {sum} = {o}", sum=_missing(rows), o=_sides(rows)),
        msg("cols = {sum} = {o}", sum=_missing(columns), o=_sides(columns)),
    )


_MISSING = msg("p₁ + p₂ = max((o − 1)s + d(k − 1) + 1 − i, 0)")


def _same_tf_along(axis: Axis) -> tuple[Message, ...]:
    return (
        msg("o = ⌈i / s⌉ = {sum} = {o}", sum=_strides(axis), o=_size(axis)),
        _MISSING,
        msg("= {sum} = {o}", sum=_missing(axis), o=_sides(axis)),
    )


def _same_tf_line(name: str, axis: Axis) -> Message:
    values = {"sum": _strides(axis), "o": _size(axis), "sides": _sides(axis)}
    return msg(SAME_TF_LINES[name], **values)


SAME_TF_LINES = {
    "slices": "slices = {sum} = {o}, p = {sides}",
    "rows": "rows = {sum} = {o}, p = {sides}",
    "cols": "cols = {sum} = {o}, p = {sides}",
    "rows, cols": "rows, cols = {sum} = {o}, p = {sides}",
}


def _strides(axis: Axis) -> str:
    return f"⌈{axis[0]} / {axis[4]}⌉"


def _missing(axis: Axis) -> str:
    i, k, _, d, s = axis
    return f"max({_size(axis) - 1}·{s} + {d}·{k - 1} + 1 − {i}, 0)"


def _sides(axis: Axis) -> str:
    return f"{axis[2][0]} + {axis[2][1]}"


def signal_formula(spec: ConvSpec, shape: Shape, same_tf: bool = False) -> tuple[Message, ...]:
    """The same for a convolution along rows: of their columns only."""
    columns = _axes(spec, shape)[1]
    if same_tf:
        return _same_tf_along(columns)
    before, after = columns[2]
    padding = "2p" if before == after else "p₁ + p₂"
    return (
        msg("o = ⌊(i + {padding} − d(k − 1) − 1) / s⌋ + 1", padding=padding),
        msg("= {sum} = {o}", sum=_sum(columns, before != after), o=_size(columns)),
    )


def volume_formula(spec: Conv3dSpec, shape: Shape, same_tf: bool = False) -> tuple[Message, ...]:
    """The same for a stack: of its slices, and of rows and columns, on one line where these are alike.

    With TensorFlow's SAME each line has the padding besides; there are four lines at most.
    """
    rows, columns = _axes(spec, shape)
    slices = (shape[0], spec.depth, spec.depth_padding, spec.depth_dilation, spec.depth_stride)
    if same_tf:
        lines = [_same_tf_line("slices", slices)]
        if rows == columns:
            lines.append(_same_tf_line("rows, cols", rows))
        else:
            lines += [_same_tf_line("rows", rows), _same_tf_line("cols", columns)]
        return msg("o = ⌈i / s⌉, p = p₁ + p₂"), *lines
    uneven = any(before != after for _, _, (before, after), _, _ in (slices, rows, columns))
    padding = "p₁ + p₂" if uneven else "2p"

    def line(axis: Axis) -> dict[str, object]:
        return {"sum": _sum(axis, uneven), "o": _size(axis)}

    formula = msg("o = ⌊(i + {padding} − d(k − 1) − 1) / s⌋ + 1", padding=padding)
    first = msg("slices = {sum} = {o}", **line(slices))
    if rows == columns:
        return formula, first, msg("rows, cols = {sum} = {o}", **line(rows))
    return (
        formula,
        first,
        msg("rows = {sum} = {o}", **line(rows)),
        msg("cols = {sum} = {o}", **line(columns)),
    )


def _axes(spec: ConvSpec | PoolSpec, shape: Shape) -> tuple[Axis, Axis]:
    top, bottom, left, right = spec.pads
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    return (shape[1], kh, (top, bottom), dh, sh), (shape[2], kw, (left, right), dw, sw)


def _size(axis: Axis) -> int:
    i, k, p, d, s = axis
    return output_size(i, k, s, p, d)


def _sum(axis: Axis, uneven: bool) -> str:
    i, k, (before, after), d, s = axis
    padding = f"{before} + {after}" if uneven else f"2·{before}"
    return f"⌊({i} + {padding} − {d}·{k - 1} − 1) / {s}⌋ + 1"


def pool_formula(spec: PoolSpec, shape: Shape) -> tuple[Message, ...]:
    """The same for pooling, which may round up: a last window then hangs over the end. Both sizes are said.

    Source: torch.nn.MaxPool2d; a window that would start in the padding at the end is left out.
    """
    rows, columns = _axes(spec, shape)
    left, right = ("⌈", "⌉") if spec.ceil_mode else ("⌊", "⌋")
    formula = msg("o = {left}(i + 2p − d(k − 1) − 1) / s{right} + 1", left=left, right=right)

    def line(axis: Axis) -> dict[str, object]:
        i, k, (p, _), d, s = axis
        total = _sum(axis, False).replace("⌊", left).replace("⌋", right)
        return {"sum": total, "o": pool_size(i, k, s, p, d, spec.ceil_mode)}

    lines = [msg("rows = {sum} = {o}", **line(rows)), msg("cols = {sum} = {o}", **line(columns))]
    if rows == columns:
        lines = [msg("= {sum} = {o}", **line(rows))]
    (fh, fw), (ch, cw) = rounded_sizes(spec, shape)
    return formula, *lines, msg("floor: {fh} × {fw}, ceil: {ch} × {cw}", fh=fh, fw=fw, ch=ch, cw=cw)


def unpool_formula(spec: UnpoolSpec, shape: Shape) -> tuple[Message, ...]:
    """The pooled map's size and what unpooling makes of it; the size that is asked for, where it differs.

    Source: torch.nn.MaxPool2d and MaxUnpool2d.
    """
    size = (shape[1], shape[2])
    pooled, least, out = spec.pooled(size), spec.least(size), spec.unpooled(size)
    rows, columns = zip(pooled, least, spec.axes, strict=True)

    def line(axis: tuple[int, int, tuple[int, int, int]]) -> dict[str, object]:
        n, o, (k, s, p) = axis
        return {"sum": f"({n} − 1)·{s} − 2·{p} + {k}", "o": o}

    lines = [msg("rows = {sum} = {o}", **line(rows)), msg("cols = {sum} = {o}", **line(columns))]
    if rows == columns:
        lines = [msg("= {sum} = {o}", **line(rows))]
    if least != out:
        lines += [msg("output_size: {h} × {w}", h=out[0], w=out[1])]
    return (
        msg("o = (n − 1)·s − 2p + k"),
        msg("n = ⌊(i + 2p − k) / s⌋ + 1: {h} × {w}", h=pooled[0], w=pooled[1]),
        *lines,
    )


def rounded_sizes(spec: PoolSpec, shape: Shape) -> tuple[Pair, Pair]:
    """(rows, columns) that pooling makes of an input (C, H, W), rounded down and rounded up.

    0 along an axis on which a window can only hang over.
    """
    axes = [*zip(shape[1:], spec.kernel_size, spec.stride, spec.sides, spec.dilation, strict=True)]
    floor, ceil = ([_pooled_size(*axis, up) for axis in axes] for up in (False, True))
    return (floor[0], floor[1]), (ceil[0], ceil[1])


def _pooled_size(i: int, k: int, s: int, sides: Pair, d: int, up: bool) -> int:
    if not up and d * (k - 1) + 1 > i + sum(sides):
        return 0
    return pool_size(i, k, s, sides, d, up)


def resize_formula(spec: ResizeSpec, shape: Shape) -> tuple[Message, ...]:
    """The same for upsampling, whose size is rounded down.

    Source: torch.nn.functional.interpolate.
    """
    rows, columns = zip(shape[1:], spec.output_size(shape[1:]), spec.scale, strict=True)
    formula = msg("o = ⌊i · scale⌋")

    def line(axis: tuple[int, int, float]) -> dict[str, object]:
        i, o, factor = axis
        return {"sum": f"⌊{i} · {shown(factor)}⌋", "o": o}

    if rows == columns:
        return formula, msg("= {sum} = {o}", **line(rows))
    return formula, msg("rows = {sum} = {o}", **line(rows)), msg("cols = {sum} = {o}", **line(columns))


def chain_formula(spec: ChainSpec, shape: Shape, same_tf: bool = False) -> tuple[Message, ...]:
    """The convolution's lines and what pooling leaves of its size, blocks are square.

    They are three lines at most, with TensorFlow's SAME six.
    Blocks of m cells that lie side by side: ⌊(o − m) / m⌋ + 1 is ⌊o / m⌋.
    Example: "pooled: ⌊o / m⌋ = ⌊7 / 2⌋ = 3".
    """
    _, *sizes = conv_shape(spec.conv, shape)
    m = spec.pool.kernel_size[0]
    if same_tf:
        lines = list(same_tf_formula(spec.conv, shape))
        if len(lines) > 3:
            return lines[0], *_pooled(lines[1:3], sizes, m), *lines[3:]
        return *lines, msg("pooled: ⌊o / m⌋ = ⌊{o} / {m}⌋ = {n}", o=sizes[0], m=m, n=sizes[0] // m)
    formula, *lines = size_formula(spec.conv, shape)
    if len(lines) == 1:
        o = sizes[0]
        return formula, *lines, msg("pooled: ⌊o / m⌋ = ⌊{o} / {m}⌋ = {n}", o=o, m=m, n=o // m)
    return (
        msg("{formula} → ⌊o / m⌋", formula=formula),
        *_pooled(lines, sizes, m),
    )


def _pooled(lines: list[Message], sizes: list[int], m: int) -> list[Message]:
    return [
        msg("{line} → ⌊{o} / {m}⌋ = {n}", line=line, o=o, m=m, n=o // m)
        for line, o in zip(lines, sizes, strict=True)
    ]


def valid_formula(shape: Shape, window: tuple[int, int]) -> tuple[Message, ...]:
    """The same without padding, stride and dilation: as many cells as the window has places.

    Example: a 3 × 3 window on 6 × 6 cells: "= 6 − 3 + 1 = 4".
    """
    rows, columns = zip(shape[1:], window, strict=True)
    formula = msg("o = i − k + 1")

    def line(axis: tuple[int, int]) -> dict[str, object]:
        i, k = axis
        return {"sum": f"{i} − {k} + 1", "o": i - k + 1}

    if rows == columns:
        return formula, msg("= {sum} = {o}", **line(rows))
    return formula, msg("rows = {sum} = {o}", **line(rows)), msg("cols = {sum} = {o}", **line(columns))
