"""`convviz run`: any operation of the labs, or a scene file, on a picture, without a window.

The options are read off the lab, see options.py; nothing here knows one operation from another.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from convviz.cli.cycles import uncollected
from convviz.cli.help import Said
from convviz.cli.words import CHANNELS, LENSES, Parser, box, parser, place, whole
from convviz.core.errors import Refusal
from convviz.i18n import Message, listed, msg, tr

if TYPE_CHECKING:
    from convviz.labs.lab import Lab
    from convviz.labs.story import Story

RUN = """\
Run an operation on a picture: write what comes out, show one step in numbers, or print it as a program.

operations:
{operations}

examples:
  convviz run pool2d photo.jpg --kind max --kernel-size 2 -o half.png
      the largest value of every block of 2 × 2 pixels
  convviz run resize2d photo.jpg --mode bicubic --scale 3 --channel all -o large.png
      three times as large, in red, green and blue
  convviz run chain photo.jpg -k sobel-x -k sobel-y --mix sum --pool-size 4 -o maps.npy
      a layer with two filters: convolved, activated, pooled
  convviz run conv_transpose2d photo.jpg -k gaussian --stride 2 --step 10,12
      how one output cell comes to be: values, weights, products, sum
  convviz run conv2d sample:camera -k sharpen --stride 2 --code pytorch
      the same in PyTorch; also numpy, opencv
  convviz run conv1d photo.jpg --weights "1 2 1" --size
      how the output's size is worked out
  convviz run lesson.convviz -o lesson.png
      what a scene file says

