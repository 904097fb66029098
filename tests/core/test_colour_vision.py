"""Colours as dichromats see them."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.colour_vision import DEFICIENCIES, MATRICES, encoded, linear, seen, simulated


def test_light_and_its_code_are_each_others_inverse() -> None:
    levels = np.arange(256)
    assert (encoded(linear(levels)) == levels).all()
    assert linear(np.array([0, 255])).tolist() == [0.0, 1.0]
    assert float(linear(np.array(188))) == pytest.approx(0.5, abs=0.01)  # half the light looks three quarters


@pytest.mark.parametrize("name", DEFICIENCIES)
def test_greys_stay_grey(name: str) -> None:
    greys = np.arange(256)[:, None].repeat(3, 1)
    assert np.abs(seen(greys, name).astype(int) - greys).max() <= 1
    assert np.array(MATRICES[name]).sum(1) == pytest.approx(1.0, abs=2e-6)


def test_each_deficiency_confuses_its_own_colours() -> None:
    red, green, blue, cyan = ([200, 60, 40], [110, 110, 20], [0, 90, 200], [0, 110, 110])

    def distance(one: list[int], other: list[int], name: str) -> float:
        return float(np.linalg.norm(seen(np.array(one), name).astype(float) - seen(np.array(other), name)))

    plain = float(np.linalg.norm(np.subtract(red, green)))
    assert distance(red, green, "deuteranopia") < plain / 2
    assert distance(blue, cyan, "tritanopia") < distance(blue, cyan, "protanopia")


def test_pure_red_is_dark_to_a_protanope() -> None:
    # Machado et al., protanopia: linear (0.152286, 0.114503, −0.003882) → sRGB (109, 95, 0).
    assert seen(np.array([255, 0, 0]), "protanopia").tolist() == [109, 95, 0]


@pytest.mark.parametrize("name", DEFICIENCIES)
def test_the_table_answers_as_the_formula_does(name: str) -> None:
    levels = np.random.default_rng(1).integers(0, 64, (40, 50, 3))
    colors = np.rint(levels * 255 / 63).astype(int)  # what 6 bits hold
    colors[0, 0], colors[0, 1] = 255, 0
    words = (colors[..., 0] << 16 | colors[..., 1] << 8 | colors[..., 2]).astype(np.uint32)
    words |= np.uint32(0x80000000)
    answers = simulated(words, name)
    channels = np.stack([answers >> shift & 255 for shift in (16, 8, 0)], -1).astype(int)
    assert answers.dtype == np.uint32
    assert (answers >> 24 == 128).all(), "as transparent as before"
    assert channels[0, 0].tolist() == [255, 255, 255]
    assert channels[0, 1].tolist() == [0, 0, 0]
    assert (channels == seen(colors, name)).all()
