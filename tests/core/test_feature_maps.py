"""Feature maps are what a layer with the bank's kernels and ReLU makes of the picture."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.feature_maps import BANK, bank, feature_maps
from convviz.core.operations import OPERATIONS
from convviz.core.spec import ConvSpec
from tests.labs.scenes import noise


@pytest.mark.parametrize("count", [4, 8])
@pytest.mark.parametrize("channels", [1, 3])
def test_they_are_a_layer_of_the_bank_with_relu(count: int, channels: int) -> None:
    x = noise(channels, 9, 11)
    spec = ConvSpec(
        padding="same", padding_mode="replicate", in_channels=channels, out_channels=count, activation="relu"
    )
    weight = np.repeat(bank(count)[:, None].astype(np.float64) / channels, channels, axis=1)
    expected = OPERATIONS["conv2d"].reference(spec, x, weight)
    maps = feature_maps(x, count)
    assert maps.dtype == np.float32
    np.testing.assert_allclose(maps, expected, atol=2e-3)


def test_the_bank_is_of_small_kernels_that_differ() -> None:
    weights = bank(len(BANK))
    assert weights.shape == (8, 3, 3)
    assert len({kernel.tobytes() for kernel in weights}) == 8
    assert (weights == weights.round()).all()


def test_grey_values_stay_whole_and_the_first_map_is_the_picture() -> None:
    x = noise(1, 5, 6)
    maps = feature_maps(x, 4)
    np.testing.assert_array_equal(maps[0], x[0])
    assert (maps == maps.round()).all()
    assert maps.min() == 0


def test_the_maps_of_the_same_picture_are_made_once_and_kept_from_being_changed() -> None:
    x = noise(1, 5, 6)
    maps = feature_maps(x, 4)
    assert feature_maps(x.copy(), 4) is maps
    with pytest.raises(ValueError, match="read-only"):
        maps[0, 0, 0] = 1
    assert feature_maps(x, 8).shape == (8, 5, 6)
    x[0, 0, 0] ^= 255
    np.testing.assert_array_equal(feature_maps(x, 8)[0], x[0])


def test_the_same_numbers_of_another_depth_are_another_picture() -> None:
    x = noise(1, 5, 6)
    assert feature_maps(x, 4) is not feature_maps(x.astype(np.uint16), 4)
