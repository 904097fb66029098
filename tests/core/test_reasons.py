"""Why the system refused, as a text that has a translation."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from convviz import assets, i18n
from convviz.core.reasons import REASONS, of_system


@pytest.mark.parametrize("number", REASONS)
def test_a_known_reason_is_said_in_every_language(number: int) -> None:
    error = OSError(number, os.strerror(number))
    if sys.platform == "linux":
        assert str(of_system(error)) == os.strerror(number)
    i18n.speak("zh_CN", assets.path("i18n"))
    assert not i18n.tr(of_system(error)).isascii()
    i18n.use(str)


def test_another_is_said_as_the_system_says_it() -> None:
    assert str(of_system(OSError(errno.ECHILD, "No child processes"))) == "No child processes"
    assert str(of_system(OSError("odd"))) == "odd"
