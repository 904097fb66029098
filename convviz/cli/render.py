"""`convviz render`: a scene as a film or a picture, without a window and without a display."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from convviz.cli.interrupt import between_frames
from convviz.cli.words import Parser, Unreadable, finite, parser, whole
from convviz.i18n import msg, tr

if TYPE_CHECKING:
    from convviz.export.exporter import Exporter
    from convviz.export.footage import Footage, Watch
    from convviz.export.take import Take

RENDER = """\
Render a scene as a film or a picture, without a window: exactly what its stage shows, step by step.

examples:
  convviz render no-padding -o no-padding.gif
      one of the examples of the File menu, as a GIF that goes round for ever
  convviz render lesson.convviz -o lesson.mp4 --size 1920x1080 --fps 30 --from 0 --to 48 --theme dark
      steps 0 to 48 of a scene file as a film for a projector
  convviz render full-padding -o step-12.svg --from 12
      step 12, finished, as a drawing for a handout
  convviz render strided -o frames
      a folder of numbered PNG pictures

  for s in 1 2 3; do
      convviz render no-padding --input 7x7 --set stride=$s --set padding=1 -o stride-$s.gif
  done
      the arithmetic of convolution for parameters of one's own
"""
FORMATS = """\
The name's ending chooses the format: .mp4 (needs the extra “video”), .gif, .apng or .webp for a film, .png,
.svg or .pdf for a picture. A name without an ending is a new folder of PNG pictures.
"""
REPORT_S = 0.1
"""Seconds between two reports of how far it has come, on a terminal."""
SMALL = ("gif", "apng", "webp")
"""Formats that keep every pixel as it is, and are made for a page rather than for a screen."""


def render_scene(words: list[str]) -> int:
    """Exports what the words after “convviz render” say; tells in one line what was written."""
    options = _parser().parse_args(words)
    from convviz.export.run import check, export, exporter_of
    from convviz.labs.pictures import read_source
    from convviz.paint.film import film_of
    from convviz.paint.offscreen import application
    from convviz.state.exporting import said

    exporter = exporter_of(options.output)
    take = _take(options, exporter)
    check(exporter, take.size, take.fps)
    app = application()
    film = film_of(take, read_source(take.scene))
    with between_frames(_watch(film, options.quiet)) as watch:
        export(film, options.output, exporter, watch)
    print(tr(said(Path(options.output).name, film, exporter)))
    del app  # it must live as long as something is painted
    return 0


def _take(options: argparse.Namespace, exporter: Exporter) -> Take:
    """What is to be filmed. A lesson would be several of these."""
    from convviz.cli.choices import scene_of
    from convviz.core.spec import check_choice
    from convviz.export.take import Take
    from convviz.paint.theme import THEMES

    check_choice("theme", options.theme, THEMES)
    scene = scene_of(options.scene, options.input, options.kernel, options.set)
    size = options.size or ((960, 540) if exporter.id in SMALL else (1920, 1080))
    return Take(
        scene=scene,
        size=size,
        theme=options.theme,
        fps=options.fps if options.fps is not None else exporter.fps,
        first=options.first,
        last=options.last,
        speed=options.speed,
        title=options.title,
        at=options.at,
        still=options.still,
    )


def _watch(footage: Footage, quiet: bool) -> Watch:
    """Says on a terminal how far it has come and how long it will take."""
    from convviz.state.exporting import left

    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return lambda done: None
    began = reported = monotonic()

    def watch(done: int) -> None:
        nonlocal reported
        now = monotonic()
        if done == footage.ticks:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
        elif done and now - reported >= REPORT_S:
            reported = now
            part, seconds = done / footage.ticks, left(now - began, done, footage.ticks)
            said = tr(msg("{part}, {seconds} s left", part=f"{part:4.0%}", seconds=f"{seconds:.0f}"))
            print(f"\r{said}   ", end="", file=sys.stderr, flush=True)

    return watch


def _parser() -> Parser:
    made = parser("convviz render", RENDER, FORMATS)
    add = made.add_argument
    add("scene", metavar="SCENE", help="a scene file, or the name of an example such as no-padding")
    add("-o", "--output", required=True, metavar="FILE", help="the file to write, or a folder's name")
    add(
        "--size",
        type=_size,
        metavar="WxH",
        help="width and height in pixels (1920x1080; 960x540 for GIF, APNG and WebP)",
    )
    add("--fps", type=whole, metavar="N", help="frames per second (30; GIF 10, APNG and WebP 20)")
    add("--from", type=whole, default=0, dest="first", metavar="N", help="first step, counted from 0 (0)")
    add("--to", type=whole, dest="last", metavar="N", help="last step (the last there is)")
    add("--speed", type=finite, metavar="X", help="steps per second (the scene's own)")
    add("--theme", default="light", metavar="NAME", help="light, dark, … (light)")
    add("--still", action="store_true", help="reduced motion: the window jumps from place to place")
    add("--title", default="", metavar="TEXT", help="a line above the stage")
    add(
        "--at", type=finite, metavar="T", help="for a picture: where it is taken, 4.5 in the middle of step 4"
    )
    add(
        "--input", type=_size, metavar="HxW", help="a canvas of small numbers in place of the scene's picture"
    )
    add("-k", "--kernel", metavar="NAME|FILE", help="another kernel, by its name or from a kernel text")
    add(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another choice: stride=2, flip=true …",
    )
    add("-q", "--quiet", action="store_true", help="do not say how far it has come")
    return made


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})", text.strip())
    if not found:
        raise Unreadable("must be like 1920x1080, not {text!r}", text=text)
    return int(found[1]), int(found[2])
