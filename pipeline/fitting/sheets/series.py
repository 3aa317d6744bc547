"""The sheets of many clips, one after the other."""

from pathlib import Path

from PIL import Image

from pipeline.body.model import BodyModel
from pipeline.fitting.clip.fit import ClipFit
from pipeline.fitting.sheets.page import SIZE, draw_sheet
from pipeline.fitting.sheets.stage import Stage


class Sheets:
    """Draws sheets on one stage, which is set up for the first of them; `fps` is that of pictures."""

    def __init__(self, fps: float) -> None:
        self._fps = fps
        self._stage: Stage | None = None

    def draw(self, found: ClipFit, body: BodyModel, title: str, film: Path | None) -> Image.Image:
        """The sheet of a clip. Raises BadInput where there is no OpenGL."""
        self._stage = self._stage or Stage(body, SIZE)
        return draw_sheet(found, self._stage, title, film, self._fps)

    def close(self) -> None:
        """Free the stage."""
        if self._stage is not None:
            self._stage.close()
            self._stage = None
