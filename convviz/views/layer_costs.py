"""What a layer of the calculator costs, and how far one of its output cells sees."""

from __future__ import annotations

from math import prod

from convviz.core.layer_sizes import KINDS, Field, field
from convviz.core.stacks import Row
from convviz.i18n import msg, tr
from convviz.labs.amounts import grouped, size
from convviz.views.axis_entries import cells_text
from convviz.views.cost_tab import parameters, shared
from convviz.views.facts import Facts

FACTS = {
    "Parameters": "Weights + biases: the numbers that a network learns.",
    "MACs": "Multiply-accumulates for the whole output; adding the bias is not counted. Pooling has none.",
    "Per output cell": "Multiply-accumulates divided by output cells.",
    "Operations": "Comparisons of a maximum, additions of a mean: without products, so they are no MACs.",
    "Input": "Memory of the layer's input: channels × cells along each axis.",
    "Output": "Memory of the layer's output: channels × cells along each axis.",
    "Weights": "Memory of weights and biases.",
    "Receptive field": "Cells of this layer's input that an output cell sees, from first tap to last.",
    "Jump": "Input cells from one output cell to the next.",
    "Start": "Where the first output cell's field begins. Negative is in the padding.",
}


class LayerCosts(Facts):
    """Facts of one row of a stack; a layer that does nothing but multiply and add has no other operations."""

    def __init__(self) -> None:
        super().__init__(FACTS)

    def show_row(self, row: Row | None, each: int) -> None:
        """Shows a row, numbers taking `each` bytes; None shows dashes."""
        if row is None:
            for name in FACTS:
                self.show_fact(name, "—")
            return
        cost, alone = row.cost, _alone(row)
        before, after = prod(row.before), prod(row.after)
        texts = {
            "Parameters": tr(parameters(cost)),
            "MACs": grouped(cost.macs),
            "Per output cell": shared(cost.macs, cost.output_cells),
            "Operations": grouped(cost.operations) if cost.operations else "",
            "Input": tr(msg("{shape}: {size}", shape=cells_text(row.before), size=size(before * each))),
            "Output": tr(msg("{shape}: {size}", shape=cells_text(row.after), size=size(after * each))),
            "Weights": tr(size(cost.parameters * each)),
            "Receptive field": cells_text([one.size for one in alone]),
            "Jump": ", ".join(str(one.jump) for one in alone),
            "Start": ", ".join("—" if one.start is None else str(one.start) for one in alone),
        }
        for name, text in texts.items():
            self.show_fact(name, text.replace("-", "−"))


def _alone(row: Row) -> list[Field]:
    """The field along each axis of this layer alone, not of those below it."""
    layer = row.layer
    sizes = zip(row.before[1:], row.after[1:], strict=True)
    return [field([(KINDS[layer.kind], layer.axis(n, i))], o) for n, (i, o) in enumerate(sizes)]
