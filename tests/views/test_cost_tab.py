"""What the inspector says of a layer's cost."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.fast import convolve
from convviz.core.fast.layer import Layer
from convviz.i18n import tr
from convviz.labs.amounts import size
from convviz.scene.scene import Preset, replace
from convviz.views.cost_tab import CostTab
from tests.labs.scenes import MANY, pooled, resized, stacked, story, transposed
from tests.views.stories import layered, story_of


@pytest.fixture
def tab(qtbot):
    tab = CostTab()
    qtbot.addWidget(tab)
    tab.resize(270, 330)
    return tab


def test_one_kernel_on_49_cells(tab) -> None:
    tab.show_story(story_of())
    assert {
        name: tab.facts.fact(name) for name in ("Parameters", "One window", "Whole output", "Weights")
    } == {
        "Parameters": "9 + 1 = 10",
        "One window": "9 MACs",
        "Whole output": "441 MACs",
        "Weights": "40 bytes",
    }
    assert tab.facts.fact("Input") == "1 × 7 × 7: 49 bytes"
    assert tab.facts.fact("Output") == "1 × 7 × 7: 196 bytes"
    assert [tab.facts.fact(name) for name in ("Receptive field", "Jump", "Start")] == [
        "3 × 3",
        "1, 1",
        "−1, −1",
    ]


def test_pooling_has_operations_and_no_macs(tab) -> None:
    tab.show_story(story(pooled()))
    assert (tab.facts.fact("One window"), tab.facts.fact("Whole output")) == ("4 operations", "64 operations")
    tab.show_story(story(resized(mode="area", scale=(0.6, 1.0))))  # 2 rows of 8 each, 4 times
    assert tab.facts.fact("One window") == "2 operations"
    tab.show_story(story(resized(mode="area", scale=(0.7, 0.25))))  # 5 of 8: 12 rows; 2 of 8: 8 columns
    assert tab.facts.fact("One window") == "9.60 operations"


def test_a_finer_output_jumps_by_a_part_of_an_input_cell(tab) -> None:
    tab.show_story(story(transposed(output_padding=(0, 0))))
    assert [tab.facts.fact(name) for name in ("Receptive field", "Jump", "Start")] == [
        "2 × 2",
        "0.5, 0.5",
        "0, 0",
    ]


def test_cs231n_layer_of_ten_5_by_5_filters_has_760_parameters(tab) -> None:
    """CS231n, convolution layer: 32×32×3 with ten 5×5×3 filters, 750 weights and 10 biases."""
    filters = ((Preset("box-5x5"),),) * 10
    scene = layered(filters=filters, bias=(0.0,) * 10, mix="sum", padding="valid")
    tab.show_story(story_of(replace(scene, channel="all"), np.zeros((3, 32, 32), np.uint8)))
    assert tab.facts.fact("Parameters") == "750 + 10 = 760"
    assert tab.facts.fact("One window") == "75 MACs"
    assert tab.facts.fact("Whole output") == "588,000 MACs"
    assert tab.facts.fact("Output") == "10 × 28 × 28: 31.4 KB"


def test_dilation_widens_the_field_and_stride_is_the_jump(tab) -> None:
    scene = layered(stride=(2, 1), dilation=(1, 2), padding=(0, 0, 1, 2))
    tab.show_story(story_of(scene, np.zeros((1, 20, 20), np.uint16)))
    assert [tab.facts.fact(name) for name in ("Receptive field", "Jump", "Start")] == [
        "3 × 5",
        "2, 1",
        "0, −1",
    ]
    assert tab.facts.fact("Input") == "1 × 20 × 20: 800 bytes"


def test_an_enlarged_picture_jumps_by_parts_of_cells(tab) -> None:
    tab.show_story(story(resized(mode="bicubic", scale=(2.0, 0.5))))
    assert [tab.facts.fact(name) for name in ("Parameters", "Receptive field", "Jump", "Start")] == [
        "0 + 0 = 0",
        "4 × 4",
        "0.5, 2",
        "−2, −1",
    ]


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.00 KB"), (36_578_304, "36.6 MB"), (800_000_000, "800 MB"),
     (1_500_000_000, "1.50 GB")],
)  # fmt: skip
def test_sizes(count: int, text: str) -> None:
    assert tr(size(count)) == text


def test_a_stack_is_seen_along_its_depth_too(tab) -> None:
    tab.show_story(story(stacked(stride=(2, 1, 1), dilation=(3, 1, 1), padding=(1, 0, 0, 0, 2, 2)), MANY))
    assert [tab.facts.fact(name) for name in ("Receptive field", "Jump", "Start")] == [
        "7 × 3 × 3",
        "2, 1, 1",
        "−1, 0, −2",
    ]
    assert tab.facts.fact("Parameters") == "27 + 1 = 28"
    assert tab.facts.fact("Input") == "64 × 20 × 20: 25.6 KB"


@pytest.mark.parametrize(
    ("scene", "side"),
    [
        (layered(), 7),
        (layered(stride=(2, 2), padding=(2, 2, 2, 2), dilation=(4, 4)), 200),
        (layered(filters=((Preset("gaussian-5x5"),),)), 900),
    ],
)
def test_how_the_output_is_computed_is_told_by_the_plan_itself(tab, scene, side: int) -> None:
    told = story_of(scene, np.zeros((1, side, side), np.uint8))
    tab.show_story(told)
    x, weight, _ = told.operands
    layer = Layer(told.spec, x, weight, told.shape)
    assert tab.facts.fact("Computed by") == tr(convolve.plan(layer).reason(layer))
