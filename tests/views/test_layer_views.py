"""A whole layer in the views that all operations share."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from convviz.figure.figure import Mark, Spot
from convviz.scene.scene import Region
from convviz.views.control_section import ControlSection
from convviz.views.cost_tab import CostTab
from convviz.views.parameters import Parameters
from tests.labs.scenes import COLOUR, chained, story
from tests.views.test_stage import Audience

ALL = chained(region=Region(0, 0, 4, 4))


def test_cells_of_every_map_can_be_asked_about(qtbot: QtBot) -> None:
    audience = Audience(qtbot)
    audience.tell(story(ALL))
    for name in ("convolved", "activated"):
        audience.move(Spot(name, 5, 2))
        assert audience.stage.figure
        assert audience.stage.figure.grids(name)[0].marks[5, 2] & Mark.LIT
    assert audience.asks == [("asked", True)]


def test_a_weight_is_typed_into_its_kernel(qtbot: QtBot) -> None:
    audience = Audience(qtbot)
    audience.tell(story(ALL))
    audience.click(Spot("kernel", 0, 2))
    audience.type("3")
    ((spot, cells, value, _),) = audience.only("weights_requested")
    assert (spot, cells, value) == (Spot("kernel", 0, 2), ((0, 2),), 3)


def test_the_cost_sees_through_both_stages(qtbot: QtBot) -> None:
    tab = CostTab()
    qtbot.addWidget(tab)
    tab.show_story(story(ALL))
    facts = {
        name: tab.facts.fact(name)
        for name in ("Parameters", "One window", "Receptive field", "Jump", "Start")
    }
    assert facts == {
        "Parameters": "9 + 1 = 10",
        "One window": "36 MACs + 4 operations",
        "Receptive field": "4 × 4",
        "Jump": "2, 2",
        "Start": "−1, −1",
    }


def test_its_parameters_are_the_convolutions_and_its_own(qtbot: QtBot) -> None:
    panel = Parameters()
    qtbot.addWidget(panel)
    panel.show_story(story(chained(mix="sum", pool_size=3), COLOUR))
    panel.show()
    (own,) = [section for section in panel.findChildren(ControlSection) if section.isVisible()]
    assert set(own.editors) == {"pool", "pool_size"}
    assert panel.layer.isVisible()
    assert panel.kernel.isVisible()
    with qtbot.waitSignal(panel.layer_requested) as asked:
        own.editors["pool"].value_requested.emit("avg", None)
    assert asked.args[0] == {"pool": "avg"}
