"""Channels, filters and groups in the parts of the window that all operations share."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from convviz.scene.scene import Preset
from convviz.views.cost_tab import CostTab
from convviz.views.parameters import Parameters
from tests.labs.scenes import COLOUR, GREY, SMALL, alike, drawn, grouped, story
from tests.views.test_parameters import enter


def shown(qtbot: QtBot, told) -> Parameters:
    panel = Parameters()
    qtbot.addWidget(panel)
    panel.show_story(told)
    panel.show()
    return panel


def maps(panel: Parameters) -> list[str]:
    return [panel.output.output.itemText(n) for n in range(panel.output.output.count())]


def test_filters_are_added_and_taken_even_where_there_is_one(qtbot: QtBot) -> None:
    panel = shown(qtbot, story(grouped(maps=0, **alike(1, drawn(3, 3))), GREY))
    assert panel.output.filters.isVisible()
    assert not panel.output.mix.isVisible()
    with qtbot.waitSignal(panel.layer_requested) as asked:
        enter(panel.output.filters, "3")
    assert asked.args[0] == {"filters": ((drawn(3, 3),),) * 3, "bias": (0.0,) * 3}


def test_the_output_is_chosen_by_its_filter(qtbot: QtBot) -> None:
    assert maps(shown(qtbot, story(grouped(4)))) == [f"filter {n}" for n in range(8)]
    six = alike(6, Preset("sobel-x"))
    assert maps(shown(qtbot, story(grouped(3, **six)))) == [f"filter {n}" for n in range(6)]
    colours = shown(qtbot, story(grouped(3, maps=0, **six), COLOUR))
    assert maps(colours) == ["R, 0", "R, 1", "G, 0", "G, 1", "B, 0", "B, 1"]


def test_channels_are_chosen_where_the_picture_is_the_input(qtbot: QtBot) -> None:
    assert not shown(qtbot, story(grouped())).output.channel.isVisible()
    assert shown(qtbot, story(grouped(maps=0), COLOUR)).output.channel.isVisible()


def test_the_cost_follows_the_groups(qtbot: QtBot) -> None:
    tab = CostTab()
    qtbot.addWidget(tab)
    for groups, parameters, window in ((1, "576 + 8 = 584", "72 MACs"), (8, "72 + 8 = 80", "9 MACs")):
        tab.show_story(story(grouped(groups), SMALL))
        assert tab.facts.fact("Parameters") == parameters
        assert tab.facts.fact("One window") == window
