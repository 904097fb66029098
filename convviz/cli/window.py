"""`convviz` and `convviz photo.jpg`: the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from convviz import __version__
from convviz.cli.words import Parser, parser
from convviz.core.errors import ImageError, Refusal

ABOUT = """\
Watch a convolution happen: a photo, a kernel, and every window, number by number.

  convviz                      open the window
  convviz photo.jpg            open the window on a picture
  convviz lesson.convviz       open the window on a scene
  convviz apply …              apply a kernel to a picture and write a file, without a window
  convviz run pool2d …         run any operation on a picture: pooling, upsampling, a whole layer …
  convviz render …             render a scene as a film or a picture: MP4, GIF, SVG, PDF …
  convviz lesson …             list, read and export lessons: films, handouts, worksheets
  convviz operations           list the operations and their options
  convviz kernels              list the kernels that have a name
  convviz sizes …              work out sizes, parameters and costs of a layer, forwards and backwards

“convviz apply --help” and the like say more.
A picture called apply, run, render, lesson, operations, kernels or sizes is opened as ./apply and so on.
"""


def open_window(words: list[str]) -> int:
    """Opens the window; returns the program's exit status when it is closed."""
    options = _parser().parse_args(words)
    if options.image is not None and not Path(options.image).exists():
        raise ImageError("image_missing", path=options.image)
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, displays)):
        raise Refusal("no_display")
    try:
        from convviz.app import run
    except ImportError as error:  # Qt's system libraries are not there
        raise Refusal("no_window", reason=error) from error
    return run(None if options.image is None else str(Path(options.image).absolute()))


def _parser() -> Parser:
    made = parser("convviz", ABOUT, speaks=False)
    made.add_argument("image", nargs="?", metavar="IMAGE", help="a picture or a scene to begin with")
    made.add_argument("--version", action="version", version=f"convviz {__version__}")
    return made
