"""What films and pictures can be asked for on the command line, of scenes and of lessons alike."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from convviz.cli.interrupt import between_frames
from convviz.cli.words import Parser, Unreadable, finite, refuse_unused, whole
from convviz.i18n import msg, tr

if TYPE_CHECKING:
    from convviz.export.exporter import Exporter
    from convviz.export.footage import Footage, Watch
    from convviz.export.take import Take
    from convviz.scene.scene import Scene

REPORT_S = 0.1
"""Seconds between two reports of how far it has come, on a terminal."""
SMALL = ("gif", "apng", "webp")
"""Formats that keep every pixel as it is, and are made for a page rather than for a screen."""


def add_film_options(made: Parser) -> None:
    """Size, steps, speed, colours, other choices of the scene: everything but what is filmed, and whereto."""
    add = made.add_argument
    add(
        "--size",
        type=_size,
        metavar="WxH",
        help="width and height in pixels (1920x1080; 960x540 for GIF, APNG and WebP)",
    )
    add("--fps", type=whole, metavar="N", help="frames per second (30; GIF 8, APNG and WebP 20)")
    add("--from", type=whole, default=0, dest="first", metavar="N", help="first step, counted from 0 (0)")
    add("--to", type=whole, dest="last", metavar="N", help="last step, counted from 0 (the last)")
    add("--speed", type=finite, metavar="X", help="steps per second (the scene's own)")
    add("--theme", default="light", metavar="NAME", help="light, dark, … (light)")
    add("--still", action="store_true", help="reduced motion: the window jumps from place to place")
    add("--title", type=str, default="", metavar="TEXT", help="a line above the stage")
    add(
        "--at", type=finite, metavar="T", help="for a picture: where it is taken, 4.5 in the middle of step 4"
    )
    add(
        "--input", type=_size, metavar="HxW", help="a canvas of small numbers in place of the scene's picture"
    )
    add("-k", "--kernel", metavar="NAME|FILE", help="another kernel, by its name or from a kernel text")
    add(
        "--set",
        type=str,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another choice: stride=2, flip=true …",
    )
    add("-q", "--quiet", action="store_true", help="do not say how far it has come")


OF_SCENES = ("input", "kernel", "set")
"""Options that change the scene, by where their values go."""
OF_FILMS, OF_PICTURES = ("fps", "last", "speed"), ("at",)
"""Those that only films have, and only pictures."""
ON_PAPER = ("size", *OF_FILMS, *OF_PICTURES, "first", "still", "title")
"""Those of films and pictures that paper has no use for."""


def check_used(options: argparse.Namespace, exporter: Exporter) -> None:
    """Refuses options that a film, or a picture, would not be changed by.

    Raises: Refusal("options_unused").
    """
    if exporter.moving:
        refuse_unused(msg("A film"), options.given, OF_PICTURES)
    else:
        refuse_unused(msg("A picture"), options.given, OF_FILMS)


def take_of(options: argparse.Namespace, exporter: Exporter, scene: Scene) -> Take:
    """What is asked for of a scene, of each page's of a lesson."""
    from convviz.core.spec import check_choice
    from convviz.export.take import Take
    from convviz.paint.theme import THEMES

    check_choice("theme", options.theme, THEMES)
    return Take(
        scene=scene,
        size=options.size or ((960, 540) if exporter.id in SMALL else (1920, 1080)),
        theme=options.theme,
        fps=options.fps if options.fps is not None else exporter.fps,
        first=options.first,
        last=options.last,
        speed=options.speed,
        title=options.title,
        at=options.at,
        still=options.still,
    )


def exported(footage: Footage, options: argparse.Namespace, exporter: Exporter) -> str:
    """Exports it, telling on a terminal how far it has come; what was written, in a sentence."""
    from convviz.export.run import export
    from convviz.state.exporting import said

    with between_frames(_watch(footage, options.quiet)) as watch:
        export(footage, options.output, exporter, watch)
    return tr(said(Path(options.output).name, footage, exporter))


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


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})", text.strip())
    if not found:
        raise Unreadable("must be like 1920x1080, not {text!r}", text=text)
    return int(found[1]), int(found[2])
