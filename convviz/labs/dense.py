"""From dense to convolution: the same outputs of the same input, with fewer and fewer weights to learn."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import Any, Literal

from convviz.core.dense_spec import DenseSpec, weights
from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.figure.figure import Figure, Mark, Spot
from convviz.i18n import Message, msg
from convviz.labs.controls import Control, Pair, Pick, Whole
from convviz.labs.dense_counts import in_numbers
from convviz.labs.dense_stage import draw
from convviz.labs.explaining import sentences
from convviz.labs.lab import Array, Look
from convviz.labs.program import dense_program
from convviz.labs.sizes_text import valid_formula
from convviz.labs.story import Story
from convviz.labs.window import View, look_at
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.dense import DenseLayer
from convviz.scene.reading import placed
from convviz.scene.scene import Scene


class DenseLab:
    """A fully connected layer, made local, made to share its weights."""

    layer_type: type = DenseLayer
    operation = "dense"
    title = "From dense to convolution"
    default: Any = DenseLayer()
    show = "signed"
    panel: tuple[str, ...] = ("output",)
    tells: Literal["below", "but input", "all"] = "below"
    controls: tuple[Control, ...] = (
        Pick(
            "connections",
            "Connections",
            "Dense: every output reads every input. Local: only its neighbourhood. "
            "Shared: with the same weights everywhere, which is convolution.",
            (("dense", "dense"), ("local", "local"), ("shared", "shared")),
        ),
        Pair("kernel_size", "Window size", "Rows and columns of the neighbourhood of an output."),
        Pair(
            "input_size", "Input size", "Cells of the picture that are read, at most 16 × 16: rows, columns."
        ),
        Pair("corner", "Input begins at", "Where in the picture these cells begin: row, column.", least=0),
        Whole("seed", "Seed", "Which random weights: another number, other weights.", 0, 9999),
    )

    def opening(self, scene: Scene) -> Scene:
        """On the cells in the middle of what was looked at."""
        return placed(scene)

    def operands(self, layer: DenseLayer, x: Array) -> tuple[DenseSpec, tuple[Array, ...]]:
        """The spec for the input there is, and the weights of its seed."""
        channels, height, width = x.shape
        spec = DenseSpec(layer.connections, (channels, height, width), layer.kernel_size, layer.seed)
        return spec, (x, *weights(spec))

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, multiply, add, then the bias, write, rest."""
        return (
            Phase("slide", 0.1),
            Phase("multiply", 0.24),
            Phase("add", 0.16),
            Phase("bias", 0.08),
            Phase("write", 0.12),
            Phase(REST, 0.3),
        )

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """Input, weights, products and output; below them how many numbers there are to learn."""
        view = look_at(story, moment, None)
        spot = look.spot and _tap(look.spot, view.step)
        view = look_at(story, moment, spot)
        sentence = said(view, look.spot)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, sentence)), sentence)

    def explain(self, story: Story, moment: Moment) -> Message:
        """What this output reads, whose its weights are, and how many of them each turn leaves."""
        return sentences(of_step(story, story.step(moment.step), moment.computed), *in_numbers(story.spec))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """As many outputs as the window has places, whatever they are connected to."""
        return valid_formula(story.x.shape, story.spec.window)

    def program(self, story: Story, language: str) -> str:
        """See program.dense_program."""
        return dense_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weights come from a seed; there is no cell of them to edit."""
        raise LookupError(spot)


def _tap(spot: Spot, step: Step) -> Spot:
    """A cell of weights or products, which stands over an input, as the tap of the window that it is."""
    if spot.grid not in ("weights", "products"):
        return spot
    i, j = spot.row - int(step.rows[0]), spot.col - int(step.cols[0])
    inside = 0 <= i < step.rows.size and 0 <= j < step.cols.size
    return replace(spot, grid="patch", row=i, col=j) if inside else replace(spot, grid="unconnected")


def said(view: View, spot: Spot | None) -> Message:
    """Of the cell pointed at, else of the step."""
    if spot and view.spot and spot.grid in ("weights", "products"):
        return _of_weight(view, spot)
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col):
        readers = int(((view.output_marks & Mark.LIT) > 0).sum())
        return msg(
            "Output cells that read row {row}, column {col}: {n} of the {of} on the stage.",
            row=spot.row,
            col=spot.col,
            n=readers,
            of=view.region.height * view.region.width,
        )
    return of_step(view.story, view.step, view.computed)


def _of_weight(view: View, spot: Spot) -> Message:
    """What a weight meets, and how often it is used."""
    step, place = view.step, {"row": spot.row, "col": spot.col}
    if view.tapped is None or not view.spot or view.spot.grid != "patch":
        return msg(
            "No connection: this output has no weight for row {row}, column {col}, as if it were 0.", **place
        )
    n, i, j = view.tapped
    source = "{x} × {w} = {product}: a weight that meets row {row}, column {col} and nothing else."
    if view.story.spec.connections == "shared":
        source = "{x} × {w} = {product} at row {row}, column {col}: all {outputs} outputs use this weight."
    return msg(
        source,
        x=shown(float(step.values[n, i, j])),
        w=shown(float(step.weights[n, i, j])),
        product=shown(float(step.products[n, i, j])),
        outputs=prod(view.story.shape),
        **place,
    )


OF_STEP = {
    "dense": "Row {row}, column {col} reads all {taps} inputs, each with a weight that only this output "
    "has{result}.",
    "local": "Row {row}, column {col} reads only its {kh} × {kw} neighbourhood, with {taps} weights of its "
    "own{result}.",
    "shared": "Row {row}, column {col} reads its neighbourhood with the same {taps} weights as all others, "
    "which is convolution{result}.",
}


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """What an output reads, whose its weights are, and what it comes to once computed."""
    _, row, col = step.cell
    kh, kw = story.spec.window
    return msg(
        OF_STEP[story.spec.connections],
        row=row,
        col=col,
        taps=step.products.size,
        kh=kh,
        kw=kw,
        result=msg("; the result is {y}", y=shown(step.value)) if computed else msg(""),
    )