“convviz run pool2d --help” lists the options of pool2d, and so for each.
"""
ONE = """\
{title}: write what comes out, show one step in numbers, or print it as a program.
"""
AFTER = """\
Output: a .png, .tif, .jpg, .webp or .bmp holds the result as it is shown (see --show). A .npy, and with
--values a .tif, holds the true float32 values: rows × columns, or channels × rows × columns.
"""
SIGNED = "signed"
"""The lens of which a result without negative values has no need."""


@uncollected()
def run_operation(words: list[str]) -> int:
    """Does what the words after “convviz run” say."""
    from convviz.cli.options import name_of
    from convviz.labs import LABS

    labs = {name_of(lab): lab for lab in LABS}
    first = words[0] if words else ""
    if not first or first in ("-h", "--help"):
        rows = "\n".join(f"  {name:17} {tr(lab.title)}" for name, lab in labs.items())
        _overview(rows).parse_args(words)  # which tells what is missing, or helps
    if lab := labs.get(first.replace("-", "_")):
        return _run_lab(lab, words[1:])
    if first.startswith("-"):
        _overview("").error(msg("the operation comes before its options, not {first}", first=first))
    if Path(first).suffix or Path(first).exists():
        return _run_scene(words)
    raise Refusal("unknown_operation", id=first, named=listed(labs))


def _run_lab(lab: Lab, words: list[str]) -> int:
    options = _asked(lab_parser(lab), words)
    from convviz.cli.scenes import story_of

    lens = options.show or (None if lab.show == SIGNED else lab.show)
    return _answer(lab, story_of(lab, options), options, lens)


def _run_scene(words: list[str]) -> int:
    options = _asked(_scene_parser(), words)
    from convviz.cli.scenes import story_of_file

    lab, story = story_of_file(options)
    return _answer(lab, story, options, options.show or story.scene.show)


def _asked(made: Parser, words: list[str]) -> argparse.Namespace:
    """The options; refuses to do nothing, and to print a program between other lines."""
    options: argparse.Namespace = made.parse_args(words)
    others = [flag for name, flag in _FLAGS.items() if getattr(options, name) not in (None, False)]
    if not others and options.code is None:
        made.error(msg("nothing is asked for: give -o FILE, --step, --size or --code"))
    if others and options.code is not None:
        made.error(msg("--code stands alone, without {others}", others=listed(others)))
    return options


_FLAGS = {"output": "-o", "step": "--step", "size": "--size"}


def _answer(lab: Lab, story: Story, options: argparse.Namespace, lens: str | None) -> int:
    from convviz.cli.telling import listing, size_lines, step_lines

    if options.code is not None:
        print(listing(lab, story, options.code), end="")
    if options.size:
        print("\n".join(size_lines(lab, story)))
    if options.size and options.step is not None:
        print()
    if options.step is not None:
        print("\n".join(step_lines(lab, story, options.step)))
    if options.output is not None:
        print(_written(story, options, lens))
    return 0


def _written(story: Story, options: argparse.Namespace, lens: str | None) -> str:
    """Computes and writes; returns what was written, in a line."""
    from convviz.cli.writing import computed, holds_values, write_shown, write_values

    values = holds_values(Path(options.output), options.values)
    y = computed(story.operation, story.spec, story.operands)
    all_ = options.output_channel is None and (values or story.is_colour)
    part = y if all_ else y[story.output : story.output + 1]
    if values:
        line = write_values(options.output, part)
    else:
        line = write_shown(options.output, part, lens, story.white)
    if len(part) == len(y):
        return line
    return tr(msg("{line}, channel {n} of {all}", line=line, n=story.output, all=len(y)))


# --- parsers


def _overview(listed: str) -> Parser:
    made = parser("convviz run", msg(RUN, operations=listed))
    made.add_argument("operation", metavar="OPERATION|SCENE", help="an operation above, or a scene file")
    return made


def lab_parser(lab: Lab) -> Parser:
    """The parser of an operation's options."""
    from convviz.cli.options import add_options, has_kernels, name_of, options_of, places_of

    name = name_of(lab)
    made = parser(f"convviz run {name}", msg(ONE, title=msg(lab.title)), AFTER)
    made.add_argument("image", metavar="IMAGE", help="a picture file, or sample:camera, sample:coffee …")
    group = made.add_argument_group("the operation")
    if has_kernels(lab):
        text = "a kernel's name, or a kernel text (see “convviz apply --help”); again for another filter"
        group.add_argument("-k", "--kernel", action="append", metavar="NAME|FILE", help=text)
    add_options(group, (*options_of(lab), *places_of(lab)))
    group = made.add_argument_group("the input")
    group.add_argument(
        "--channel",
        type=str,
        choices=CHANNELS,
        default="luma",
        help="what of a colour picture is read (luma)",
    )
    group.add_argument(
        "--crop", type=box, metavar="TOP,LEFT,HEIGHT,WIDTH", help="the part of the picture that is read (all)"
    )
    _add_asked(made, msg("signed; clamp if none is negative") if lab.show == SIGNED else lab.show)
    return made


def _scene_parser() -> Parser:
    about = "Run what a scene file says: write what comes out, show one step, or print it as a program.\n"
    made = parser("convviz run", about, AFTER)
    made.add_argument("scene", metavar="SCENE", help="a scene file: lesson.convviz")
    made.add_argument("image", nargs="?", metavar="IMAGE", help="another picture than the scene's")
    _add_asked(made, msg("the scene's"))
    return made


def _add_asked(made: Parser, show: str | Message) -> None:
    """What is to be done with the result; the same for every operation."""
    group = made.add_argument_group("what is asked for")
    add = group.add_argument
    add("-o", "--output", metavar="OUT", help="write the result to a file: .png, .tif, .npy …")
    add(
        "--show",
        type=str,
        choices=LENSES,
        help=Said(tr(msg("how values become a picture ({show})", show=show))),
    )
    add("--values", action="store_true", help="write true values into a .tif, too")
    add(
        "--output-channel", type=whole, metavar="N",
        help="one output channel alone, from 0 (all as values; as a picture all of a colour, else channel 0)",
    )  # fmt: skip
    add("--step", type=place, metavar="ROW,COL", help="show how one output cell comes to be, in numbers")
    add("--size", action="store_true", help="show how the output's size is worked out")
    add("--code", type=str.lower, choices=("numpy", "opencv", "pytorch"), help="print it as a program")
