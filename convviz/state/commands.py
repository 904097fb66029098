"""What a person can do, each as one change of the scene or one move of the player.

Menus, buttons, keys and the mouse all come here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from PySide6.QtCore import QObject

from convviz.core import kernels, painting
from convviz.core.errors import SpecError
from convviz.core.interest import liveliest
from convviz.core.spec import check_positive
from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.labs.lab import Lab, Opens
from convviz.labs.story import kernel_rows
from convviz.scene.checks import check_most
from convviz.scene.reading import input_part, placed
from convviz.scene.scene import (
    Canvas,
    Drawn,
    FilePicture,
    Kernel,
    Picture,
    Preset,
    Region,
    Rows,
    SamplePicture,
    Scene,
    replace,
    with_filters,
    with_kernels,
)
from convviz.state import regions
from convviz.state.player import Player
from convviz.state.session import Session

Cells = Iterable[tuple[int, int]]
Tool = Callable[[Rows], Rows]

MAX_FILTERS = 64
"""Filters of a layer made by hand."""

TOOLS: dict[str, Tool] = {
    "rotate": painting.rotated,
    "flip": painting.flipped,
    "transpose": painting.transposed,
    "normalise": painting.normalised,
    "clear": painting.cleared,
}


class Commands(QObject):
    """Acts on a session and its player."""

    def __init__(self, session: Session, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.store, self.player = session, session.store, player
        self._newest: Picture | None = None
        self._lab: Lab | None = None
        self._opening: regions.Opening | None = None

    # --- pictures

    def open_file(self, path: str) -> None:
        """Shows the picture in a file."""
        picture = FilePicture(path)
        if self.store.scene.picture != picture:
            self.store.sources.forget(picture)
        self._show(picture)

    def open_sample(self, name: str) -> None:
        """Shows one of the program's own pictures."""
        self._show(SamplePicture(name))

    def new_canvas(self, height: int, width: int) -> None:
        """Shows a black picture to paint on; all of it is on the stage if it is small."""
        self._newest = None

        def change(scene: Scene) -> Scene:
            canvas = Canvas(height, width, bytes(height * width))
            return replace(scene, picture=canvas, crop=None, region=regions.from_corner(scene, height, width))

        self.store.edit(change)

    def _show(self, picture: Picture) -> None:
        self._newest = picture

        def change(scene: Scene) -> Scene:
            if picture is not self._newest:  # while it was read, another one was asked for
                return scene
            new = replace(scene, picture=picture, crop=None)
            return placed(replace(new, region=self._begin(new)))

        self.store.edit(change)

    def _begin(self, scene: Scene) -> Region:
        """A region of the chosen size where the picture has something to see."""
        source = self.store.sources.get(scene)
        if source is None:  # not read yet; the change is asked again when it is
            return scene.region
        sh, sw = scene.layer.step
        region = scene.region
        row, col = liveliest(source.planes[0], ceil(region.height * sh), ceil(region.width * sw))
        begun = replace(scene, region=replace(region, top=row // sh, left=col // sw))
        return regions.into_input(begun, *source.planes.shape[1:]).region

    def paint_pixels(self, cells: Cells, value: int, gesture: object) -> None:
        """Paints cells of the canvas; other pictures are not painted on."""
        places = list(cells)

        def change(scene: Scene) -> Scene:
            picture = scene.picture
            if not isinstance(picture, Canvas):
                raise SpecError("not_a_canvas")
            read = input_part(scene, picture.height, picture.width)
            down, along = (read.top, read.left) if read else (0, 0)
            moved = [(row + down, col + along) for row, col in places]
            pixels = painting.with_pixels(picture.pixels, picture.width, moved, value)
            return replace(scene, picture=Canvas(picture.height, picture.width, pixels))

        self.store.edit(change, gesture)

    def crop(self, top: int, left: int, height: int, width: int) -> None:
        """Makes a part of the input the whole input; all of its output is on the stage if it is small."""

        def change(scene: Scene) -> Scene:
            part = self._within_picture(scene, Region(top, left, height, width))
            region = regions.from_corner(scene, part.height, part.width)
            return placed(replace(scene, crop=part, region=region))

        self.store.edit(change)

    def crop_to_stage(self) -> None:
        """Makes the whole input of what the stage's windows span, so that padding is met around it.

        The part is as large as gives an output of the stage's size, with the padding there is.
        """
        story = self.session.story
        if story is None:
            return
        region, (rows, cols) = story.region(self.player.moment.step), story.along
        part = Region(
            int(round(region.top * rows.step, 6)),  # 49 steps of 1/49 are a whole cell
            int(round(region.left * cols.step, 6)),
            rows.needed(region.height),
            cols.needed(region.width),
        )

        def change(scene: Scene) -> Scene:
            return replace(
                scene, crop=self._within_picture(scene, part), region=replace(region, top=0, left=0)
            )

        self.store.edit(change)

    def _within_picture(self, scene: Scene, part: Region) -> Region:
        """A part of the input as a part of the picture."""
        source = self.store.sources.get(scene)
        read = input_part(scene, *source.planes.shape[1:]) if source else scene.crop
        if read:
            part = replace(part, top=part.top + read.top, left=part.left + read.left)
        return part.clipped(*source.planes.shape[1:]) if source else part

    def uncrop(self) -> None:
        """Reads the whole picture again, at the place that was cropped."""

        def change(scene: Scene) -> Scene:
            if scene.crop is None:
                return scene
            (sh, sw), crop, region = scene.layer.step, scene.crop, scene.region
            moved = replace(region, top=crop.top // sh + region.top, left=crop.left // sw + region.left)
            return replace(scene, crop=None, region=moved)

        self.store.edit(change)

    # --- the operation

    def choose_operation(self, number: int) -> None:
        """Another lab of LABS, at the same place of the picture, with the layer it begins with."""
        lab = self._lab = LABS[number]

        def change(scene: Scene) -> Scene:
            # While its input was read, another lab may have been asked for.
            if lab is not self._lab or type(scene.layer) is lab.layer_type:
                return scene
            left = self._opening.left(scene) if self._opening else scene
            new = regions.at_other_stride(
                replace(left, layer=lab.default, show=lab.show, output=0), left.layer.step
            )
            new = regions.reshaped(new, left.layer.one_row)
            if source := self.store.sources.get(new):
                new = regions.into_input(new, *source.planes.shape[1:])
            if not isinstance(lab, Opens):
                return new
            self._opening = regions.Opening(left, lab.opening(new))
            return self._opening.after

        self.store.edit(change)

    # --- kernels

    def pick_kernel(self, name: str) -> None:
        """A kernel of the table in every place of the layer."""
        self._set_kernels(lambda _: Preset(name))

    def use_kernel(self, kernel: Kernel) -> None:
        """A kernel of the user's own in every place of the layer."""
        self._set_kernels(lambda _: kernel)

    def set_parameter(self, name: str, value: float, gesture: object = None) -> None:
        """Moves a slider of the kernels that have it."""

        def changed(kernel: Kernel) -> Kernel:
            if not isinstance(kernel, Preset):
                return kernel
            known = {p.name for p in kernels.find(kernel.id).parameters}
            if name not in known:
                return kernel
            moved = Preset(kernel.id, tuple({**dict(kernel.parameters), name: value}.items()))
            kernel_rows(moved)  # refuses a value out of range
            return moved

        self._set_kernels(changed, gesture)

    def resize_kernel(self, height: int, width: int) -> None:
        """Other rows or columns, the centre kept."""
        self._redraw_all(lambda rows: painting.resized(rows, height, width))

    def use_tool(self, name: str) -> None:
        """Rotates, flips, transposes, normalises or clears every kernel of the filter on the stage."""
        tool = TOOLS[name]
        self._redraw_filter(lambda n, rows: tool(rows))

    def paint_kernel(self, spot: Spot, cells: Cells, value: float, gesture: object) -> None:
        """Gives weights of one kernel a value; the cells are as the stage shows them."""
        story = self.session.story
        if story is None:
            return
        which, channel, _, _ = self.session.lab.kernel_cell(story, spot)
        shown = [Spot("kernel", row, col, channel) for row, col in cells]
        places = [self.session.lab.kernel_cell(story, each)[2:] for each in shown]
        if painted_itself := getattr(story.scene.layer, "painted", None):
            self.store.edit(lambda scene: replace(scene, layer=painted_itself(which, places, value)), gesture)
            return

        def painted(n: int, rows: Rows) -> Rows:
            return painting.with_cells(rows, places, value) if n == channel else rows

        self._redraw_filter(painted, gesture, one=True)

    def _set_kernels(self, change: Callable[[Kernel], Kernel], gesture: object = None) -> None:
        def edited(scene: Scene) -> Scene:
            filters = tuple(
                tuple(change(kernel) for kernel in row) for row in with_kernels(scene.layer).filters
            )
            return replace(scene, layer=replace(scene.layer, filters=filters))

        self.store.edit(edited, gesture)

    def _redraw_all(self, change: Callable[[Rows], Rows]) -> None:
        self._set_kernels(lambda kernel: _drawn(kernel, change(kernel_rows(kernel))))

    def _redraw_filter(
        self, change: Callable[[int, Rows], Rows], gesture: object = None, one: bool = False
    ) -> None:
        """Redraws the kernels of the filter on the stage; a summed filter gets one for each channel first.

        Before `one` is redrawn alone, what multiplies it with those beside it is multiplied in.
        """

        def edited(scene: Scene) -> Scene:
            if one:
                scene = replace(scene, layer=with_kernels(scene.layer).drawn(kernel_rows))
            filters, story = with_kernels(scene.layer).filters, self.session.story
            here = (story.output if story else 0) % len(filters)
            count = story.spec.weight_shape[1] if story else 1
            row = filters[here]
            row = tuple(row[n if n < len(row) else -1] for n in range(max(count, len(row))))
            new = tuple(_drawn(kernel, change(n, kernel_rows(kernel))) for n, kernel in enumerate(row))
            if all(kernel == new[0] for kernel in new):
                new = new[:1]
            changed = (*filters[:here], new, *filters[here + 1 :])
            return replace(scene, layer=replace(scene.layer, filters=changed))

        self.store.edit(edited, gesture)

    # --- the layer

    def set_layer(self, choices: dict[str, object], gesture: object = None) -> None:
        """Changes parameters. A stride above 1 turns padding 'same' into the numbers it stood for.

        The region moves to the outputs that lie, at another stride, where it lay in the picture.
        """

        def change(scene: Scene) -> Scene:
            wanted = dict(choices)
            strides = {*wanted.get("stride", (1,))}  # type: ignore[misc]
            if getattr(scene.layer, "padding", None) == "same" and strides != {1}:
                wanted.setdefault("padding", self._same_pads())
            layer = replace(scene.layer, **wanted)
            return regions.from_same_corner(scene, replace(scene, layer=layer))

        self.store.edit(change, gesture)

    def _same_pads(self) -> tuple[int, ...]:
        """As many numbers as the layer has sides."""
        story = self.session.story
        return getattr(story.spec, "margins", story.spec.pads) if story else (0, 0, 0, 0)

    def set_filters(self, count: int) -> None:
        """Adds or takes filters of a summed layer; a new one begins as a copy of the last."""

        def change(scene: Scene) -> Scene:
            check_positive("filters", count)
            check_most("filters", count, MAX_FILTERS)
            layer = with_filters(scene.layer)
            more = max(0, count - len(layer.filters))
            filters = (layer.filters + layer.filters[-1:] * more)[:count]
            bias = (layer.bias + layer.bias[-1:] * more)[:count]
            output = min(scene.output, count - 1)
            return replace(scene, output=output, layer=replace(layer, filters=filters, bias=bias))

        self.store.edit(change)

    def set_bias(self, value: float, gesture: object = None) -> None:
        """The bias of the filter on the stage."""

        def change(scene: Scene) -> Scene:
            bias = list(with_filters(scene.layer).bias)
            bias[(self.session.story.output if self.session.story else 0) % len(bias)] = value
            return replace(scene, layer=replace(scene.layer, bias=tuple(bias)))

        self.store.edit(change, gesture)

    # --- where one looks

    def go_to(self, row: int, col: int) -> None:
        """Shows an output cell finished; the region moves so that it holds the cell."""
        story = self.session.story
        if story is None:
            return
        _, height, width = story.shape
        if not (0 <= row < height and 0 <= col < width):
            refusal = SpecError("no_such_cell", row=row, col=col, last_row=height - 1, last_col=width - 1)
            self.store.refused.emit(refusal.message)
            return
        self.player.pause()
        self._show_cell(row, col)

    def _show_cell(self, row: int, col: int) -> None:
        story = self.session.story
        if story and story.step_of(row, col) is None:
            self.store.look(region=regions.around(story.scene.stage, row, col, story))
            story = self.session.story
        step = story.step_of(row, col) if story else None
        if step is not None:
            self.player.go(step)

    def show_cells(self, count: int) -> None:
        """How many output cells are on the stage, along each axis; the cell that is shown stays."""
        story = self.session.story
        if story is None:
            return
        _, row, col = story.cell(self.player.moment.step)
        self.store.set(region=regions.holding(story.region(self.player.moment.step), row, col, count))
        self._show_cell(row, col)

    def set_speed(self, speed: float) -> None:
        """Steps per second."""
        self.store.look(speed=speed)

    def set_scope(self, scope: str) -> None:
        """Plays the region or the whole output, going on at the cell that is shown."""
        story = self.session.story
        if story is None:
            return
        _, row, col = story.cell(self.player.moment.step)
        self.store.look(scope=scope)
        self._show_cell(row, col)


def _drawn(kernel: Kernel, rows: Rows) -> Kernel:
    """The kernel with other weights; itself when they are the same."""
    if rows == kernel_rows(kernel):
        return kernel
    return Drawn(rows, kernel.name if isinstance(kernel, Drawn) else "")
