"""The command line: open the window, apply a kernel, list the kernels.

Help, and whatever is wrong with the arguments, needs neither Qt nor NumPy nor OpenCV: they are imported
when there is something to compute.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from convviz import __version__
from convviz.core.errors import ImageError, Refusal, SpecError
from convviz.core.spec import ACTIVATIONS, PADDING_MODES, ConvSpec, Pads, Pair

if TYPE_CHECKING:
    from convviz.core.kernel import Kernel
    from convviz.core.kernel_makers import Rows

REFUSED, INTERRUPTED, PIPE_CLOSED = 2, 130, 141
"""Exit statuses: those of argparse, and of a shell's SIGINT and SIGPIPE."""

# Their tables stand in images.py and lens.py, which import NumPy; a test holds them to be the same.
CHANNELS = ("luma", "r", "g", "b", "all")
LENSES = ("signed", "absolute", "clamp", "offset", "stretch")

ABOUT = """\
Watch a convolution happen: a photo, a kernel, and every window, number by number.

  convviz                      open the window
  convviz photo.jpg            open the window on a picture
  convviz apply …              apply a kernel to a picture and write a file, without a window
  convviz kernels              list the kernels that have a name

“convviz apply --help” and “convviz kernels --help” say more.
A picture called apply or kernels is opened as ./apply or ./kernels.
"""
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
padding also top,bottom,left,right.

Output: a .png, .tif, .jpg, .webp or .bmp holds the result as it is shown (see --show). A .npy, and with
--values a .tif, holds the true float32 values: rows × columns, or channels × rows × columns.
"""
KERNELS = """\
List the kernels by family. Any of these names can follow “convviz apply … -k”; where a kernel has
parameters, they are given after a colon: gaussian:sigma=2.5
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line; returns the exit status. What goes wrong is one line on stderr."""
    try:
        status = _run(_joined(sys.argv[1:] if argv is None else argv))
        if sys.stdout is not None:
            sys.stdout.flush()  # a closed pipe shows here, not when Python ends and would complain
    except (Refusal, _Misused) as refusal:
        return _refuse(str(refusal))
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return PIPE_CLOSED
    except OSError as error:  # a name too long, a folder that may not be entered, a full disk behind stdout
        _silence()
        return _refuse(f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}.")
    return status


def _run(words: list[str]) -> int:
    with suppress(AttributeError):  # where there is no console, as in Windows' gui-scripts
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    named = bool(words) and words[0] in COMMANDS
    command, parser = COMMANDS[words[0]] if named else WINDOW
    try:
        options = parser().parse_args(words[1:] if named else words)
    except SystemExit:  # argparse leaves so after --help and --version
        return 0
    return command(options)


def _refuse(sentence: str) -> int:
    print("convviz:", " ".join(sentence.split()), file=sys.stderr)
    return REFUSED


def _silence() -> None:
    """Lets what is still to be written go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _joined(words: Sequence[str]) -> list[str]:
    """`--bias -1e3` as `--bias=-1e3`: argparse would take such a number for an option."""
    joined: list[str] = []
    for word in words:
        if re.match(r"-\.?\d", word) and joined and re.fullmatch(r"--\w[\w-]*", joined[-1]):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


# --- the window


def _open_window(options: argparse.Namespace) -> int:
    if options.image is not None and not Path(options.image).exists():
        raise ImageError("image_missing", path=options.image)
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, displays)):
        raise Refusal("no_display")
    try:
        from convviz.app import run
    except ImportError as error:  # Qt's system libraries are not there
        raise Refusal("no_window", reason=error) from error
    return run(options.image)


# --- apply


