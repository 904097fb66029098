"""Pooling in NumPy, OpenCV and PyTorch."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.listings.source import Source, input_lines, torch_input
from convviz.core.listings.text import Lines, every
from convviz.core.pool_spec import PoolSpec
from convviz.core.sizes import Shape


@dataclass(frozen=True, eq=False)
class Pooling:
    """A pooling layer on its input, and the output's shape."""

    spec: PoolSpec
    source: Source
    shape: Shape

    @property
    def margins(self) -> tuple[int, int, int, int]:
        """Cells to add around the input (top, bottom, left, right), a last window's overhang included."""
        spec, (_, height, width) = self.spec, self.source.x.shape
        top, _, left, _ = spec.pads
        bottom = (self.shape[1] - 1) * spec.stride[0] + spec.span[0] - top - height
        right = (self.shape[2] - 1) * spec.stride[1] + spec.span[1] - left - width
        return top, max(bottom, 0), left, max(right, 0)

    @property
    def even(self) -> bool:
        """Whether every average is of as many cells as the window has."""
        counted = self.spec.pads if self.spec.count_include_pad else (0, 0, 0, 0)
        return all(added <= known for added, known in zip(self.margins, counted, strict=True))

    @property
    def returns(self) -> bool:
        """Whether there is a way back: each window has a maximum, and that a place in the input.

        A dilated window may lie in the padding with all its taps.
        """
        spec = self.spec
        if spec.kind != "max":
            return False
        axes = zip(
            self.source.x.shape[1:],
            self.shape[1:],
            spec.kernel_size,
            spec.stride,
            spec.pads[::2],
            spec.dilation,
            strict=True,
        )
        return all(
            any(0 <= n * s - p + tap * d < i for tap in range(k))
            for i, o, k, s, p, d in axes
            for n in range(o)
        )


def with_numpy(pooling: Pooling) -> Lines:
    """Every window as a view, reduced; of a maximum also the way back."""
    start = input_lines(pooling.source)
    maximum = pooling.spec.kind == "max"
    body = [*start.body, "", *_counted(pooling), *padded(pooling, "np.pad")]
    if maximum:
        body += [*windows(pooling, "x"), "y = windows.max(axis=(3, 4))"]
    elif pooling.even:
        body += [*windows(pooling, "x"), "y = windows.mean(axis=(3, 4))"]
    else:
        body += [*windows(pooling, "x"), "y = windows.sum(axis=(3, 4)) / n"]
    body.append("y = y.astype(np.float32)")
    body += _way_back(pooling) if pooling.returns else []
    return Lines(("import numpy as np", *start.imports), tuple(body))


def _way_back(pooling: Pooling) -> list[str]:
    """Where each maximum lay, counted in its channel, and the maxima put back there."""
    spec, shape, (_, rows, cols) = pooling.spec, pooling.source.x.shape, pooling.shape
    (_, kw), (sh, sw), (ph, pw), (dh, dw) = spec.kernel_size, spec.stride, spec.pads[::2], spec.dilation
    return [
        "",
        "# Where each maximum lay, counted in its channel; unpooling puts it back there.",
        "tap = windows.reshape(*y.shape, -1).argmax(-1)",
        f"rows = np.arange({rows})[:, None] * {sh} - {ph} + tap // {kw} * {dh}",
        f"cols = np.arange({cols}) * {sw} - {pw} + tap % {kw} * {dw}",
        f"indices = rows * {shape[2]} + cols",
        *put_back("unpooled", "y", shape),
    ]


def put_back(name: str, maxima: str, shape: tuple[int, ...]) -> list[str]:
    """What makes an array of zeros by that name, (channels, rows, columns), the maxima at their `indices`."""
    channels, height, width = shape
    return [
        f"{name} = np.zeros(({channels}, {height * width}), np.float32)",
        f"np.put_along_axis({name}, indices.reshape({channels}, -1), {maxima}.reshape({channels}, -1), 1)",
        f"{name} = {name}.reshape({channels}, {height}, {width})",
    ]


def with_opencv(pooling: Pooling) -> Lines:
    """dilate is a sliding maximum, boxFilter a sliding sum; then every stride-th of them."""
    start, spec = input_lines(pooling.source), pooling.spec
    body = [*start.body, "", *_counted(pooling), *padded(pooling, "np.pad")]
    if spec.kind == "max":
        body.append(f"taps = np.zeros({spec.span}, np.uint8)")
        body.append(f"taps[{every(*spec.dilation)}] = 1")
        call = "cv2.dilate(plane, taps, anchor=(0, 0))"
    else:
        kh, kw = spec.kernel_size
        call = f"cv2.boxFilter(plane, -1, ({kw}, {kh}), anchor=(0, 0), normalize=False)"
    body.append(f"y = np.stack([{call} for plane in x])")
    rows, cols = (
        n * s + 1 for n, s in zip((pooling.shape[1] - 1, pooling.shape[2] - 1), spec.stride, strict=True)
    )
    body.append(f"y = y[:, :{rows}:{spec.stride[0]}, :{cols}:{spec.stride[1]}]")
    if spec.kind == "avg":
        body.append(
            "y = y / n" if not pooling.even else f"y = y / {spec.kernel_size[0] * spec.kernel_size[1]}"
        )
    body.append("y = y.astype(np.float32)")
    return Lines(("import cv2", "import numpy as np", *start.imports), tuple(body))


