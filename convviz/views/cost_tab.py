"""What the layer costs: numbers to learn, multiplications, memory, and how far one output cell sees."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from convviz.core.along import first_and_last
from convviz.core.kernel_text import shown
from convviz.core.sizes import Cost
from convviz.i18n import Message, msg, tr
from convviz.labs.amounts import grouped, size
from convviz.labs.story import Story
from convviz.views.facts import Facts

FACTS = {
    "Parameters": "Weights and biases: the numbers that a network learns.",
    "One window": "Multiply-accumulates (MACs) for one output cell; adding the bias is not counted. "
    "A maximum compares and a mean adds: these operations multiply nothing and are no MACs.",
    "Whole output": "Multiply-accumulates, and operations without a product, for every output cell of every "
    "feature map.",
    "Input": "Memory of the input: channels × rows × columns, at its own depth.",
    "Output": "Memory of the output: feature maps × rows × columns, 4 bytes each (float32).",
    "Weights": "Memory of weights and biases, 4 bytes each (float32).",
    "Receptive field": "Input cells that one output cell sees, from first tap to last: rows × columns, of a "
    "stack slices × rows × columns.",
    "Jump": "Input cells from one window to the next: rows, columns. This is the stride.",
    "Start": "Where the first window begins: row, column. Negative is in the padding.",
}
WEIGHT_BYTES = 4


class CostTab(QWidget):
    """The cost of a layer on its input."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts(FACTS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facts)
        column.addStretch(1)

    def show_story(self, story: Story) -> None:
        """Shows what a story's layer costs on its input."""
        cost = story.operation.cost(story.spec, story.x.shape)
        axes = (story.through, *story.along) if story.through else story.along
        ends = [first_and_last(along, 0, 1) for along in axes]
        texts: dict[str, str | Message] = {
            "Parameters": parameters(cost),
            "One window": work(cost, cost.output_cells),
            "Whole output": work(cost),
            "Input": memory(story.x.shape, story.x.dtype.itemsize),
            "Output": memory(story.shape, WEIGHT_BYTES),
            "Weights": size(cost.parameters * WEIGHT_BYTES),
            "Receptive field": " × ".join(str(last - first + 1) for first, last in ends),
            "Jump": ", ".join(shown(along.step) for along in axes),
            "Start": ", ".join(shown(first) for first, _ in ends),
        }
        for name, text in texts.items():
            self.facts.show_fact(name, tr(text))


def work(cost: Cost, cells: int = 1) -> Message:
    """What is done, shared among so many cells: MACs, and what pooling compares or adds."""
    values = {"macs": shared(cost.macs, cells), "operations": shared(cost.operations, cells)}
    if cost.macs and cost.operations:
        return msg("{macs} MACs + {operations} operations", **values)
    return msg("{operations} operations" if cost.operations else "{macs} MACs", **values)


def shared(count: int, cells: int) -> str:
    """What each of the cells takes; a mean has two decimals."""
    return grouped(count // cells) if count % cells == 0 else f"{count / cells:,.2f}"


def parameters(cost: Cost) -> Message:
    """Weights and biases written out: "9 + 1 = 10"."""
    return msg(
        "{weights} + {biases} = {sum}",
        weights=grouped(cost.weights),
        biases=grouped(cost.biases),
        sum=grouped(cost.parameters),
    )


def memory(shape: tuple[int, int, int], each: int) -> Message:
    """Cells, and the bytes they take: "1 × 7 × 7: 49 bytes"."""
    channels, height, width = shape
    bytes_ = size(channels * height * width * each)
    return msg(
        "{channels} × {height} × {width}: {size}", channels=channels, height=height, width=width, size=bytes_
    )
