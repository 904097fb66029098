"""What of the settings the first paint needs. All the others, and what a scene consists of, come after it."""

from __future__ import annotations

import msgspec

SCALES = (75, 90, 100, 110, 125, 150, 175, 200, 225, 250)
"""Sizes of the interface that are offered, in percent."""


class FirstLook(msgspec.Struct, frozen=True):
    """How the empty window looks: see Settings, which says more and is asked from then on."""

    theme: str = "system"
    language: str = "system"
    scale: int = 100


def decode_first_look(data: bytes) -> FirstLook:
    """That of a settings file's content; the defaults, when it is damaged: whoever reads it all says so."""
    try:
        return msgspec.json.decode(data, type=FirstLook)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return FirstLook()
