"""The pictures in use, read off the UI thread and kept while they are likely to be needed again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from convviz.core.errors import Refusal
from convviz.core.images import Glimpse, Image
from convviz.labs.pictures import glimpse_of, read, source_of
from convviz.labs.story import Source
from convviz.scene.scene import Canvas, FilePicture, Picture, Scene
from convviz.state.jobs import Jobs

Key = tuple[Picture, str, bool]
"""Picture, channel, and whether all its slices are read."""
KEPT_BYTES = 1 << 30


def key_of(scene: Scene) -> Key:
    """What a scene's source depends on."""
    return (scene.picture, scene.channel, scene.layer.reads_slices)


class Sources:
    """Reads pictures and their channels; remembers the latest ones, up to KEPT_BYTES."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._images: OrderedDict[Picture, Image] = OrderedDict()
        self._sources: OrderedDict[Key, Source] = OrderedDict()

    def get(self, scene: Scene) -> Source | None:
        """The scene's source, when it is ready. A canvas is small and always is."""
        key = key_of(scene)
        if key not in self._sources and isinstance(scene.picture, Canvas):
            self.keep(key, *_make(key, None))
        if key in self._sources:
            self._sources.move_to_end(key)
        return self._sources.get(key)

    def image(self, picture: Picture) -> Image | None:
        """The whole picture, when it has been read."""
        return self._images.get(picture)

    def load(
        self,
        scene: Scene,
        done: Callable[[], None],
        failed: Callable[[Refusal], None],
        glimpsed: Callable[[Glimpse], None] | None = None,
    ) -> None:
        """Reads what the scene needs, then calls done(); a newer request overtakes this one.

        Of a large photo there is a glimpse before for who asks for it, at the same time as it is read: a
        person sees it in half the time. What is wrong with the file the reading itself will say.
        """
        key, known = key_of(scene), self._images.get(scene.picture)

        def kept(made: tuple[Image, Source]) -> None:
            self.keep(key, *made)
            done()

        def seen(glimpse: Glimpse | None) -> None:
            if glimpse is not None and glimpsed is not None and key not in self._sources:
                glimpsed(glimpse)

        if glimpsed is not None and known is None and isinstance(scene.picture, FilePicture):
            self._jobs.start("glimpse", lambda: glimpse_of(scene.picture), seen, lambda refusal: None)
        self._jobs.start("source", lambda: _make(key, known), kept, failed)

    def forget(self, picture: Picture) -> None:
        """Reads a picture anew the next time: its file may have changed."""
        self._images.pop(picture, None)
        for key in [key for key in self._sources if key[0] == picture]:
            del self._sources[key]

    def keep(self, key: Key, image: Image, source: Source) -> None:
        """Has a picture and its source ready, and lets go of the oldest that are too much beside it."""
        self._images[key[0]] = image
        self._images.move_to_end(key[0])
        self._sources[key] = source
        while len(self._sources) > 1 and self._bytes() > KEPT_BYTES:
            self._sources.popitem(last=False)
            alive = {key[0] for key in self._sources}
            for picture in [picture for picture in self._images if picture not in alive]:
                del self._images[picture]

    def _bytes(self) -> int:
        """What is kept: the planes, and the colours they were made of; a grey picture is its own plane."""
        colours = [image.pixels.nbytes for image in self._images.values() if image.colour]
        return sum(source.planes.nbytes for source in self._sources.values()) + sum(colours)


def _make(key: Key, known: Image | None) -> tuple[Image, Source]:
    picture, channel, slices = key
    image = known or read(picture)
    return image, source_of(picture, image, channel, slices)
