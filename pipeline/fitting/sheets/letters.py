"""The contact sheet of an alphabet: every letter as it was filmed and as the avatar makes it."""

from collections.abc import Sequence

from PIL import Image

from pipeline.body.model import BodyModel
from pipeline.fitting.sheets import seen
from pipeline.fitting.sheets.stage import Stage
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.overlay import sheet
from pipeline.signs.letters import Letter

SIZE, COLUMNS = 180, 5


def alphabet_sheet(letters: Sequence[Letter], clips: Sequence[Keypoints], body: BodyModel) -> Image.Image:
    """A tile for each letter, at the middle of its sign: the hands that were seen, then the avatar's.

    Raises BadInput where there is no OpenGL.
    """
    tiles = []
    with Stage(body, SIZE) as stage:
        for letter, clip in zip(letters, clips, strict=True):
            draft, motion = letter.draft, letter.motion
            end = motion.seconds if draft.offset is None else draft.offset
            frame = min(round((draft.onset + end) / 2 * motion.fps), motion.frames - 1)
            source = min(letter.start + frame, clip.frames - 1)
            tile = Image.new("RGB", (2 * SIZE, SIZE))
            tile.paste(seen.hands(clip, letter.sides, source, None, SIZE), (0, 0))
            stage.show(motion)
            tile.paste(stage.hands(frame, *letter.sides), (SIZE, 0))
            tiles.append((f"{draft.language} {draft.gloss}", tile))
    return sheet(tiles, COLUMNS)
