"""The place a picture opens at has something to see."""

import numpy as np
import pytest

from convviz.core.interest import LOOKED_AT, liveliest


def test_the_one_edge_of_a_plain_picture_is_found():
    plane = np.zeros((200, 300), np.uint8)
    plane[:, 150:] = 200
    row, col = liveliest(plane, 7, 7)
    assert col < 150 <= col + 6
    assert 0 <= row <= 193


def test_of_several_edges_the_strongest_is_found():
    plane = np.full((100, 100), 100, np.uint8)
    plane[20:23, 20:23] = 130
    plane[70:73, 60:63] = 255
    row, col = liveliest(plane, 5, 5)
    assert row <= 70
    assert row + 5 >= 73
    assert col <= 60
    assert col + 5 >= 63


def test_a_plain_picture_opens_in_its_middle():
    assert liveliest(np.full((21, 31), 7, np.uint16), 7, 5) == (7, 13)


def test_only_the_middle_of_a_large_picture_is_searched():
    plane = np.zeros((3000, 4000), np.uint8)
    plane[0:5, 0:5] = 255
    row, col = liveliest(plane, 7, 7)
    assert (row, col) == (
        (3000 - LOOKED_AT) // 2 + (LOOKED_AT - 7) // 2,
        (4000 - LOOKED_AT) // 2 + (LOOKED_AT - 7) // 2,
    )


def test_a_picture_smaller_than_the_region_is_taken_whole():
    assert liveliest(np.eye(3, dtype=np.float32), 7, 7) == (0, 0)


@pytest.mark.parametrize("shape", [(1, 40), (40, 1)])
def test_one_row_or_column_has_neighbours_along_it_only(shape: tuple[int, int]) -> None:
    line = np.zeros(40, np.uint8)
    line[30:] = 200
    row, col = liveliest(line.reshape(shape), 4, 4)
    assert 26 < row + col <= 30
    assert liveliest(np.zeros((1, 1), np.uint8), 4, 4) == (0, 0)
