"""From what was typed to a scene, and to its story."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from convviz.cli.options import KERNELS, Option, chosen, options_of, places_of
from convviz.core.errors import Refusal, SpecError
from convviz.core.named import SAMPLE, kernel_rows
from convviz.core.spec import check_choice
from convviz.labs import lab_of
from convviz.labs.controls import Offer, Place
from convviz.labs.lab import Lab
from convviz.labs.pictures import read_source
from convviz.labs.story import Source, Story, cropped, tell
from convviz.scene.scene import Drawn, FilePicture, Picture, Region, SamplePicture, Scene, replace
from convviz.scene.scene_files import read_file, read_scene

FIRST_CELLS = Region(0, 0, 7, 7)
"""The output cells that a program prints at its end."""


def story_of(lab: Lab, options: argparse.Namespace) -> Story:
    """The story of a lab's layer, as the options have it, on the picture they name.

    Raises: Refusal for a picture that cannot be read, or choices that make no sense together.
    """
    scene = Scene(
        picture=picture_of(options.image),
        channel=options.channel,
        crop=Region(*options.crop) if options.crop else None,
        region=FIRST_CELLS,
        layer=lab.default,
    )
    source = read_source(scene)
    _check_crop(options.crop, *source.planes.shape[-2:])
    known = options_of(lab)
    scene = replace(scene, layer=_layer(lab, scene, source, options, known))
    typed = chosen(options, known)
    _check_used(scene.layer, typed)
    story = tell(scene, source, lab)
    _check_offered(story, typed)
    return _at_places(lab, story, options)


def _check_crop(crop: tuple[int, int, int, int] | None, rows: int, cols: int) -> None:
    """Refuses a part of the picture that does not lie in it; a scene's is moved in, since pictures change."""
    if crop is None:
        return
    top, left, height, width = crop
    if min(top, left) < 0 or top + height > rows or left + width > cols:
        raise SpecError("crop_outside", top=top, left=left, height=height, width=width, rows=rows, cols=cols)


def story_of_file(options: argparse.Namespace) -> tuple[Lab, Story]:
    """The lab and the story of a scene file, on its own picture or another one.

    Raises: Refusal for a file or a picture that cannot be read.
    """
    if options.image is not None:
        scene = replace(read_file(options.scene).scene, picture=picture_of(options.image))
    else:
        scene = read_scene(options.scene).scene
    lab = lab_of(scene)
    return lab, _with_output(lab, tell(scene, read_source(scene), lab), options.output_channel)


def picture_of(name: str) -> Picture:
    """A sample or a file by what a person calls it, as core.named.picture understands it."""
    if name.startswith(SAMPLE) and not Path(name).exists():
        return SamplePicture(name.removeprefix(SAMPLE))
    return FilePicture(name)


# --- the layer


def _layer(
    lab: Lab, scene: Scene, source: Source, options: argparse.Namespace, known: tuple[Option, ...]
) -> Any:
    """The lab's layer with what was typed.

    As in apply, a border's number alone asks for that border, and padding "same" with a stride is what it
    is without: the cells that keep the size at stride 1.
    """
    wanted = {option.name: value for option, value in chosen(options, known).items()}
    wanted |= _kernels(lab, options, wanted)
    if "padding_value" in wanted and wanted.setdefault("padding_mode", "constant") != "constant":
        raise SpecError("padding_value_unused", value=wanted["padding_value"], mode=wanted["padding_mode"])
    same = wanted.get("padding", getattr(lab.default, "padding", None)) == "same"
    if not same or set(wanted.get("stride", (1,))) == {1}:
        return replace(lab.default, **wanted)
    stride = wanted.pop("stride")
    layer = replace(lab.default, **wanted)
    spec, _ = lab.operands(layer, cropped(replace(scene, layer=layer), source.planes))
    return replace(layer, stride=stride, padding=spec.pads)


def _kernels(lab: Lab, options: argparse.Namespace, wanted: dict[str, Any]) -> dict[str, Any]:
    """The filters that were named, one kernel each; a layer with a bias for each filter gets as many."""
    made: dict[str, Any] = {}
    names = getattr(options, "kernel", None)
    if names is not None:
        made[KERNELS] = tuple((Drawn(kernel_rows(name), name),) for name in names)
    count = len(made.get(KERNELS, getattr(lab.default, KERNELS, ())))
    default = getattr(lab.default, "bias", None)
    if not isinstance(default, tuple):
        return made
    bias = wanted.get("bias", default)
    alike = len(bias) == 1 or "bias" not in wanted
    return {**made, "bias": (bias + bias[-1:] * count)[:count] if alike else bias}


def _check_used(layer: Any, typed: dict[Option, Any]) -> None:
    """Refuses options that a panel would not show with this layer: they would change nothing."""
    for option in typed:
        if option.control is not None and not option.control.shown(layer):
            raise Refusal("option_unused", option=option.flag)


def _check_offered(story: Story, typed: dict[Option, Any]) -> None:
    """Refuses values that a panel would not offer with this story, such as groups that divide no channels."""
    for option, value in typed.items():
        if isinstance(option.control, Offer):
            allowed = tuple(str(offered) for offered, _ in option.control.options(story))
            check_choice(option.flag, str(value), allowed)


# --- where one looks


def _at_places(lab: Lab, story: Story, options: argparse.Namespace) -> Story:
    """The story at the row, the slice … that the options name, and at their output channel."""
    for option, number in chosen(options, places_of(lab)).items():
        control = option.control
        assert isinstance(control, Place)
        _check_used(story.scene.layer, {option: number})
        check_range(option.flag, number, control.most(story))
        story = tell(replace(story.scene, **control.change(story, number)), story.source, lab)
    return _with_output(lab, story, options.output_channel)


def _with_output(lab: Lab, story: Story, channel: int | None) -> Story:
    if channel is None:
        return story
    check_range("--output-channel", channel, story.shape[0] - 1)
    return tell(replace(story.scene, output=channel), story.source, lab)


def check_range(name: str, value: int, most: int) -> None:
    """Refuses a number that is not from 0 to `most`."""
    if not 0 <= value <= most:
        raise SpecError("out_of_range", name=name, value=value, least=0, most=most)


def check_cell(story: Story, row: int, col: int) -> None:
    """Refuses a cell that the output does not have."""
    _, height, width = story.shape
    if not (0 <= row < height and 0 <= col < width):
        raise SpecError("no_such_cell", row=row, col=col, last_row=height - 1, last_col=width - 1)
