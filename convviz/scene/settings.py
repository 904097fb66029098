"""What the program remembers from one start to the next, and how it stands in a file.

The functions take settings and return others; where the file is and when it is written is the state's.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from convviz.core.errors import KernelError
from convviz.scene import codec
from convviz.scene.checks import check_finite
from convviz.scene.codec import CodecError
from convviz.scene.scene import Drawn, Rows, Scene, replace

VERSION = 1
MAX_BYTES = codec.MAX_BYTES + (4 << 20)
MAX_RECENT = 12
MAX_NAME = 60

Theme = Literal["light", "dark", "high-contrast", "print", "system"]
Percent = Annotated[int, msgspec.Meta(ge=50, le=250)]
ZOOMS = (50, 60, 75, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of what is on the stage, in percent."""
Language = Literal["system", "en", "zh_CN"]
Motion = Literal["system", "full", "reduced"]
Sizes = tuple[int, ...]


class Settings(msgspec.Struct, frozen=True):
    """What a person set up, beside the scene itself.

    Attributes:
        scale: the size of controls and their text, in percent. zoom: that of what is on the stage.
        recent: paths of pictures, the newest first. recent_scenes: of scene files.
        kernels: the user's own, each with a name, in the order they were saved.
        geometry, state: the main window's place and layout, base64 of what Qt says.
        splitters: the sizes of each splitter's parts in pixels, by the splitter's name.
        open_folder, save_folder: where a file was last opened and saved.
        motion: whether things glide from place to place. toured: the tour has been shown.
        brush: the weight that is painted into a kernel. ink: the grey that is painted on a canvas.
        tab: the inspector's.
        scene: the last one, where no work was kept beside the settings (state.workspace); None for none.
    """

    theme: Theme = "system"
    language: Language = "system"
    scale: Percent = 100
    zoom: Percent = 100
    motion: Motion = "system"
    toured: bool = False
    recent: tuple[str, ...] = ()
    recent_scenes: tuple[str, ...] = ()
    kernels: tuple[Drawn, ...] = ()
    geometry: str = ""
    state: str = ""
    splitters: tuple[tuple[str, Sizes], ...] = ()
    open_folder: str = ""
    save_folder: str = ""
    brush: float = 1.0
    ink: int = 255
    tab: str = "explain"
    scene: Scene | None = None

    def __post_init__(self) -> None:
        check_finite("brush", self.brush)
        names: set[str] = set()
        for kernel in self.kernels:
            name = kernel_name(kernel.name)
            if name.casefold() in names:
                raise KernelError("kernel_name_taken", name=name)
            names.add(name.casefold())


# --- pictures and layout ---


def next_zoom(zoom: int, larger: bool) -> int:
    """The next of ZOOMS in a direction, or the last there is."""
    ways = [step for step in ZOOMS if (step > zoom if larger else step < zoom)]
    return (min(ways) if larger else max(ways)) if ways else zoom


def add_recent(settings: Settings, path: str) -> Settings:
    """With a picture as the newest of at most MAX_RECENT; a path that no text can hold is not remembered."""
    others = tuple(other for other in settings.recent if other != path)
    return replace(settings, recent=(path, *others)[:MAX_RECENT]) if _is_text(path) else settings


def drop_recent(settings: Settings, path: str) -> Settings:
    """Without a picture whose file is gone."""
    return replace(settings, recent=tuple(other for other in settings.recent if other != path))


def add_recent_scene(settings: Settings, path: str) -> Settings:
    """With a scene file as the newest of at most MAX_RECENT; a path that no text can hold is left out."""
    others = tuple(other for other in settings.recent_scenes if other != path)
    return replace(settings, recent_scenes=(path, *others)[:MAX_RECENT]) if _is_text(path) else settings


def drop_recent_scene(settings: Settings, path: str) -> Settings:
    """Without a scene file that is gone."""
    left = tuple(other for other in settings.recent_scenes if other != path)
    return replace(settings, recent_scenes=left)


def sizes_of(settings: Settings, splitter: str) -> Sizes | None:
    """How a splitter was left, None when it never was moved."""
    return dict(settings.splitters).get(splitter)


