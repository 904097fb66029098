"""What people type, before it is read."""

from __future__ import annotations

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans("\u3000、。【】", " ,.[]")


def folded(text: str) -> str:
    """What was typed, as wide as an English keyboard types it.

    A Chinese input method writes "１，２；（３）", and "、" between the items of a list.
    """
    return text.translate(_WIDE)
