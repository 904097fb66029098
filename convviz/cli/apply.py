"""`convviz apply`: one kernel on a picture."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from convviz.cli.cycles import uncollected
from convviz.cli.words import CHANNELS, LENSES, Parser, amount, padding, pair, parser
from convviz.core.errors import SpecError
from convviz.core.same_padding import in_cells
from convviz.core.spec import ACTIVATIONS, PADDING_MODES, ConvSpec

if TYPE_CHECKING:
    from convviz.core.kernel_makers import Rows
    from convviz.core.sizes import Shape

APPLY = """\
Apply a kernel to a picture: slide it over, multiply, sum, and write what comes out.

examples:
  convviz apply photo.jpg -k sobel-x -o edges.png
      where the picture grows brighter to the right (red) and darker (blue)
  convviz apply photo.jpg -k gaussian:sigma=3 --channel all -o soft.png
      the same picture, smoothed in red, green and blue
  convviz apply photo.jpg -k laplacian-4 --show absolute -o edges.png
      edges of every direction, white on black
  convviz apply photo.jpg -k mine.txt --stride 2 --padding 1 --padding-mode reflect -o half.png
      a kernel from a text file, at every other pixel
  convviz apply sample:camera -k sobel-x --padding valid -o values.npy
      the true numbers of a sample picture, for NumPy
"""
AFTER = """\
A kernel text has one row of numbers on each line; 1/9 is a number, what follows a # is not read:

    1  0  -1
    2  0  -2
    1  0  -1

Numbers: stride, dilation and padding take one number for both directions or rows,columns;
padding also top,bottom,left,right. Padding same-tf is TensorFlow's SAME: ⌈cells / stride⌉ come out.

Output: a .png, .tif, .jpg, .webp or .bmp holds the result as it is shown (see --show). A .npy, and with
--values a .tif, holds the true float32 values: rows × columns, or channels × rows × columns.
"""


@uncollected()
def apply_kernel(words: list[str]) -> int:
    """Reads, computes, writes; says in one line what was written."""
    print(_applied(_parser().parse_args(words)))
    return 0


def _applied(options: argparse.Namespace) -> str:
    """What was written, in a line."""
    from convviz.cli.writing import holds_values, write_shown, write_values
    from convviz.core.named import kernel_rows, picture
    from convviz.scene.checks import check_rows

    output = Path(options.output)
    values = holds_values(output, options.values)
    image = picture(options.image)
    x = image.plane(options.channel)
    rows = kernel_rows(options.kernel)
    check_rows(rows)
    spec = _layer(options, rows, x.shape)
    y = _computed(spec, x, rows, options.bias)
    if values:
        return write_values(options.output, y)
    return write_shown(options.output, y, options.show, image.white)


def _layer(options: argparse.Namespace, rows: Rows, shape: Shape) -> ConvSpec:
    """The layer that applies one kernel to each channel by itself.

    With a stride, padding "same" is what it is without: the cells that keep the picture's size at stride 1.
    """
    mode = options.padding_mode or ("zeros" if options.padding_value is None else "constant")
    if options.padding_value is not None and mode != "constant":
        raise SpecError("padding_value_unused", value=options.padding_value, mode=mode)
    channels, *size = shape
    kernel = (len(rows), len(rows[0]))
    layer = ConvSpec(
        kernel_size=kernel,
        padding=in_cells(options.padding, size, kernel, options.stride, options.dilation),
        dilation=options.dilation,
        in_channels=channels,
        out_channels=channels,
        groups=channels,
        padding_mode=mode,
        padding_value=options.padding_value or 0.0,
        flip=options.convolution,
        activation=options.activation,
        negative_slope=options.negative_slope,
    )
    return layer if options.stride == (1, 1) else replace(layer, stride=options.stride, padding=layer.pads)


def _computed(spec: ConvSpec, x: Any, rows: Rows, bias: float) -> Any:
    import numpy as np

    from convviz.cli.writing import computed
    from convviz.core.operations.conv2d import Conv2d

    weight = np.array([[rows]] * len(x), np.float64)
    return computed(Conv2d(), spec, (x, weight, np.full(len(x), bias)))


def _parser() -> Parser:
    made = parser("convviz apply", APPLY, AFTER)
    add = made.add_argument
    add("image", metavar="IMAGE", help="a picture file, or sample:camera, sample:coffee, sample:disc …")
    add("-k", "--kernel", required=True, metavar="NAME|FILE", help="a kernel's name, or a kernel text")
    add("-o", "--output", required=True, metavar="OUT", help="the file to write: .png, .tif, .npy …")
    add("--stride", type=pair, default=(1, 1), metavar="N", help="step from window to window (1)")
    text = "cells around, same, same-tf or valid (same)"
    add("--padding", type=padding, default="same", metavar="N", help=text)
    add("--padding-mode", type=str, choices=PADDING_MODES, help="what stands there (zeros)")
    add("--padding-value", type=amount, metavar="X", help="the number of padding mode constant")
    add("--dilation", type=pair, default=(1, 1), metavar="N", help="distance between taps (1)")
    add("--bias", type=amount, default=0.0, metavar="X", help="added to every sum (0)")
    add("--convolution", action="store_true", help="rotate the kernel by 180° first")
    add("--activation", type=str, choices=ACTIVATIONS, default="none", help="applied to every sum (none)")
    add("--negative-slope", type=amount, default=0.01, metavar="X", help="leaky_relu's, below 0 (0.01)")
    add(
        "--channel",
        type=str,
        choices=CHANNELS,
        default="luma",
        help="what of a colour picture is read (luma)",
    )
    add(
        "--show",
        type=str,
        choices=LENSES,
        help="how values become a picture (signed; clamp if none is negative)",
    )
    add("--values", action="store_true", help="write true values into a .tif, too")
    return made