def with_sizes(settings: Settings, splitter: str, sizes: Sizes) -> Settings:
    """With a splitter's parts at these sizes."""
    return replace(settings, splitters=tuple((dict(settings.splitters) | {splitter: sizes}).items()))


# --- the user's own kernels ---


def kernel_name(name: str) -> str:
    """A name as it is kept: blanks around it gone, one blank between its words.

    Raises: KernelError("kernel_name_empty" or "kernel_name_long").
    """
    plain = " ".join(name.split())
    if not plain:
        raise KernelError("kernel_name_empty")
    if len(plain) > MAX_NAME:
        raise KernelError("kernel_name_long", length=len(plain), most=MAX_NAME)
    return plain


def find_kernel(settings: Settings, name: str) -> Drawn | None:
    """The user's kernel of a name, upper and lower case being one."""
    wanted = kernel_name(name).casefold()
    return next((kernel for kernel in settings.kernels if kernel.name.casefold() == wanted), None)


def save_kernel(settings: Settings, name: str, rows: Rows, replacing: bool = False) -> Settings:
    """With a kernel of the user's own, as the last, or in the place of the one it replaces.

    Raises: KernelError: the name is empty, too long or taken; the rows are no kernel.
    """
    kernel, old = Drawn(rows, kernel_name(name)), find_kernel(settings, name)
    if old is None:
        return replace(settings, kernels=(*settings.kernels, kernel))
    if not replacing:
        raise KernelError("kernel_name_taken", name=old.name)
    return _exchanged(settings, old, kernel)


def rename_kernel(settings: Settings, name: str, new: str) -> Settings:
    """With another name for a kernel.

    Raises: KernelError: there is none of this name; the new one is empty, too long or another kernel's.
    """
    old, other = _known(settings, name), find_kernel(settings, new)
    if other not in (None, old):
        raise KernelError("kernel_name_taken", name=kernel_name(new))
    return _exchanged(settings, old, Drawn(old.rows, kernel_name(new)))


def delete_kernel(settings: Settings, name: str) -> Settings:
    """Without a kernel.

    Raises: KernelError("kernel_name_unknown").
    """
    old = _known(settings, name)
    return replace(settings, kernels=tuple(kernel for kernel in settings.kernels if kernel is not old))


def _known(settings: Settings, name: str) -> Drawn:
    found = find_kernel(settings, name)
    if found is None:
        raise KernelError("kernel_name_unknown", name=name)
    return found


def _exchanged(settings: Settings, old: Drawn, new: Drawn) -> Settings:
    return replace(settings, kernels=tuple(new if kernel is old else kernel for kernel in settings.kernels))


# --- in a file ---


def encode_settings(settings: Settings) -> bytes:
    """A settings file's content. A last scene that no file can hold is left out."""
    content = {"convviz": VERSION, **msgspec.structs.asdict(settings), "scene": _written(settings.scene)}
    return codec.encode(content)


def decode_settings(data: bytes) -> tuple[Settings, CodecError | None]:
    """The settings, and why their last scene was dropped, if it had to be.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    if len(data) > MAX_BYTES:
        raise CodecError("settings_too_large", size=len(data), most=MAX_BYTES)
    fields = codec.decode(data, dict[str, msgspec.Raw])
    version = codec.decode(bytes(fields.pop("convviz", msgspec.Raw(b"0"))), int)
    if version > VERSION:
        raise CodecError("settings_too_new", version=version, known=VERSION)
    scene = bytes(fields.pop("scene", msgspec.Raw(b"null")))
    settings = codec.decode(msgspec.json.encode(fields), Settings)
    if scene == b"null":
        return settings, None
    try:
        return replace(settings, scene=codec.decode_scene(scene)), None
    except CodecError as error:
        return settings, error


def _written(scene: Scene | None) -> msgspec.Raw | None:
    if scene is None:
        return None
    try:
        data = codec.encode_scene(scene)
    except CodecError:
        return None
    return msgspec.Raw(data) if len(data) <= codec.MAX_BYTES else None


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