def with_torch(pooling: Pooling) -> Lines:
    """max_pool2d or avg_pool2d does all of it, max_unpool2d the way back."""
    spec, start = pooling.spec, torch_input(pooling.source)
    imports = ("import torch", "import torch.nn.functional as F", *start.imports)
    arguments = [f"{spec.kernel_size}", f"stride={spec.stride}"]
    if _by_torch(spec):
        arguments += [f"padding={spec.pads[::2]}"] if any(spec.pads) else []
    # To max_unpool2d, which knows no dilation, a dilated window is one as wide.
    around = ", ".join([f"{spec.span}", *arguments[1:], "output_size=x.shape[-2:]"])
    arguments += [f"dilation={spec.dilation}"] if spec.dilation != (1, 1) else []
    arguments += ["ceil_mode=True"] if spec.ceil_mode else []
    left_out = spec.kind == "avg" and not spec.count_include_pad and any(spec.pads)
    if _by_torch(spec) and left_out:
        arguments.append("count_include_pad=False")
    pool = f"F.{spec.kind}_pool2d({{}}, {', '.join(arguments)})"
    body = [*start.body, "", *_torch_padding(spec, left_out), f"y = {pool.format('x')}"]
    cut = "" if _by_torch(spec) or not spec.ceil_mode else f"[:, :{pooling.shape[1]}, :{pooling.shape[2]}]"
    if pooling.returns:
        body[-1] = f"y, indices = {pool.format('x')[:-1]}, return_indices=True)"
        body.append(f"unpooled = F.max_unpool2d(y, indices, {around})")
        body += [] if _by_torch(spec) else _cut(pooling)
    elif left_out and not _by_torch(spec):
        body += [
            "# A mean of ones is the part of each window that lies in the input.",
            f"y = y{cut} / {pool.format('ones')}{cut}",
        ]
    if cut:
        body.append("# Without windows that begin in the padding, which is input here.")
        body.append(f"y, indices = y{cut}, indices{cut}" if pooling.returns else f"y = y{cut}")
    return Lines(imports, tuple(body))


def _by_torch(spec: PoolSpec) -> bool:
    """Whether PyTorch's pooling has such padding: as much on either side, and at most half of the window."""
    return all(
        before == after and 2 * before <= k
        for (before, after), k in zip(spec.sides, spec.kernel_size, strict=True)
    )


def _torch_padding(spec: PoolSpec, left_out: bool) -> list[str]:
    """The padding around `x` where pooling itself has none such, and around ones where it is not to count."""
    if _by_torch(spec):
        return []
    top, bottom, left, right = spec.pads
    pads = f"({left}, {right}, {top}, {bottom})"
    value = ', value=float("-inf")' if spec.kind == "max" else ""
    ones = [f"ones = F.pad(torch.ones_like(x), {pads})"] if left_out else []
    return [*ones, f"x = F.pad(x, {pads}{value})  # left, right, top, bottom"]


def _cut(pooling: Pooling) -> list[str]:
    """The input's own part of what was unpooled with its padding, and the indices counted in it."""
    top, _, left, right = pooling.spec.pads
    _, height, width = pooling.source.x.shape
    wide = left + width + right
    return [
        f"unpooled = unpooled[:, {top} : {top + height}, {left} : {left + width}]",
        f"indices = (indices // {wide} - {top}) * {width} + indices % {wide} - {left}",
    ]


def padded(pooling: Pooling, pad: str) -> list[str]:
    """What puts the padding, and a last window's overhang, around the input; nothing where there is none."""
    if not any(pooling.margins):
        return []
    value = ", constant_values=-np.inf" if pooling.spec.kind == "max" else ""
    return [f"x = {pad}(x, {_widths(pooling.margins)}{value})"]


def _widths(margins: tuple[int, int, int, int]) -> str:
    top, bottom, left, right = margins
    return f"((0, 0), ({top}, {bottom}), ({left}, {right}))"


def windows(pooling: Pooling, name: str) -> list[str]:
    """What makes `windows` of an input by that name."""
    spec = pooling.spec
    dilated = f"[..., {every(*spec.dilation)}]" if spec.dilation != (1, 1) else ""
    view = f"np.lib.stride_tricks.sliding_window_view({name}, {spec.span}, axis=(1, 2))"
    return [
        "# Every window, as a view: channels, rows, columns, window rows, window columns.",
        f"windows = {view}[:, {every(*spec.stride)}]{dilated}",
    ]


def _counted(pooling: Pooling) -> list[str]:
    """How many cells each average counts, where they differ: the same windows over ones."""
    if pooling.spec.kind == "max" or pooling.even:
        return []
    spec = pooling.spec
    counted = spec.pads if spec.count_include_pad else (0, 0, 0, 0)
    rest = [max(all_ - own, 0) for all_, own in zip(pooling.margins, counted, strict=True)]
    shape = f"(x.shape[1] + {counted[0] + counted[1]}, x.shape[2] + {counted[2] + counted[3]})"
    lines = ["# How many cells each window counts.", f"n = np.ones({shape}, np.float32)[None]"]
    lines.append(f"n = np.pad(n, {_widths((rest[0], rest[1], rest[2], rest[3]))})")
    view = f"np.lib.stride_tricks.sliding_window_view(n, {spec.span}, axis=(1, 2))[:, {every(*spec.stride)}]"
    return [*lines, f"n = {view}.sum(axis=(3, 4))", ""]
