"""What of a story a picture of all of it depends on."""

from __future__ import annotations

from convviz.labs.story import Story


def same_plane(a: Story, b: Story) -> bool:
    """Whether two stories have one input: what is seen of the one is in its place in the other."""
    same = a.source is b.source and a.part == b.part and a.reads_picture == b.reads_picture
    # What was typed is made into an input anew for each story.
    return same and (a.reads_picture or a.x is b.x or a.scene.layer == b.scene.layer)


def look(story: Story) -> tuple[str, int]:
    """What, besides the output itself, decides how it is shown."""
    return story.scene.show, story.output
