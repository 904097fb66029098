"""What the inspector says of a kernel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from convviz.core import analysis
from convviz.scene.scene import Drawn, replace
from convviz.views.kernel_tab import SEPARABLE, SUM, SYMMETRY, KernelTab
from tests.views.stories import kernel_scene, layered, story_of


@pytest.fixture
def tab(qtbot):
    tab = KernelTab()
    qtbot.addWidget(tab)
    tab.resize(270, 330)
    return tab


def test_sobel(tab) -> None:
    tab.show_story(story_of())
    assert tab.facts.fact(SUM) == "0"
    assert tab.facts.fact(SEPARABLE) == "yes: [1 2 1]ᵀ·[−1 0 1]"
    assert tab.facts.fact(SYMMETRY) == "odd in x, even in y"
    assert tab.sentence.text() == "Passes changes along x, blocks flat areas."


def test_a_kernel_that_is_not_separable_tells_its_rank(tab) -> None:
    tab.show_story(story_of(kernel_scene("laplacian-4")))
    assert tab.facts.fact(SEPARABLE) == "no, rank 2"


def test_long_factors_are_shortened_in_the_middle(tab) -> None:
    row = tuple(float(n) for n in range(1, 12))
    tab.show_story(story_of(kernel_scene(Drawn((row,)))))
    assert tab.facts.fact(SEPARABLE) == "yes: [1]ᵀ·[1 2 … 10 11]"


def test_it_is_the_kernel_of_the_filter_on_the_stage(tab) -> None:
    filters = ((Drawn(((1.0,),)),), (Drawn(((5.0,),)),))
    scene = layered(filters=filters, bias=(0.0, 0.0))
    tab.show_story(story_of(replace(scene, output=1)))
    assert tab.facts.fact(SUM) == "5"


def test_the_response_is_drawn_dark_where_nothing_passes(tab, qtbot) -> None:
    """Sobel x blocks level stripes, and what is flat, in the middle; it passes upright ones best."""
    tab.show_story(story_of())
    tab.show()
    image = tab.response.grab().toImage()
    box = tab.response.square
    middle = image.pixelColor(box.center().toPoint())
    beside = image.pixelColor((box.center() - QPointF(box.width() / 4, 0)).toPoint())
    assert middle.lightness() < 70 < 100 < beside.lightness()
    tab.close()


def test_a_story_with_the_same_kernel_costs_nothing(tab, monkeypatch) -> None:
    gain, asked = analysis.gain, []
    monkeypatch.setattr(analysis, "gain", lambda rows: asked.append(rows) or gain(rows))
    tab.show_story(story_of())
    assert asked
    asked.clear()
    tab.show_story(story_of(layered(stride=(2, 2), padding="valid")))
    assert not asked