def _apply(options: argparse.Namespace) -> int:
    """Reads, computes, writes; says in one line what was written."""
    from convviz.core.named import kernel_rows, picture

    output = Path(options.output)
    values = _holds_values(output, options)
    image = picture(options.image)
    x = image.plane(options.channel)
    rows = kernel_rows(options.kernel)
    spec = _layer(options, rows, channels=len(x))
    y = _computed(spec, x, rows, options.bias)
    size = " × ".join(map(str, y.shape if len(y) > 1 else y.shape[1:]))
    if values:
        from convviz.core.saving import save_values

        save_values(output, y if len(y) > 1 else y[0])
        print(f"{options.output}: {size} float32 values from {y.min():g} to {y.max():g}")
    else:
        shown = _save_shown(output, y, options.show, image.white)
        print(f"{options.output}: {size}, {shown}")
    return 0


def _holds_values(output: Path, options: argparse.Namespace) -> bool:
    """Whether true values are to be written; refuses a name of no known ending before anything is done."""
    from convviz.core.saving import SAVING_SHOWN, SAVING_VALUES

    ending = output.suffix.lower()
    values = options.values or ending == ".npy"
    endings = SAVING_VALUES if values else (*SAVING_SHOWN, ".npy")
    if ending not in endings:
        raise ImageError("save_ending", name=output.name, endings=", ".join(endings))
    return values


