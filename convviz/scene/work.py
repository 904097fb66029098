"""What was on screen when it was last kept, and how it stands in a file: so that no work is ever lost."""

from __future__ import annotations

import msgspec

from convviz.scene import codec
from convviz.scene.codec import CodecError, SceneFile

MAX_BYTES = codec.MAX_BYTES + (1 << 20)


class Work(msgspec.Struct, frozen=True):
    """What a person works at.

    Attributes:
        file: all that is on screen.
        path: of the scene file that was opened or saved; empty where there is none.
        modified: whether the scene is not as that file has it.
        ended: whether the program was closed after this; else it was cut off.
    """

    file: SceneFile
    path: str = ""
    modified: bool = False
    ended: bool = False


def encode_work(work: Work) -> bytes:
    """A work file's content.

    Raises: CodecError("not_writable"): a path holds bytes that no text can.
    """
    file = msgspec.Raw(codec.encode_file(work.file))
    return codec.encode({**msgspec.structs.asdict(work), "file": file})


def decode_work(data: bytes) -> Work:
    """The work in a work file.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    if len(data) > MAX_BYTES:
        raise CodecError("scene_too_large", size=len(data), most=MAX_BYTES)
    raw = codec.decode(data, _Written)
    return Work(codec.decode_file(bytes(raw.file)), raw.path, raw.modified, raw.ended)


class _Written(msgspec.Struct):
    file: msgspec.Raw
    path: str = ""
    modified: bool = False
    ended: bool = False
