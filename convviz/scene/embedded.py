"""A picture that a scene file holds itself."""

from __future__ import annotations

import msgspec

from convviz.core.errors import ImageError

MAX_EMBEDDED = 4 << 20
"""Bytes of a picture's file up to which a scene file holds it; larger ones it names."""
MAX_TITLE = 255
"""Characters of a title: as many as file systems allow a name."""


class Embedded(msgspec.Struct, frozen=True, tag="embedded"):
    """A picture's file as it was, PNG or JPEG or whatever it is. `title` is the name it had."""

    title: str
    data: bytes

    def __post_init__(self) -> None:
        if not 1 <= len(self.title) <= MAX_TITLE:
            raise ImageError("embedded_title", length=len(self.title), most=MAX_TITLE)
        if not 1 <= len(self.data) <= MAX_EMBEDDED:
            raise ImageError("embedded_size", title=self.title, size=len(self.data), most=MAX_EMBEDDED)