def _layer(options: argparse.Namespace, rows: Rows, channels: int) -> ConvSpec:
    """The layer that applies one kernel to each channel by itself.

    With a stride, padding "same" is what it is without: the cells that keep the picture's size at stride 1.
    """
    mode = options.padding_mode or ("zeros" if options.padding_value is None else "constant")
    if options.padding_value is not None and mode != "constant":
        raise SpecError("padding_value_unused", value=options.padding_value, mode=mode)
    layer = ConvSpec(
        kernel_size=(len(rows), len(rows[0])),
        padding=options.padding,
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

    from convviz.core.cv import cv2
    from convviz.core.operations import OPERATIONS

    weight = np.array([[rows]] * len(x), np.float64)
    try:
        return OPERATIONS["conv2d"].fast(spec, x, weight, np.full(len(x), bias))
    except (MemoryError, cv2.error) as error:
        raise SpecError("out_of_memory") from error


def _save_shown(output: Path, y: Any, lens: str | None, white: float) -> str:
    """Writes the picture; returns how it shows the values."""
    from convviz.core.lens import FAINT, clamped, render, scale, statistics
    from convviz.core.saving import save_shown

    found = statistics(y)
    lens = lens or ("signed" if found.minimum < -FAINT * white else "clamp")
    by = scale(lens, found, white)
    save_shown(output, render(y, lens, by))
    beyond = sum(clamped(y, lens, by))
    said = f"values from {found.minimum:g} to {found.maximum:g}, shown {lens} from {by.low:g} to {by.high:g}"
    return f"{said}, {beyond} cells beyond" if beyond else said


# --- kernels


def _list_kernels(options: argparse.Namespace) -> int:
    from convviz.core.kernels import KERNELS as TABLE

    if options.json:
        print("[" + ",\n ".join(json.dumps(_described(kernel)) for kernel in TABLE) + "]")
        return 0
    width = max(len(kernel.id) for kernel in TABLE)
    family = None
    for kernel in TABLE:
        if kernel.family != family:
            print(f"{'' if family is None else chr(10)}{kernel.family}")
            family = kernel.family
        rows = kernel.rows()
        print(f"  {kernel.id:{width}}  {f'{len(rows)} × {len(rows[0])}':>7}  {kernel.does}")
        for p in kernel.parameters:
            print(f"  {'':{width}}  {'':7}    {p.name}={p.default:g}, from {p.minimum:g} to {p.maximum:g}")
    return 0


def _described(kernel: Kernel) -> dict[str, Any]:
    parameters = [
        {"name": p.name, "minimum": p.minimum, "maximum": p.maximum, "default": p.default, "whole": p.integer}
        for p in kernel.parameters
    ]
    texts = {name: getattr(kernel, name) for name in ("id", "name", "family", "source", "does")}
    return {**texts, "parameters": parameters, "rows": kernel.rows()}


# --- reading the arguments


class _Misused(Exception):
    """Arguments that say nothing that can be done."""


class _Parser(argparse.ArgumentParser):
    """Raises what is wrong, instead of printing the usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise _Misused(f"{message} (try “{self.prog} --help”)")


def _parser(prog: str, description: str, epilog: str = "") -> _Parser:
    layout = argparse.RawDescriptionHelpFormatter
    return _Parser(
        prog=prog, description=description, epilog=epilog, formatter_class=layout, allow_abbrev=False
    )


def _window_parser() -> _Parser:
    parser = _parser("convviz", ABOUT)
    parser.add_argument("image", nargs="?", metavar="IMAGE", help="a picture to begin with")
    parser.add_argument("--version", action="version", version=f"convviz {__version__}")
    return parser


def _apply_parser() -> _Parser:
    parser = _parser("convviz apply", APPLY, AFTER)
    add = parser.add_argument
    add("image", metavar="IMAGE", help="a picture file, or sample:camera, sample:coffee, sample:disc …")
    add("-k", "--kernel", required=True, metavar="NAME|FILE", help="a kernel's name, or a kernel text")
    add("-o", "--output", required=True, metavar="OUT", help="the file to write: .png, .tif, .npy …")
    add("--stride", type=_pair, default=(1, 1), metavar="N", help="step from window to window (1)")
    add("--padding", type=_padding, default="same", metavar="N", help="cells around, same or valid (same)")
    add("--padding-mode", choices=PADDING_MODES, help="what stands there (zeros)")
    add("--padding-value", type=_finite, metavar="X", help="the number of padding mode constant")
    add("--dilation", type=_pair, default=(1, 1), metavar="N", help="distance between taps (1)")
    add("--bias", type=_finite, default=0.0, metavar="X", help="added to every sum (0)")
    add("--convolution", action="store_true", help="rotate the kernel by 180° first")
    add("--activation", choices=ACTIVATIONS, default="none", help="applied to every sum (none)")
    add("--negative-slope", type=_finite, default=0.01, metavar="X", help="leaky_relu's, below 0 (0.01)")
    add("--channel", choices=CHANNELS, default="luma", help="what of a colour picture is read (luma)")
    add("--show", choices=LENSES, help="how values become a picture (signed; clamp if none is negative)")
    add("--values", action="store_true", help="write true values into a .tif, too")
    return parser


def _kernels_parser() -> _Parser:
    parser = _parser("convviz kernels", KERNELS)
    parser.add_argument("--json", action="store_true", help="as JSON, with sources and weights")
    return parser


def _whole(text: str, counts: tuple[int, ...], form: str) -> tuple[int, ...]:
    try:
        numbers = tuple(int(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) not in counts:
        raise argparse.ArgumentTypeError(f"must be {form}, not {text!r}")
    return numbers


def _pair(text: str) -> Pair:
    numbers = _whole(text, (1, 2), "a whole number or rows,columns")
    return numbers[0], numbers[-1]


_WORDS: dict[str, Literal["same", "valid"]] = {"same": "same", "valid": "valid"}


def _padding(text: str) -> Pads | Literal["same", "valid"]:
    if text in _WORDS:
        return _WORDS[text]
    form = "same, valid, a whole number, rows,columns or top,bottom,left,right"
    numbers = _whole(text, (1, 2, 4), form)
    if len(numbers) == 4:
        return numbers
    return numbers[0], numbers[0], numbers[-1], numbers[-1]


def _finite(text: str) -> float:
    try:
        value = float(text.replace("−", "-"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number, not {text!r}") from None
    if not isfinite(value):
        raise argparse.ArgumentTypeError(f"must be a finite number, not {text}")
    return value


Command = tuple[Callable[[argparse.Namespace], int], Callable[[], _Parser]]
WINDOW: Command = (_open_window, _window_parser)
COMMANDS: dict[str, Command] = {"apply": (_apply, _apply_parser), "kernels": (_list_kernels, _kernels_parser)}
"""A command is one row here: what it does, and the parser of its arguments."""
